import { strings, stringsBy } from '../../../src/lib/facts/table.ts';
import { codesOf, generalise, prune, readTopology, toText } from '../boundaries.ts';
import { LSOA } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';

/** A little coarser than the 2021 outlines, as the older edition is looked at less. */
const SMALLEST_TRIANGLE_M2 = 1_000;

/**
 * Outlines of the 2011 LSOAs, one file an ICB of 2022. Generalised for all England before
 * being split, so that neighbouring files meet exactly.
 */
export const boundariesLsoa11: DatasetReader = {
	id: 'boundaries-lsoa11',
	after: ['areas-lsoa11'],
	read(context) {
		const source = context.source();
		const areas = context.table('areas-lsoa11');
		const icbOf = stringsBy(areas, 'lsoa11', 'icb22');
		const read = readTopology(source, 'lsoa11', 'LSOA11CD', LSOA.pattern ?? /./);
		const codes = new Set(codesOf(read));
		for (const code of codes) {
			if (!icbOf.has(code)) throw new SourceError(source.path, `${code} is not in areas-lsoa11`);
		}
		for (const code of icbOf.keys()) {
			if (!codes.has(code)) throw new SourceError(source.path, `${code} is missing`);
		}
		const england = generalise(source.path, read, SMALLEST_TRIANGLE_M2);
		return [...new Set(strings(areas, 'icb22'))].sort().map((icb) => {
			const boundaries = prune(england, (lsoa) => icbOf.get(lsoa) === icb);
			return {
				path: `boundaries/lsoa11/${icb}.json`,
				text: toText(boundaries),
				areas: boundaries.geometries.length
			};
		});
	}
};
