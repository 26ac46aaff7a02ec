import { LATITUDE, LONGITUDE, MSOA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Population-weighted centroids of the 2021 MSOAs of England. */
export const centroidsMsoa21 = tableReader(
	'centroids-msoa21',
	{ msoa21: unique(MSOA), longitude: LONGITUDE, latitude: LATITUDE },
	{ complete: 'areas-lsoa21' }
);
