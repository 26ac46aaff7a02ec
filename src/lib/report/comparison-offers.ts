/** A comparison as a file to take away: a row a figure, so that every interval has a cell. */
import type { Comparison } from '../compare/comparison.ts';
import { titleOf } from '../compare/sentences.ts';
import { columnsOf, documentOf, type Document } from '../document/document.ts';
import { filesOf, smallWriters, type Offer } from '../export/formats.ts';
import { numberOf } from '../facts/value.ts';
import { sourcesById } from '../catalogue/notes.ts';
import type { Said } from './said.ts';

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

/** What can be taken away of a comparison. */
export function comparisonOffers(comparison: Comparison, said: Said): Offer[] {
	const files = filesOf({
		name: `compared-${comparison.areas.map(({ code }) => code).join('-')}`,
		about: 'the comparison',
		has: ['table', 'paper'],
		document: () => Promise.resolve(comparisonDocument(comparison, said))
	});
	return [{ id: 'comparison', title: 'The comparison', code: () => smallWriters(files), files }];
}
