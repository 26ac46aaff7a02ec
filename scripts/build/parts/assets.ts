import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	isAssetKind,
	subkindLabel,
	type AssetStatus
} from '../../../src/lib/register/kinds.ts';
import { collectionsOf, newestOf } from '../../../src/lib/register/freshness.ts';
import {
	ordinaryCase,
	postcodeOnce,
	shownName,
	toldApart
} from '../../../src/lib/register/names.ts';
import { atRegisterPoints, joined } from './assets-tables.ts';
import type { NameOf } from '../../../src/lib/facts/parts.ts';
import type { AssetsPart, Confirmation } from '../../../src/lib/register/parts.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import {
	optionalNumbers,
	optionalStrings,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import { boundaryFeatures } from '../boundaries.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { lsoaPoints, roundCoordinate } from '../points.ts';
import { regionBounds } from '../region-bounds.ts';
import { linkRegister, type RegisterLinkage } from '../register.ts';

/** Assets this near to a neighbourhood of the region are on its map, with or without the border between. */
const REACH_KM = 10;
/** A degree of latitude, rounded down, so that the first sieve keeps too much. */
const KM_PER_DEGREE = 111;

/** A row of the register, as far as builders need it. */
export interface AssetRow {
	id: string;
	kind: string;
	subkind: string | null;
	name: string;
	/** The dataset. */
	source: string;
	detail: string | null;
	note: string | null;
	inside: boolean;
}

export interface AssetsRequest {
	part: NameOf<'assets'>;
	/** Datasets of the register that it is made of. */
	datasets: string[];
	/** Which of their rows; default: all. */
	keep?: (row: AssetRow) => boolean;
	/** Where the region has rows of this dataset, it has rows of no other: it is complete there. */
	completeInside?: string;
	/** Dataset naming the directories that rows come from (id, title), if there is one. */
	directories?: string;
	/** How far beyond the region, where people travel further for it than usual. */
	reachKm?: number;
	/** Names and addresses are given in capitals. */
	capitals?: boolean;
	/** What else is said of each. */
	notes?: (geodata: Geodata) => Promise<(row: AssetRow) => string[]>;
	/** What confirms each, and the dataset that says so. */
	confirmed?: {
		dataset: string;
		read: (geodata: Geodata) => Promise<(row: AssetRow) => Confirmation | null>;
	};
	/** Figures about each, and the further datasets that they come from. */
	figures?: {
		datasets: string[];
		read: (geodata: Geodata) => Promise<Record<string, (row: AssetRow) => number | null>>;
	};
}

/**
 * The assets of some datasets in and near a region, one entry a place: of rows that the
 * linkage of the register joins, the newest gives the name, and the point where no official
 * register has one; what moves gives neither while there is another. Every directory that lists
 * one is kept as a claim. Closed ones, those without a point, and those that must not be found
 * are left out. `merged` says which are one place, over all parts.
 */
export function assetsPart(request: AssetsRequest): PartBuilder {
	return {
		part: request.part,
		async build(context): Promise<AssetsPart> {
			const { geodata } = context;
			const linkage = await geodata.once(linkRegister);
			const { merged, movedOn, leftOut, postal } = linkage;
			const table = atRegisterPoints(
				joined(await Promise.all(request.datasets.map((id) => geodata.table(id)))),
				linkage
			);
			const reachKm = request.reachKm ?? REACH_KM;
			const row = rowReader(context, table);
			const near = nearby(context, table, reachKm).filter(
				(one) =>
					!leftOut.has(row(one).id) &&
					!postal.has(row(one).id) &&
					!movedOn.has(row(one).id) &&
					(request.keep?.(row(one)) ?? true)
			);
			const rows = newestOfEachPlace(
				table,
				withoutRivals(near, row, request.completeInside),
				linkage
			);

			const lsoa21 = optionalStrings(table, 'lsoa21');
			const lsoa11 = lsoa11Of(context, table, rows);
			const inRegion = context.selection['2021'];
			const column = (name: string) => {
				const values = optionalStrings(table, name);
				return rows.map(({ newest }) => values[newest] ?? null);
			};
			const styled = (name: string | null) =>
				name !== null && request.capitals ? ordinaryCase(name) : name;
			const sources = await directories(context, request, table, rows);
			const kinds = kindsOf(table, rows);
			const { statuses, status } = statusesOf(table, rows);
			const ids = strings(table, 'id');
			const [names, kindIds] = [strings(table, 'name'), strings(table, 'kind')];
			const addresses = optionalStrings(table, 'address');
			const postcodes = optionalStrings(table, 'postcode');
			const longitude = optionalNumbers(table, 'longitude');
			const latitude = optionalNumbers(table, 'latitude');
			const lastSeen = optionalStrings(table, 'last_seen');
			const notes = await request.notes?.(geodata);
			const figures = await request.figures?.read(geodata);
			const confirmed = await request.confirmed?.read(geodata);
			return {
				kind: 'assets',
				part: request.part,
				datasets: [
					...request.datasets,
					...(request.confirmed ? [request.confirmed.dataset] : []),
					...(request.figures?.datasets ?? [])
				],
				collected: newestOf(strings(table, 'collected')),
				reachKm,
				ids: rows.map(({ newest }) => ids[newest] ?? ''),
				merged: rows.map(({ newest }) => {
					const id = ids[newest] ?? '';
					const place = merged.get(id) ?? id;
					return place === id ? null : place;
				}),
				names: toldApart(
					rows.map(({ newest }) => {
						const [kind, postcode] = [kindIds[newest] ?? '', postcodes[newest] ?? null];
						const name = shownName({
							name: styled(names[newest] ?? '') ?? '',
							kind,
							address: addresses[newest] ?? null,
							postcode,
							moves: linkage.moving.has(ids[newest] ?? '')
						});
						// The branches of a chain have one name, as everybody knows.
						return { name, postcode: kind === 'community-venue' ? postcode : null };
					})
				),
				kindOf: kinds.of,
				kinds: kinds.kinds,
				status,
				statuses,
				longitude: rows.map(({ newest }) => roundCoordinate(longitude[newest] ?? NaN)),
				latitude: rows.map(({ newest }) => roundCoordinate(latitude[newest] ?? NaN)),
				lsoa21: rows.map(({ newest }) => {
					const code = lsoa21[newest] ?? null;
					return code !== null && inRegion.has(code) ? code : null;
				}),
				lsoa11,
				addresses: rows.map(({ newest }) =>
					styled(postcodeOnce(addresses[newest] ?? null, postcodes[newest] ?? null))
				),
				postcodes: column('postcode'),
				lastSeen: rows.map(({ all }) =>
					all.reduce<string | null>((last, one) => later(last, lastSeen[one] ?? null), null)
				),
				claims: sources.claims,
				sources: sources.sources,
				...(notes && { notes: rows.map(({ newest }) => notes(row(newest))) }),
				...(confirmed && { confirmed: rows.map(({ newest }) => confirmed(row(newest))) }),
				...(figures && {
					figures: Object.fromEntries(
						Object.entries(figures).map(([name, read]) => [
							name,
							rows.map(({ newest }) => read(row(newest)))
						])
					)
				})
			};
		}
	};
}

function rowReader({ selection }: PartContext, table: Table): (row: number) => AssetRow {
	const text = (name: string) => strings(table, name);
	const optional = (name: string) => optionalStrings(table, name);
	const [id, kind, name, source] = [text('id'), text('kind'), text('name'), text('source')];
	const [subkind, detail, note, lsoa21] = [
		optional('subkind'),
		optional('source_detail'),
		optional('note'),
		optional('lsoa21')
	];
	const inRegion = selection['2021'];
	return (row) => ({
		id: id[row] ?? '',
		kind: kind[row] ?? '',
		subkind: subkind[row] ?? null,
		name: name[row] ?? '',
		source: source[row] ?? '',
		detail: detail[row] ?? null,
		note: note[row] ?? null,
		inside: inRegion.has(lsoa21[row] ?? '')
	});
}

/** Without the rows inside the region that the complete dataset makes superfluous. */
function withoutRivals(
	rows: number[],
	row: (index: number) => AssetRow,
	complete: string | undefined
): number[] {
	const isComplete = rows.some((one) => row(one).inside && row(one).source === complete);
	return isComplete ? rows.filter((one) => !row(one).inside || row(one).source === complete) : rows;
}

interface AssetRows {
	newest: number;
	all: number[];
}

const later = (a: string | null, b: string | null): string | null =>
	a === null ? b : b === null || a > b ? a : b;

/** Rows with a point within reach of the region and not closed. */
function nearby(context: PartContext, table: Table, reachKm: number): number[] {
	const [west, south, east, north] = regionBounds(context);
	const longitude = optionalNumbers(table, 'longitude');
	const latitude = optionalNumbers(table, 'latitude');
	const lsoa21 = optionalStrings(table, 'lsoa21');
	const status = strings(table, 'status');
	const inRegion = context.selection['2021'];
	const centroids = lsoaPoints(context, '2021');
	const margin = reachKm / KM_PER_DEGREE;
	return [...status.keys()].filter((row) => {
		const x = longitude[row] ?? null;
		const y = latitude[row] ?? null;
		if (status[row] === 'closed' || x === null || y === null) return false;
		if (inRegion.has(lsoa21[row] ?? '')) return true;
		const wide = margin / Math.cos((y * Math.PI) / 180);
		if (!(x > west - wide && x < east + wide && y > south - margin && y < north + margin)) {
			return false;
		}
		return centroids.some(
			([cx, cy]) => Math.abs(cy - y) < margin && distance([cx, cy], [x, y]) <= reachKm
		);
	});
}

/** One entry a place; neighbours stand together, for what they have in common packs well. */
function newestOfEachPlace(
	table: Table,
	rows: number[],
	{ merged, moving }: Pick<RegisterLinkage, 'merged' | 'moving'>
): AssetRows[] {
	const ids = strings(table, 'id');
	const lastSeen = optionalStrings(table, 'last_seen');
	const groups = new Map<string, number[]>();
	for (const row of rows) {
		const key = merged.get(ids[row] ?? '') ?? ids[row] ?? '';
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const [lsoa21, postcode] = [optionalStrings(table, 'lsoa21'), optionalStrings(table, 'postcode')];
	const where = (row: number) => `${lsoa21[row] ?? ''} ${postcode[row] ?? ''} ${ids[row] ?? ''}`;
	const order = (row: number) => {
		const id = ids[row] ?? '';
		return `${moving.has(id) ? 0 : 1} ${lastSeen[row] ?? ''} ${id}`;
	};
	return [...groups.values()]
		.map((all) => ({
			all,
			newest: all.reduce((a, b) => (order(b) > order(a) ? b : a))
		}))
		.sort((a, b) => (where(a.newest) < where(b.newest) ? -1 : 1));
}

/** The 2011 LSOA of each asset inside the region, by its point in the boundary. */
function lsoa11Of(context: PartContext, table: Table, rows: AssetRows[]): (string | null)[] {
	const features = boundaryFeatures(context, '2011');
	const longitude = optionalNumbers(table, 'longitude');
	const latitude = optionalNumbers(table, 'latitude');
	const lsoa21 = optionalStrings(table, 'lsoa21');
	const inRegion = context.selection['2021'];
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

function statusesOf(table: Table, rows: AssetRows[]) {
	const status = strings(table, 'status');
	const found = rows.map(({ newest }) => {
		const one = status[newest] ?? '';
		if (!Object.hasOwn(ASSET_STATUSES, one)) throw new Error(`an asset has the status "${one}"`);
		return one as AssetStatus;
	});
	const statuses = [...new Set(found)].sort();
	return { statuses, status: found.map((one) => statuses.indexOf(one)) };
}

/** Who lists each asset: the directories, where the dataset is made from several, else its publisher. */
async function directories(
	{ geodata }: PartContext,
	request: AssetsRequest,
	table: Table,
	rows: AssetRows[]
) {
	const source = strings(table, 'source');
	const detail = optionalStrings(table, 'source_detail');
	const collections = collectionsOf(
		strings(table, 'collected').map((collected, row) => ({ source: source[row] ?? '', collected }))
	);
	const newest = newestOf(collections.values());
	const datasetOf = new Map(
		source.map((id, row) => [(request.directories && detail[row]) || id, id])
	);
	const claimed = rows.map(({ all }) => [
		...new Set(all.map((row) => (request.directories && detail[row]) || (source[row] ?? '')))
	]);
	const ids = [...new Set(claimed.flat())].sort();
	const titles = new Map<string, string>(
		request.datasets.map((id) => [id, geodata.dataset(id).publisher])
	);
	if (request.directories) {
		const listed = await geodata.table(request.directories);
		const names = strings(listed, 'title');
		strings(listed, 'directory').forEach((id, row) => titles.set(id, names[row] ?? id));
	}
	const position = new Map(ids.map((id, i) => [id, i]));
	return {
		sources: ids.map((id) => {
			const collected = collections.get(datasetOf.get(id) ?? '') ?? newest;
			return { id, title: titles.get(id) ?? id, ...(collected !== newest && { collected }) };
		}),
		claims: claimed.map((list) => list.map((id) => position.get(id) ?? -1).sort((a, b) => a - b))
	};
}
