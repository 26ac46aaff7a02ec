import {
	flags,
	makeTable,
	optionalNumbers,
	strings,
	stringsBy
} from '../../../src/lib/facts/table.ts';
import { BANDS } from '../../../src/lib/access/walk-model.ts';
import { checkCodes } from '../checks.ts';
import { FLAG, optional, OUTPUT_AREA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column } from '../tables.ts';

/** Minutes of a walk at 5 km an hour that count as near, and as not far. */
const [NEAR, NOT_FAR] = [15, 30];

/**
 * How many output areas of each neighbourhood have a library within 15 and within 30 minutes' walk on
 * the network of paths. Null where that of one of them is unknown: a library that the publisher
 * could not route to is nearer than the one that it routed to, and that one is not near.
 */
export const libraryWalksLsoa21: DatasetReader = {
	id: 'library-walks-lsoa21',
	after: ['areas-lsoa21', 'centroids-oa21'],
	read(context) {
		const read = context.csv({
			oa21: unique(OUTPUT_AREA),
			minutes: optional({ type: 'integer', min: 5, max: 30 }),
			unrouted: FLAG
		});
		checkCodes(context, read, 'oa21', { dataset: 'centroids-oa21', all: true });
		const minutes = optionalNumbers(read, 'minutes');
		const unrouted = flags(read, 'unrouted');
		const lsoa = stringsBy(context.table('centroids-oa21'), 'oa21', 'lsoa21');
		/** By neighbourhood the band of each output area: Infinity beyond all, null where unknown. */
		const found = new Map<string, (number | null)[]>();
		strings(read, 'oa21').forEach((code, row) => {
			const band = minutes[row] ?? null;
			if (band !== null && !BANDS.includes(band)) {
				throw new SourceError(context.source().path, `${code}: ${band} is none of the bands`);
			}
			const walk = band ?? Infinity;
			const of = lsoa.get(code) ?? '';
			found.set(of, [...(found.get(of) ?? []), unrouted[row] && walk > NEAR ? null : walk]);
		});
		const codes = [...found.keys()].sort();
		const count = (counts: (walk: number) => boolean) =>
			codes.map((code) => {
				const all = found.get(code) ?? [];
				const known = all.filter((walk) => walk !== null);
				return known.length < all.length ? null : known.filter(counts).length;
			});
		return makeTable({
			lsoa21: column('code', codes),
			output_areas: column(
				'integer',
				count(() => true)
			),
			library_15: column(
				'integer',
				count((walk) => walk <= NEAR)
			),
			library_30: column(
				'integer',
				count((walk) => walk <= NOT_FAR)
			)
		});
	}
};
