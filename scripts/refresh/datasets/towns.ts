import { makeTable, strings } from '../../../src/lib/facts/table.ts';
import { COUNT, LATITUDE, LONGITUDE, TEXT } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { roundDegrees, sortRows } from '../tables.ts';

const SPECS = {
	geonames_id: { type: 'code', pattern: /^\d+$/, unique: true },
	name: TEXT,
	longitude: LONGITUDE,
	latitude: LATITUDE,
	population: COUNT,
	kind: { type: 'code', pattern: /^PPL[A-Z0-9]*$/ }
} as const;

/**
 * Names of towns and villages with approximate populations, for labels on the map: all of
 * England, and those across the border that were collected around a region.
 */
export const towns: DatasetReader = {
	id: 'towns',
	read(context) {
		const england = context.csv(SPECS);
		const known = new Set(strings(england, 'geonames_id'));
		const beyond = context.csv(SPECS, {
			copy: 1,
			keep: ({ geonames_id }) => !known.has(String(geonames_id))
		});
		const both = makeTable(
			Object.fromEntries(
				Object.entries(england.columns).map(([name, { type, values }]) => [
					name,
					{
						type,
						values: [...values, ...(beyond.columns[name as keyof typeof SPECS].values ?? [])]
					}
				])
			)
		);
		const rounded = makeTable(roundDegrees(both));
		return sortRows(rounded, ...Object.keys(rounded.columns));
	}
};
