import { makeTable } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { LATITUDE, LONGITUDE, LSOA, optional, POSTCODE, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { mapColumns, round, sortRows } from '../tables.ts';

/** Decimals of a degree: about a metre. */
const DECIMALS = 5;

/**
 * Live postcodes of England with their point and the 2021 LSOA it lies in. Left out are those
 * that stand at the middle of their sector or on no land, and so have no LSOA.
 */
export const postcodes: DatasetReader = {
	id: 'postcodes',
	after: ['areas-lsoa21'],
	read(context) {
		const read = context.csv(
			{
				postcode: unique(POSTCODE),
				longitude: LONGITUDE,
				latitude: LATITUDE,
				lsoa21: optional(LSOA)
			},
			{ keep: ({ lsoa21 }) => lsoa21 !== null }
		);
		checkCodes(context, read, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		const sorted = sortRows(read, 'postcode');
		return makeTable(
			mapColumns(sorted, (found, name) =>
				name === 'longitude' || name === 'latitude'
					? {
							type: 'number',
							values: found.values.map((value) => round(Number(value), DECIMALS)),
							decimals: DECIMALS
						}
					: found
			)
		);
	}
};
