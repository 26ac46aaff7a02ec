import { makeTable, numbers, strings } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { COUNT, LSOA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { sumTo } from '../sum-to.ts';
import { column } from '../tables.ts';

const GROUPS = ['gypsy_or_irish_traveller', 'roma'] as const;

/** Below this, no number is kept. */
export const FEWEST = 100;

/** A count to 10, null where there are fewer than {@link FEWEST}. */
export const roundedOrFew = (count: number): number | null =>
	count < FEWEST ? null : Math.round(count / 10) * 10;

/**
 * Gypsy, Irish Traveller and Roma residents by district, Census 2021, rounded to 10 and empty below
 * 100. Nothing exact and nothing smaller is kept, so that nothing else can be made of it.
 */
export const gypsyTravellerRoma2021Lad24: DatasetReader = {
	id: 'gypsy-traveller-roma-2021-lad24',
	after: ['areas-lsoa21'],
	read(context) {
		const read = context.csv({
			lsoa21: unique(LSOA),
			residents: COUNT,
			gypsy_or_irish_traveller: COUNT,
			roma: COUNT
		});
		checkCodes(context, read, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		const sums = sumTo(read, context.table('areas-lsoa21'), 'lad24', GROUPS);
		return makeTable({
			lad24: column('code', strings(sums, 'lad24')),
			...Object.fromEntries(
				GROUPS.map((group) => [group, column('integer', numbers(sums, group).map(roundedOrFew))])
			)
		});
	}
};
