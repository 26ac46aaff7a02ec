import { booleanPointInPolygon, distance } from '@turf/turf';
import { ASSET_KINDS, isAssetKind, subkindLabel } from '../../../src/lib/assets/kinds.ts';
import type { AssetsPart } from '../../../src/lib/region/pack.ts';
import { numbers, optionalStrings, strings, type Table } from '../../lib/table.ts';
import { boundaryFeatures } from '../boundaries.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { lsoaPoints, roundCoordinate } from '../points.ts';
import { regionBounds } from '../region-bounds.ts';

/** Assets this near to a neighbourhood of the region are on its map, with or without the border between. */
const REACH_KM = 10;
/** A degree of latitude, rounded down, so that the first sieve keeps too much. */
const KM_PER_DEGREE = 111;

export interface AssetsRequest {
	part: string;
	/** Dataset of the register. */
	dataset: string;
	/** Dataset naming the directories that rows come from (id, title), if there is one. */
	directories?: string;
}

/**
 * The assets of one dataset in and near a region. Rows with the same group are one
 * venue listed several times: the newest row gives name and point, every directory
 * that lists it is kept as a claim. Closed ones are left out.
 */
export function assetsPart(request: AssetsRequest): PartBuilder {
	return {
		part: request.part,
		async build(context): Promise<AssetsPart> {
			const { geodata } = context;
			const table = await geodata.table(request.dataset);
			const rows = newestOfEachGroup(table, nearby(context, table));

			const lsoa21 = optionalStrings(table, 'lsoa21');
			const lsoa11 = lsoa11Of(context, table, rows);
			const inRegion = new Set(context.selection['2021'].codes);
			const column = (name: string) => {
				const values = optionalStrings(table, name);
				return rows.map(({ newest }) => values[newest] ?? null);
			};
			const sources = await directories(context, request, table, rows);
			const kinds = kindsOf(table, rows);
			const ids = strings(table, 'id');
			const names = strings(table, 'name');
			const longitude = numbers(table, 'longitude');
			const latitude = numbers(table, 'latitude');
			const lastSeen = optionalStrings(table, 'last_seen');
			return {
				part: request.part,
				datasets: [request.dataset],
				collected: strings(table, 'collected').reduce((a, b) => (a > b ? a : b), ''),
				ids: rows.map(({ newest }) => ids[newest] ?? ''),
				names: rows.map(({ newest }) => names[newest] ?? ''),
				kind: kinds.of,
				kinds: kinds.kinds,
				longitude: rows.map(({ newest }) => roundCoordinate(longitude[newest] ?? NaN)),
				latitude: rows.map(({ newest }) => roundCoordinate(latitude[newest] ?? NaN)),
				lsoa21: rows.map(({ newest }) => {
					const code = lsoa21[newest] ?? null;
					return code !== null && inRegion.has(code) ? code : null;
				}),
				lsoa11,
				addresses: column('address'),
				postcodes: column('postcode'),
				lastSeen: rows.map(({ all }) =>
					all.reduce<string | null>((last, row) => later(last, lastSeen[row] ?? null), null)
				),
				claims: sources.claims,
				sources: sources.sources
			};
		}
	};
}

interface AssetRows {
	newest: number;
	all: number[];
}

const later = (a: string | null, b: string | null): string | null =>
	a === null ? b : b === null || a > b ? a : b;

/** Rows within reach of the region and not closed. */
function nearby(context: PartContext, table: Table): number[] {
	const [west, south, east, north] = regionBounds(context);
	const longitude = numbers(table, 'longitude');
	const latitude = numbers(table, 'latitude');
	const lsoa21 = optionalStrings(table, 'lsoa21');
	const status = strings(table, 'status');
	const inRegion = new Set(context.selection['2021'].codes);
	const centroids = lsoaPoints(context, '2021');
	const margin = REACH_KM / KM_PER_DEGREE;
	return [...status.keys()].filter((row) => {
		if (status[row] === 'closed') return false;
		if (inRegion.has(lsoa21[row] ?? '')) return true;
		const x = longitude[row] ?? NaN;
		const y = latitude[row] ?? NaN;
		const wide = margin / Math.cos((y * Math.PI) / 180);
		if (!(x > west - wide && x < east + wide && y > south - margin && y < north + margin)) {
			return false;
		}
		return centroids.some(
			([cx, cy]) => Math.abs(cy - y) < margin && distance([cx, cy], [x, y]) <= REACH_KM
		);
	});
}

/** One entry a venue, in the order of ids. */
function newestOfEachGroup(table: Table, rows: number[]): AssetRows[] {
	const group = optionalStrings(table, 'group');
	const ids = strings(table, 'id');
	const lastSeen = optionalStrings(table, 'last_seen');
	const groups = new Map<string, number[]>();
	for (const row of rows) {
		const key = group[row] ?? ids[row] ?? '';
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const order = (row: number) => `${lastSeen[row] ?? ''} ${ids[row] ?? ''}`;
	return [...groups.values()]
		.map((all) => ({
			all,
			newest: all.reduce((a, b) => (order(b) > order(a) ? b : a))
		}))
		.sort((a, b) => ((ids[a.newest] ?? '') < (ids[b.newest] ?? '') ? -1 : 1));
}

/** The 2011 LSOA of each asset inside the region, by its point in the boundary. */
function lsoa11Of(context: PartContext, table: Table, rows: AssetRows[]): (string | null)[] {
	const features = boundaryFeatures(context, '2011');
	const longitude = numbers(table, 'longitude');
	const latitude = numbers(table, 'latitude');
	const lsoa21 = optionalStrings(table, 'lsoa21');
	const inRegion = new Set(context.selection['2021'].codes);
	return rows.map(({ newest }) => {
		const code = lsoa21[newest] ?? null;
		if (code === null || !inRegion.has(code)) return null;
		if (features.has(code)) return code; // unchanged since 2011
		const point = [longitude[newest] ?? NaN, latitude[newest] ?? NaN];
		for (const [candidate, feature] of features) {
			if (booleanPointInPolygon(point, feature)) return candidate;
		}
		return null;
	});
}

/** The most specific words for what an asset is. */
function kindLabel(kind: string, subkind: string | null): { id: string; label: string } {
	if (!isAssetKind(kind)) throw new Error(`the asset register has a kind "${kind}" nobody named`);
	const label = subkind === null ? undefined : subkindLabel(kind, subkind);
	return label === undefined
		? { id: kind, label: ASSET_KINDS[kind].label }
		: { id: `${kind}/${subkind}`, label };
}

function kindsOf(table: Table, rows: AssetRows[]) {
	const kind = strings(table, 'kind');
	const subkind = optionalStrings(table, 'subkind');
	const labels = rows.map(({ newest }) => kindLabel(kind[newest] ?? '', subkind[newest] ?? null));
	const kinds = [...new Map(labels.map((label) => [label.id, label])).values()].sort((a, b) =>
		a.id < b.id ? -1 : 1
	);
	const position = new Map(kinds.map(({ id }, i) => [id, i]));
	return { kinds, of: labels.map(({ id }) => position.get(id) ?? -1) };
}

async function directories(
	{ geodata }: PartContext,
	request: AssetsRequest,
	table: Table,
	rows: AssetRows[]
) {
	const detail = optionalStrings(table, 'source_detail');
	const claimed = rows.map(({ all }) => [
		...new Set(all.flatMap((row) => detail[row] ?? request.dataset))
	]);
	const ids = [...new Set(claimed.flat())].sort();
	const titles = new Map<string, string>([
		[request.dataset, geodata.dataset(request.dataset).publisher]
	]);
	if (request.directories) {
		const listed = await geodata.table(request.directories);
		const names = strings(listed, 'title');
		strings(listed, 'directory').forEach((id, row) => titles.set(id, names[row] ?? id));
	}
	const position = new Map(ids.map((id, i) => [id, i]));
	return {
		sources: ids.map((id) => ({ id, title: titles.get(id) ?? id })),
		claims: claimed.map((list) => list.map((id) => position.get(id) ?? -1).sort((a, b) => a - b))
	};
}
