import { COUNT, LATITUDE, LONGITUDE, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Names of towns and villages with approximate populations, for labels on the map. */
export const towns = tableReader('towns', {
	geonames_id: { type: 'code', pattern: /^\d+$/, unique: true },
	name: TEXT,
	longitude: LONGITUDE,
	latitude: LATITUDE,
	population: COUNT,
	kind: { type: 'code', pattern: /^PPL[A-Z0-9]*$/ }
});
