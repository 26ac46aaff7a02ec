import { checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const BANDS = [
	'aged_0_15',
	'aged_16_24',
	'aged_25_34',
	'aged_35_49',
	'aged_50_64',
	'aged_65_over'
] as const;

/** Usual residents by age, Census 2021. */
export const residents2021Age = tableReader(
	'residents-2021-age',
	{ lsoa21: unique(LSOA), total: COUNT, ...each(BANDS, COUNT) },
	{
		complete: 'areas-lsoa21',
		check: (context, table) => checkParts(context, table, 'total', BANDS)
	}
);
