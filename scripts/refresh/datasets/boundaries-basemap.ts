import { checkAreas, generalise, readGeoJson, toText } from '../boundaries.ts';
import type { DatasetReader } from '../dataset.ts';

/** The source stands on a grid of 0.0001 degrees; so does this, over the width of the UK. */
const GRID_CELLS = 100_000;
/** Points that matter less than a triangle of about 50 by 100 metres are left out. */
const SMALLEST_TRIANGLE_M2 = 5_000;
/** Islands smaller than five hectares are left out. */
const SMALLEST_ISLAND_M2 = 50_000;

/** Outlines of the districts of the United Kingdom: land and district lines around a region. */
export const boundariesBasemap: DatasetReader = {
	id: 'boundaries-basemap',
	read(context) {
		const source = context.source();
		const read = readGeoJson(source, 'lad25', 'LAD25CD', /^[ENSW]\d{8}$/, {
			cells: GRID_CELLS,
			keep: { name: 'LAD25NM' }
		});
		checkAreas(context, read);
		const districts = generalise(source.path, read, SMALLEST_TRIANGLE_M2, SMALLEST_ISLAND_M2);
		return [
			{
				path: 'boundaries/basemap.json',
				text: toText(districts),
				areas: districts.geometries.length
			}
		];
	}
};
