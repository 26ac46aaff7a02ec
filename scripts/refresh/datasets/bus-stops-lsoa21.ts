import { makeTable, optionalNumbers, strings, stringsBy } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { COUNT, optional, OUTPUT_AREA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column } from '../tables.ts';

/** A stop this near, in metres in a straight line, is near. */
const NEAR = 400;

/**
 * How far the nearest bus stop is, by neighbourhood: the mean metres of its output areas, and how many
 * of them have a stop within 400 metres. Null where an output area has no figure: it is unknown.
 */
export const busStopsLsoa21: DatasetReader = {
	id: 'bus-stops-lsoa21',
	after: ['areas-lsoa21', 'centroids-oa21'],
	read(context) {
		const read = context.csv({
			oa21: unique(OUTPUT_AREA),
			metres: optional(COUNT),
			stops: optional(COUNT)
		});
		checkCodes(context, read, 'oa21', { dataset: 'centroids-oa21', all: true });
		const [metres, stops] = [optionalNumbers(read, 'metres'), optionalNumbers(read, 'stops')];
		const lsoa = stringsBy(context.table('centroids-oa21'), 'oa21', 'lsoa21');
		const found = new Map<string, (number | null)[]>();
		strings(read, 'oa21').forEach((code, row) => {
			const far = metres[row] ?? null;
			const near = stops[row] ?? null;
			// The nearest is rounded to a metre: at the bound itself both may be true.
			if (
				(far === null) !== (near === null) ||
				(far !== null && far !== NEAR && far < NEAR !== (near ?? 0) > 0)
			) {
				throw new SourceError(
					context.source().path,
					`${code}: ${far} metres to the nearest stop, but ${near} stops within ${NEAR}`
				);
			}
			const of = lsoa.get(code) ?? '';
			found.set(of, [...(found.get(of) ?? []), far]);
		});
		const codes = [...found.keys()].sort();
		const of = (make: (known: number[]) => number) =>
			codes.map((code) => {
				const all = found.get(code) ?? [];
				const known = all.filter((far) => far !== null);
				return known.length < all.length ? null : make(known);
			});
		return makeTable({
			lsoa21: column('code', codes),
			output_areas: column(
				'integer',
				of((known) => known.length)
			),
			near_stop: column(
				'integer',
				of((known) => known.filter((far) => far <= NEAR).length)
			),
			stop_metres: column(
				'integer',
				of((known) => Math.round(known.reduce((sum, far) => sum + far, 0) / known.length))
			)
		});
	}
};
