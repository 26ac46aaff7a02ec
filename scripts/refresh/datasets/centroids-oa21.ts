import { checkCodes } from '../checks.ts';
import { LATITUDE, LONGITUDE, LSOA, OUTPUT_AREA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Population-weighted centroids of the 2021 Output Areas of England. */
export const centroidsOa21 = tableReader(
	'centroids-oa21',
	{ oa21: unique(OUTPUT_AREA), lsoa21: LSOA, longitude: LONGITUDE, latitude: LATITUDE },
	{
		after: ['areas-lsoa21'],
		check: (context, table) =>
			checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21', all: true })
	}
);
