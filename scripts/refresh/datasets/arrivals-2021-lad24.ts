import { checkCodes, checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { sumTo } from '../sum-to.ts';

const LENGTHS = [
	'born_in_uk',
	'years_10_or_more',
	'years_5_to_10',
	'years_2_to_5',
	'under_2_years'
] as const;

/** Residents by how long ago they came to the UK, Census 2021, by district. */
export const arrivals2021Lad24: DatasetReader = {
	id: 'arrivals-2021-lad24',
	after: ['areas-lsoa21'],
	read(context) {
		const read = context.csv({
			lsoa21: unique(LSOA),
			residents: COUNT,
			...each(LENGTHS, COUNT)
		});
		checkCodes(context, read, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		checkParts(context, read, 'residents', LENGTHS);
		return sumTo(read, context.table('areas-lsoa21'), 'lad24', [
			'residents',
			'years_2_to_5',
			'under_2_years'
		]);
	}
};
