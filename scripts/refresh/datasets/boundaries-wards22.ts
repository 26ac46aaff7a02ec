import { checkAreas, prune, readGeoJson, toText } from '../boundaries.ts';
import { WARD } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';

/** Wards of December 2022 in the regions for which they were collected. */
export const boundariesWards22: DatasetReader = {
	id: 'boundaries-wards22',
	read(context) {
		const read = readGeoJson(
			[context.source(0), context.source(1)],
			'ward22',
			'WD22CD',
			WARD.pattern ?? /./,
			{
				cells: 100_000,
				keep: { name: 'WD22NM', icb24: 'ICB24CD' }
			}
		);
		const wards = prune(checkAreas(context, read));
		return [
			{ path: 'boundaries/wards22.json', text: toText(wards), areas: wards.geometries.length }
		];
	}
};
