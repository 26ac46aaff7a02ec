import { checkAreas, prune, readGeoJson, toText } from '../boundaries.ts';
import type { DatasetReader } from '../dataset.ts';

/**
 * Where the practices of each primary care network said in 2020 that they take patients
 * from. Networks have no official boundary: these overlap and leave gaps.
 */
export const boundariesPcnCatchments2020: DatasetReader = {
	id: 'boundaries-pcn-catchments-2020',
	read(context) {
		const read = readGeoJson(
			[context.source(0), context.source(1)],
			'pcn20',
			'PCN_CODE',
			/^U\d{5}$/,
			{
				cells: 100_000,
				keep: { name: 'PCN_NAME', icb24: 'ICB24CD', share_in_icb: 'SHARE_IN_ICB' }
			}
		);
		const catchments = prune(checkAreas(context, read));
		return [
			{
				path: 'boundaries/pcn-catchments-2020.json',
				text: toText(catchments),
				areas: catchments.geometries.length
			}
		];
	}
};
