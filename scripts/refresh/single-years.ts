/** Mid-year estimates by single year of age: the bands made of them. */
import { makeTable, numbers, type Table } from '../../src/lib/facts/table.ts';
import { checkParts } from './checks.ts';
import { COUNT, each, LSOA, unique } from './columns.ts';
import type { DatasetReader } from './dataset.ts';
import { column, tableReader } from './tables.ts';

/** Ages 0 to 89, and 90 standing for 90 and over. */
const AGES = Array.from({ length: 91 }, (_, age) => age);
const YEARS = AGES.map((age) => `age_${age}`);
const BANDS = {
	aged_0: [0, 0],
	aged_0_15: [0, 15],
	aged_15_44: [15, 44],
	aged_16_24: [16, 24],
	aged_25_64: [25, 64],
	aged_65_over: [65, 90]
} as const;

/** Reader of residents by age of the 2011 LSOAs, checked to add up to all ages. */
export function singleYearsReader(id: string): DatasetReader {
	return tableReader(
		id,
		{ lsoa11: unique(LSOA), total: COUNT, ...each(YEARS, COUNT) },
		{
			complete: 'areas-lsoa11',
			check: (context, table) => checkParts(context, table, 'total', YEARS),
			derive: bands
		}
	);
}

function bands(table: Table): Table {
	const years = YEARS.map((name) => numbers(table, name));
	const sums = Object.entries(BANDS).map(([name, [from, to]]) => {
		const within = years.slice(from, to + 1);
		const values = Array.from({ length: table.rows }, (_, row) =>
			within.reduce((sum, ages) => sum + (ages[row] ?? 0), 0)
		);
		return [name, column('integer', values)] as const;
	});
	const { lsoa11, total } = table.columns;
	return makeTable({
		...(lsoa11 && { lsoa11 }),
		...(total && { total }),
		...Object.fromEntries(sums)
	});
}
