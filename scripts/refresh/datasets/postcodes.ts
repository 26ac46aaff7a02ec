import { checkCodes } from '../checks.ts';
import { LATITUDE, LONGITUDE, LSOA, POSTCODE, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Live postcodes with their point and the 2021 LSOA it lies in. */
export const postcodes = tableReader(
	'postcodes',
	{ postcode: unique(POSTCODE), longitude: LONGITUDE, latitude: LATITUDE, lsoa21: LSOA },
	{
		after: ['areas-lsoa21'],
		check: (context, table) => checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21' })
	}
);
