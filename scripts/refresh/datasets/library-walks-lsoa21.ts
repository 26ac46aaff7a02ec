import { makeTable, stringsBy } from '../../../src/lib/facts/table.ts';
import type { DatasetReader } from '../dataset.ts';
import { readLibraryBands } from '../library-bands.ts';
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
		const bands = readLibraryBands(context);
		const lsoa = stringsBy(context.table('centroids-oa21'), 'oa21', 'lsoa21');
		/** By neighbourhood the band of each output area: Infinity beyond all, null where unknown. */
		const found = new Map<string, (number | null)[]>();
		for (const { oa21, band, isUnrouted } of bands) {
			const walk = band ?? Infinity;
			const of = lsoa.get(oa21) ?? '';
			found.set(of, [...(found.get(of) ?? []), isUnrouted && walk > NEAR ? null : walk]);
		}
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
