import { around } from 'geokdbush';
import { indexSites } from '../../../src/lib/access/costs.ts';
import { greatCircleKm, SETTLEMENTS, settlementOf } from '../../../src/lib/access/travel.ts';
import { FURTHEST_M, STEP_M } from '../../../src/lib/access/walk-model.ts';
import { indexBy, makeTable, numbers, strings } from '../../../src/lib/facts/table.ts';
import { LATITUDE, LONGITUDE } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { readLibraryBands } from '../library-bands.ts';
import { SourceError } from '../source-error.ts';
import { column } from '../tables.ts';

/**
 * Output areas of England, counted by how settled they are, in how many minutes' walk on the
 * network of paths the nearest library is, and how far it is in a straight line: what the model
 * of walking is held against. Those with a library nearer than their band that the publisher could
 * not route to are left out.
 */
export const libraryWalks: DatasetReader = {
	id: 'library-walks',
	after: ['centroids-oa21', 'areas-lsoa21'],
	read(context) {
		const bands = readLibraryBands(context);
		const routed = context.csv({ longitude: LONGITUDE, latitude: LATITUDE }, { copy: 1 });
		const [x, y] = [numbers(routed, 'longitude'), numbers(routed, 'latitude')];
		const libraries = x.map((longitude, row) => ({ longitude, latitude: y[row] ?? NaN }));
		const index = indexSites(libraries);
		const points = context.table('centroids-oa21');
		const [longitude, latitude] = [numbers(points, 'longitude'), numbers(points, 'latitude')];
		const lsoa = strings(points, 'lsoa21');
		const areas = context.table('areas-lsoa21');
		const [lsoaRow, ruc] = [indexBy(areas, 'lsoa21'), strings(areas, 'ruc21')];
		const pointRow = indexBy(points, 'oa21');
		const counts = new Map<string, number>();
		for (const { oa21, band, isUnrouted } of bands) {
			if (isUnrouted) continue;
			const at = pointRow.get(oa21) ?? -1;
			const from = [longitude[at] ?? NaN, latitude[at] ?? NaN] as const;
			const library = index && libraries[around(index, ...from, 1)[0] ?? -1];
			if (!library) throw new SourceError(context.source(1).path, 'has no libraries');
			const metres = 1000 * greatCircleKm(...from, library.longitude, library.latitude);
			const step = Math.min(FURTHEST_M, STEP_M * Math.floor(metres / STEP_M));
			const settlement = settlementOf(ruc[lsoaRow.get(lsoa[at] ?? '') ?? -1] ?? '');
			const key = [SETTLEMENTS.indexOf(settlement), band ?? 0, step].join(' ');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		const rows = [...counts]
			.map(([key, areasCounted]) => [...key.split(' ').map(Number), areasCounted])
			.sort((a, b) => a.reduce((order, value, at) => order || value - (b[at] ?? 0), 0));
		const cells = (at: number) => rows.map((row) => row[at] ?? 0);
		return makeTable({
			settlement: column(
				'text',
				cells(0).map((at) => SETTLEMENTS[at] ?? null)
			),
			network_minutes: column(
				'integer',
				cells(1).map((band) => (band === 0 ? null : band))
			),
			straight_m: column('integer', cells(2)),
			output_areas: column('integer', cells(3))
		});
	}
};
