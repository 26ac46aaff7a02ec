/** Columns that a file without them gets, empty, so that a row can be put right. */
import type { Mapping, Target } from './columns.ts';
import type { ImportTable } from './table.ts';

const NEEDED: readonly { target: Target; heading: string }[] = [
	{ target: 'name', heading: 'Name (added)' },
	{ target: 'kind', heading: 'Kind (added)' },
	{ target: 'postcode', heading: 'Postcode (added)' }
];

/** The table and its mapping with the columns that it lacks, after its own. */
export function withNeeded(
	table: ImportTable,
	mapping: Mapping
): { table: ImportTable; mapping: Mapping } {
	const missing = NEEDED.filter(
		({ target }) =>
			!mapping.includes(target) && !(target === 'name' && mapping.includes('nameAddress'))
	);
	return {
		table: {
			...table,
			headings: [...table.headings, ...missing.map(({ heading }) => heading)],
			rows: table.rows.map((cells) => [...cells, ...missing.map(() => '')])
		},
		mapping: [...mapping, ...missing.map(({ target }) => target)]
	};
}
