/** A document as slides: its own where it has some, else its map, its shorter tables, and how to read it. */
import { formatCount, formatQuantity } from '../text/format.ts';
import { titleOfTable } from './dictionary.ts';
import { sourceWords, type Document, type Slide, type Table } from './document.ts';
import type { Picture } from './picture.ts';
import { keyWords } from './picture-words.ts';

/** Rows and columns of a table on a slide, and slides on which one may go on. */
const MOST = { rows: 12, columns: 7, slides: 4 };
/** So many rows of a table have room on slides. */
export const MOST_ON_SLIDES = MOST.rows * MOST.slides;
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
		...shown.flatMap((table) => tableSlides(titleOfTable(document, table), table, whole)),
		howToRead(document)
	];
}

/** Legends in words, for those who do not see them. */
export const keysInWords = (keys: Picture['keys']): string => keys.map(keyWords).join(' ');

/**
 * A table on as many slides as its rows need, about as many rows on each. Of a table that is longer than
 * anybody would leaf through, the last one says how many rows are left, and where they are.
 */
export function tableSlides(
	title: string,
	{ whole: of, ...first }: Table,
	whole: Pick<Slide, 'notes' | 'sources'>
): Slide[] {
	const table = of ?? first;
	const all = table.rows.length;
	const slides = Math.min(Math.max(1, Math.ceil(all / MOST.rows)), MOST.slides);
	const each = Math.min(MOST.rows, Math.ceil(all / slides));
	const left = all - slides * each;
	return Array.from({ length: slides }, (_, at): Slide => {
		const rows = table.rows.slice(at * each, (at + 1) * each);
		const notes =
			at < slides - 1
				? []
				: [
						...(table.notes ?? []),
						...(left > 0
							? [
									`Another ${formatQuantity(left, 'row')} (${formatCount(all)} in all): on the page and in its Excel file.`
								]
							: [])
					];
		const part = slides > 1 ? ` (${at + 1} of ${slides})` : '';
		return {
			title: `${title}${part}`,
			sentences: [],
			table: { ...table, title: `${table.title ?? title}${part}`, rows, notes },
			...whole
		};
	});
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
