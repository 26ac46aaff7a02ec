import { strings } from '../../../src/lib/facts/table.ts';
import { prune, readTopology, toText, codesOf } from '../boundaries.ts';
import { LSOA } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';

/** Outlines of the 2021 LSOAs, one file an ICB; neighbouring files meet exactly. */
export const boundariesLsoa21: DatasetReader = {
	id: 'boundaries-lsoa21',
	after: ['areas-lsoa21'],
	read(context) {
		const areas = context.table('areas-lsoa21');
		const icbs = strings(areas, 'icb24');
		const expected = new Map<string, Set<string>>();
		strings(areas, 'lsoa21').forEach((lsoa, row) => {
			const icb = icbs[row] ?? '';
			expected.set(icb, (expected.get(icb) ?? new Set()).add(lsoa));
		});
		const files = context.folder().map((source) => {
			const icb = /(E54\d{6})\.topojson/.exec(source.path)?.[1] ?? '';
			const lsoas = expected.get(icb);
			if (!lsoas) throw new SourceError(source.path, 'is not named for an ICB of areas-lsoa21');
			expected.delete(icb);
			const pattern = LSOA.pattern ?? /./;
			const boundaries = prune(readTopology(source, 'lsoa21', 'LSOA21CD', pattern));
			const codes = codesOf(boundaries);
			for (const code of codes) {
				if (!lsoas.delete(code)) throw new SourceError(source.path, `${code} is not in ${icb}`);
			}
			const [missing] = lsoas;
			if (missing) throw new SourceError(source.path, `${missing} is missing`);
			return {
				path: `boundaries/lsoa21/${icb}.json`,
				text: toText(boundaries),
				areas: codes.length
			};
		});
		const [missing] = expected.keys();
		if (missing) {
			throw new SourceError(context.source().path, `there is no file for ${missing} beside it`);
		}
		return files;
	}
};
