import { AMOUNT, COUNT, DISTRICT, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Registered charities and their yearly income (pounds) by district of registered office. */
export const publishedCharitiesByDistrict = tableReader(
	'published-charities-by-district',
	{ lad24: unique(DISTRICT), name: TEXT, registered_charities: COUNT, total_income_gbp: AMOUNT },
	{ within: { dataset: 'areas-lsoa21' } }
);
