import { unchangedIn } from '../../../src/lib/facts/links.ts';
import { around } from 'geokdbush';
import { indexSites } from '../../../src/lib/access/costs.ts';
import { fitDetour, type DistancePair } from '../../../src/lib/access/detour.ts';
import { greatCircleKm, SETTLEMENTS, settlementOf } from '../../../src/lib/access/travel.ts';
import {
	makeTable,
	numbers,
	optionalNumbers,
	optionalStrings,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import type { DatasetReader } from '../dataset.ts';
import { column } from '../tables.ts';

/** Every neighbourhood together. */
const ALL = 'all';
/** Subkinds of schools that take children of primary age from where they live. */
const PRIMARY = new Set(['primary', 'all-through']);

/**
 * How much longer ways to primary schools are than straight lines, by how settled the
 * neighbourhood is and by its rural-urban class. Neighbourhoods whose 2011 outline still
 * stands, so that output areas of 2021 lie in them.
 */
export const detourFactors: DatasetReader = {
	id: 'detour-factors',
	after: ['underlying-2019', 'schools', 'centroids-oa21', 'lsoa11-lsoa21', 'areas-lsoa11'],
	read(context) {
		const straight = straightDistances(
			context.table('schools'),
			context.table('centroids-oa21'),
			context.table('lsoa11-lsoa21')
		);
		const areas = context.table('areas-lsoa11');
		const code = strings(areas, 'ruc11');
		const name = strings(areas, 'ruc11_name');
		const classOf = new Map(
			strings(areas, 'lsoa11').map((lsoa, row) => [
				lsoa,
				{ code: code[row] ?? '', name: name[row] ?? '' }
			])
		);
		const groups = new Map<string, { name: string; pairs: DistancePair[] }>();
		for (const settlement of SETTLEMENTS) {
			groups.set(settlement, { name: settlement, pairs: [] });
		}
		groups.set(ALL, { name: ALL, pairs: [] });
		const distances = context.table('underlying-2019');
		const road = numbers(distances, 'road_km_primary_school');
		strings(distances, 'lsoa11').forEach((lsoa, row) => {
			const line = straight.get(lsoa);
			const found = classOf.get(lsoa);
			if (line === undefined || !found) return;
			const pair = { road: road[row] ?? NaN, straight: line };
			const own = groups.get(found.code) ?? { name: found.name, pairs: [] };
			groups.set(found.code, own);
			for (const group of [own, groups.get(settlementOf(found.code)), groups.get(ALL)]) {
				group?.pairs.push(pair);
			}
		});
		const codes = [...groups.keys()];
		const order = [ALL, ...SETTLEMENTS, ...codes.filter((one) => /^[A-Z]/.test(one)).sort()];
		const rows = order.map((group) => {
			const { name = group, pairs = [] } = groups.get(group) ?? {};
			return { group, name, ...fitDetour(pairs) };
		});
		const rounded = (of: (row: (typeof rows)[number]) => number) =>
			column(
				'number',
				rows.map((row) => Number(of(row).toFixed(3)))
			);
		return makeTable({
			class: column('code', order),
			name: column(
				'text',
				rows.map((row) => row.name)
			),
			areas: column(
				'integer',
				rows.map((row) => row.areas)
			),
			ratio: rounded((row) => row.ratio),
			slope: rounded((row) => row.slope),
			intercept_km: rounded((row) => row.intercept),
			median_error: rounded((row) => row.medianError),
			within_quarter: rounded((row) => row.withinQuarter)
		});
	}
};

/** Mean straight kilometres from a neighbourhood's output areas to the nearest primary school. */
function straightDistances(schools: Table, points: Table, links: Table): Map<string, number> {
	const subkind = optionalStrings(schools, 'subkind');
	const [x, y] = [optionalNumbers(schools, 'longitude'), optionalNumbers(schools, 'latitude')];
	const sites = subkind.flatMap((one, row) => {
		const [longitude, latitude] = [x[row] ?? null, y[row] ?? null];
		return one !== null && PRIMARY.has(one) && longitude !== null && latitude !== null
			? [{ longitude, latitude }]
			: [];
	});
	const index = indexSites(sites);
	if (!index) throw new Error('there are no primary schools');
	const unchanged = unchangedIn(links);
	const longitude = numbers(points, 'longitude');
	const latitude = numbers(points, 'latitude');
	const sums = new Map<string, { km: number; points: number }>();
	strings(points, 'lsoa21').forEach((lsoa, row) => {
		if (!unchanged.has(lsoa)) return;
		const from = [longitude[row] ?? NaN, latitude[row] ?? NaN] as const;
		const school = sites[around(index, ...from, 1)[0] ?? -1];
		if (!school) return;
		const sum = sums.get(lsoa) ?? { km: 0, points: 0 };
		sum.km += greatCircleKm(...from, school.longitude, school.latitude);
		sum.points++;
		sums.set(lsoa, sum);
	});
	return new Map([...sums].map(([lsoa, { km, points }]) => [lsoa, km / points]));
}
