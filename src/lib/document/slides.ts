/** A document as slides: its own where it has some, else its map, its shorter tables, and how to read it. */
import { titleOfTable } from './dictionary.ts';
import { sourceWords, type Document, type Slide, type Table } from './document.ts';
import type { Picture } from './picture.ts';
import { keyWords } from './picture-words.ts';

/** Rows and columns of a table on a slide. */
const MOST = { rows: 12, columns: 7 };
/** Tables of a document that come on slides. */
const TABLES = 2;

/** The slides of a document. */
export function slidesOf(document: Document): readonly Slide[] {
	if (document.slides) return document.slides;
	const { title, sentences, picture, notes, sources, tables } = document;
	const whole = { notes, sources };
	const keys = new Set(picture?.keys.map((key) => key.title));
	const shown = tables
		.filter(
			(table) =>
				!table.toFill &&
				table.rows.length > 0 &&
				table.columns.length <= MOST.columns &&
				!keys.has(titleOfTable(document, table))
		)
		.slice(0, TABLES);
	return [
		{ title, sentences, ...whole, ...(picture && { picture }) },
		...shown.map((table) => ({
			title: titleOfTable(document, table),
			sentences: [],
			table: shortened(table),
			...whole
		})),
		howToRead(document)
	];
}

/** Legends in words, for those who do not see them. */
export const keysInWords = (keys: Picture['keys']): string => keys.map(keyWords).join(' ');

/** The first rows of a table, and where all of them are. */
export function shortened(table: Table): Table {
	if (table.rows.length <= MOST.rows) return table;
	return {
		...table,
		rows: table.rows.slice(0, MOST.rows),
		notes: [
			`These are the first ${MOST.rows} rows. All of them are on the page and in its Excel file.`
		]
	};
}

/** The last slide: what was asked, what to mind, and where it is from. */
export const howToRead = ({ asked, notes, sources, owner, address }: Document): Slide => ({
	title: 'How to read this, and where it is from',
	sentences: [],
	lists: [
		{ heading: 'What was asked', items: asked.map(({ label, value }) => `${label}: ${value}`) },
		{ heading: 'Read with care', items: notes },
		{ heading: 'Sources', items: sources.map(sourceWords) },
		{
			heading: 'Who looks after it, and where to open it again',
			items: [...(owner === null ? [] : [owner]), ...(address === null ? [] : [address])]
		}
	].filter(({ items }) => items.length > 0),
	notes,
	sources
});
