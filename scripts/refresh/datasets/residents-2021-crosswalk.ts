import { linksIn } from '../../../src/lib/facts/links.ts';
import { crosswalk } from '../../../src/lib/areas/crosswalk.ts';
import { indexBy, makeTable, numbers, type Table } from '../../../src/lib/facts/table.ts';
import type { DatasetReader } from '../dataset.ts';
import { column } from '../tables.ts';

/**
 * Residents aged 0 and females aged 15 to 44 of mid-2020, taken from 2011 to 2021 LSOAs.
 * Shared out where an LSOA was split, by the Census 2021 residents aged 15 and under and
 * 16 to 34.
 */
export const residents2021Crosswalk: DatasetReader = {
	id: 'residents-2021-crosswalk',
	after: ['lsoa11-lsoa21', 'residents-2020-lsoa11', 'females-15-44-lsoa11', 'residents-2021-age'],
	read(context) {
		const pairs = linksIn(context.table('lsoa11-lsoa21'));
		const ages = context.table('residents-2021-age');
		const age0 = crosswalk(
			pairs,
			valuesBy(context.table('residents-2020-lsoa11'), 'lsoa11', 'aged_0'),
			valuesBy(ages, 'lsoa21', 'aged_0_15')
		);
		const females = crosswalk(
			pairs,
			valuesBy(context.table('females-15-44-lsoa11'), 'lsoa11', 'females_15_44'),
			valuesBy(ages, 'lsoa21', 'aged_16_24', 'aged_25_34')
		);
		const codes = [...age0.keys()].sort();
		return makeTable({
			lsoa21: column('code', codes),
			aged_0: column(
				'number',
				codes.map((code) => age0.get(code)?.value ?? null)
			),
			aged_0_status: column(
				'code',
				codes.map((code) => age0.get(code)?.status ?? null)
			),
			females_15_44: column(
				'number',
				codes.map((code) => females.get(code)?.value ?? null)
			),
			// Estimates to begin with (females-15-44-lsoa11), whether shared out or not.
			females_15_44_status: column(
				'code',
				codes.map(() => 'estimate')
			)
		});
	}
};

/** The sum of some columns by key. */
function valuesBy(table: Table, key: string, ...names: string[]): Map<string, number> {
	const columns = names.map((name) => numbers(table, name));
	return new Map(
		[...indexBy(table, key)].map(([code, row]) => [
			code,
			columns.reduce((sum, values) => sum + (values[row] ?? 0), 0)
		])
	);
}
