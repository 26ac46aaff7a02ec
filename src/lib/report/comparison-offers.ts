/** A comparison as a file to take away: a row a figure, so that every interval has a cell. */
import type { Comparison } from '../compare/comparison.ts';
import { differencesOf, titleOf, type Differences } from '../compare/sentences.ts';
import { columnsOf, documentOf, type Document, type Table } from '../document/document.ts';
import { filesOf, formatOf, smallWriters, type Offer } from '../export/formats.ts';
import { numberOf } from '../facts/value.ts';
import { sourcesById } from '../catalogue/notes.ts';
import { howToRead } from '../document/slides.ts';
import { actionsTable } from './paper.ts';
import { comparisonPictured, topicSlides } from './comparison-slides.ts';
import { saidOf, type Said } from './said.ts';

const COLUMNS = [
	'Topic',
	'Figure',
	'What it is of',
	'Area',
	'Code',
	'As shown',
	'Value (shares from 0 to 1)',
	'Lower bound of the 95% interval',
	'Upper bound of the 95% interval',
	'What it is',
	'Beside the first area',
	'England'
];

/** To six digits: more would say more than is known. */
const rounded = (value: number | null): number | null =>
	value === null ? null : Number(value.toPrecision(6));

/** The comparison as a document of one table. */
export function comparisonDocument(comparison: Comparison, { sources, owner }: Said): Document {
	const rows = comparison.topics.flatMap(({ title, rows: ofTopic }) =>
		ofTopic.flatMap(({ label, of, cells, england }) =>
			cells.map(({ value, text, says }, at) => {
				const { name = '', code = '' } = comparison.areas[at] ?? {};
				const interval = 'interval' in value ? value.interval : undefined;
				return [
					title,
					label,
					of,
					name,
					code,
					text,
					rounded(numberOf(value)),
					rounded(interval?.lower ?? null),
					rounded(interval?.upper ?? null),
					value.kind,
					says,
					england
				];
			})
		)
	);
	const table = { columns: columnsOf(COLUMNS), rows };
	return documentOf(`${titleOf(comparison)} side by side`, table, {
		sources: sourcesById(comparison.datasets, sources),
		owner
	});
}

/** The comparison as it is read: a row a figure, a column an area; with its picture and slides. */
export function comparisonPaper(comparison: Comparison, said: Said): Document {
	const { areas, topics } = comparison;
	const first = areas[0]?.name ?? '';
	const read = topics.map(({ title, rows }): Table => ({
		title,
		columns: [
			{ label: 'Figure' },
			...areas.map(({ name }) => ({ label: name, isFigure: true as const })),
			{ label: 'England', isFigure: true }
		],
		rows: rows.map(({ label, of, cells, england }) => [
			of ? `${label} (${of})` : label,
			...cells.map(({ text, interval }) => (interval ? `${text} (${interval})` : text)),
			england
		])
	}));
	const document: Document = {
		...comparisonDocument(comparison, said),
		...saidOf(said),
		sentences: differencesOf(comparison).flatMap((one) => differenceWords(first, one)),
		tables: [...read, actionsTable()]
	};
	const { title, notes, sources } = document;
	return {
		...comparisonPictured(document, comparison),
		slides: [
			{ title, sentences: [], lists: differencesAsLists(comparison), notes, sources },
			...topicSlides(comparison, said, { rows: 'Area', suffix: '' }),
			howToRead(document)
		]
	};
}

/** What is clear of a pair, what is too close to call, and what cannot be compared, a sentence each. */
function differenceWords(
	first: string,
	{ name, clear, close, notComparable }: Differences
): string[] {
	return [
		clear.length === 0
			? `Nothing here is clearly different between ${first} and ${name}.`
			: `Clearly different between ${first} and ${name}: ${clear.map(({ label, text }) => `${label}, ${text}`).join('; ')}.`,
		...(close.length > 0 ? [`Too close to call: ${close.join('; ')}.`] : []),
		...(notComparable.length > 0 ? [`Not comparable: ${notComparable.join('; ')}.`] : [])
	];
}

/** The same for a slide: a list a pair. */
function differencesAsLists(comparison: Comparison): { heading: string; items: string[] }[] {
	const first = comparison.areas[0]?.name ?? '';
	return differencesOf(comparison).map(({ name, clear, close, notComparable }) => ({
		heading: `${name} beside ${first}`,
		items: [
			...(clear.length === 0
				? ['Nothing here is clearly different.']
				: clear.map(({ label, text }) => `${label}: ${text}`)),
			...(close.length > 0 ? [`Too close to call: ${close.join('; ')}.`] : []),
			...(notComparable.length > 0 ? [`Not comparable: ${notComparable.join('; ')}.`] : [])
		]
	}));
}

/** What can be taken away of a comparison. */
export function comparisonOffers(comparison: Comparison, said: Said): Offer[] {
	const files = filesOf({
		name: `compared-${comparison.areas.map(({ code }) => code).join('-')}`,
		about: 'the comparison',
		has: ['table', 'paper', 'picture', 'slides'],
		document: (id) =>
			Promise.resolve(
				(formatOf(id).needs === 'table' ? comparisonDocument : comparisonPaper)(comparison, said)
			)
	});
	return [{ id: 'comparison', title: 'The comparison', code: () => smallWriters(files), files }];
}
