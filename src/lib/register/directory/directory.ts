/**
 * The directory of a region: a row for every building or service that any source, or the reader's
 * own list, knows of; what each says of it is kept. Rows are chosen by kind, place, status, age
 * and words, and put in order.
 */
import { findArea, groupOf, type RegionAreas } from '../../areas/region.ts';
import { soughtWords, wordsOf } from '../../text/words.ts';
import type { Asset, AssetField } from '../asset.ts';
import {
	collectionsOf,
	freshestOf,
	freshnessOf,
	lastDayOf,
	monthsBefore,
	newestOf,
	type Collections,
	type Freshness
} from '../freshness.ts';
import { ASSET_KINDS, subkindLabel, type AssetKind, type AssetStatus } from '../kinds.ts';
import type { OwnAsset } from '../own-part.ts';
import { hasMovedOn, type Claim } from '../register.ts';
import { isSensitive } from '../sensitive.ts';
import { AGE_IDS, inOrder, type Age, type Sort } from './orders.ts';

/** What one source says of an asset. */
export interface DirectoryClaim {
	asset: Asset;
	/** From the reader's own list. */
	yours: boolean;
	/** Of what moves (see {@link Claim}). */
	moves?: true | undefined;
	/** Its status when its source was last collected, with the date that decides, and why. */
	freshness: Freshness;
	/** What the reader took away: no other claim fills it in. */
	removed?: readonly AssetField[];
	/** The kind that the reader says it is not: no other claim makes it that. */
	was?: AssetKind;
}

/** A building or service, with every claim about it. The first leads: name and point are its. */
export interface DirectoryRow {
	/** Id of the place; see `merged` of a part. */
	id: string;
	lead: Asset;
	claims: readonly DirectoryClaim[];
	/** Kinds of all its claims, each once, but for one that the reader corrected. */
	kinds: readonly AssetKind[];
	/** What is most in its favour among its claims. */
	freshness: Freshness;
	status: AssetStatus;
	/** When it was last listed or checked by anyone: a day, month or year, as precise as is known. */
	known: string;
	age: Age;
	yours: boolean;
	/** LSOA index in the areas of 2021; null outside the region or without a point. */
	area: number | null;
	/** Words to find it by, worked out when they are first asked for. */
	readonly words: string;
}

export interface Directory {
	rows: DirectoryRow[];
	/** The newest day on which any of its sources was collected. */
	reference: string;
}

export interface DirectoryFilter {
	/** Any of these; none chosen is all. */
	kinds: readonly AssetKind[];
	/** Code of an area of any level; null for everywhere. */
	place: string | null;
	statuses: readonly AssetStatus[];
	ages: readonly Age[];
	/** Only the reader's own. */
	yours: boolean;
	/** Every word of it begins a word of the row. */
	text: string;
}

export const NO_FILTER: DirectoryFilter = {
	kinds: [],
	place: null,
	statuses: [],
	ages: [],
	yours: false,
	text: ''
};

/** The most specific words for what an asset is. */
export const kindWords = ({ kind, subkind }: Pick<Asset, 'kind' | 'subkind'>): string =>
	(subkind === null ? undefined : subkindLabel(kind, subkind)) ?? ASSET_KINDS[kind].label;

/** An asset of the reader's own, as far as the directory needs it. */
export type OwnWord = Pick<OwnAsset, 'asset' | 'removed' | 'was' | 'released'>;

/**
 * One row a building or service. An asset of the reader's own with the id of one of the register
 * stands with it and leads: it is what they brought back. What must not be found is in no row: the
 * pack leaves it out already, and so does this.
 *
 * @param collections when each source of the register was last collected
 */
export function makeDirectory(
	claims: readonly Claim[],
	yours: readonly OwnWord[],
	areas: RegionAreas,
	collections: Collections
): Directory {
	const all = new Map([...collections, ...collectionsOf(yours.map(({ asset }) => asset))]);
	const places = new Map<string, DirectoryClaim[]>();
	const placeOf = new Map<string, string>();
	const fresh = rememberFreshness(all);
	const put = (asset: Asset & Pick<Claim, 'moves'>, place: string, own: OwnWord | null) => {
		const claim: DirectoryClaim = {
			asset,
			yours: own !== null,
			moves: asset.moves,
			freshness: fresh(asset),
			...(own?.removed && { removed: own.removed }),
			...(own?.was && { was: own.was })
		};
		placeOf.set(asset.id, place);
		const there = places.get(place);
		if (there) there.push(claim);
		else places.set(place, [claim]);
	};
	for (const claim of claims) if (!isSensitive(claim)) put(claim, claim.place, null);
	for (const own of yours) {
		if (own.released !== true && isSensitive(own.asset)) continue;
		put(own.asset, placeOf.get(own.asset.id) ?? own.asset.id, own);
	}
	return {
		rows: [...places].map(([id, there]) => rowOf(id, there, areas)),
		reference: newestOf(all.values())
	};
}

/** A building or service with every claim about it in order, the leading one first. */
export interface MergedPlace {
	id: string;
	claims: readonly DirectoryClaim[];
	freshness: Freshness;
}

/**
 * Claims by the place that they are of, as the directory shows it.
 *
 * @param collections when each source was last collected
 */
export function mergedPlaces(claims: readonly Claim[], collections: Collections): MergedPlace[] {
	const places = new Map<string, DirectoryClaim[]>();
	const fresh = rememberFreshness(collections);
	for (const claim of claims) {
		if (isSensitive(claim)) continue;
		const said = { asset: claim, yours: false, moves: claim.moves, freshness: fresh(claim) };
		places.set(claim.place, [...(places.get(claim.place) ?? []), said]);
	}
	return [...places].map(([id, all]) => mergedOf(id, all));
}

function mergedOf(id: string, all: readonly DirectoryClaim[]): MergedPlace {
	const claims = all.length > 1 ? all.toSorted(leadsOver) : all;
	const [first] = claims;
	if (!first) throw new Error(`asset ${id} has no claim`);
	// What has moved on says nothing of the building that it left.
	const staying = claims.filter(({ moves, asset }) => !hasMovedOn({ moves, status: asset.status }));
	// What the reader brought back has the last word on what it says.
	const freshness =
		first.yours || claims.length === 1
			? first.freshness
			: (freshestOf(staying.map((claim) => claim.freshness)) ?? first.freshness);
	return { id, claims, freshness };
}

/** Freshness by what decides on it: thousands of claims have few different dates. */
function rememberFreshness(
	collections: Collections
): (asset: Asset & Pick<Claim, 'moves'>) => Freshness {
	const known = new Map<string, Freshness>();
	return (asset) => {
		const { status, verified, verifiedBy, lastSeen, collected, source, moves } = asset;
		const key = [source, status, verified, verifiedBy, lastSeen, collected, moves].join();
		const found = known.get(key) ?? freshnessOf(asset, collections.get(source) ?? collected);
		known.set(key, found);
		return found;
	};
}

function rowOf(id: string, all: readonly DirectoryClaim[], areas: RegionAreas): DirectoryRow {
	const { claims, freshness } = mergedOf(id, all);
	const [first] = claims;
	if (!first) throw new Error(`asset ${id} has no claim`);
	const known =
		claims.length === 1
			? first.freshness.date
			: newestOf(claims.map((claim) => claim.freshness.date));
	const code = claims.find(({ asset }) => asset.lsoa21 !== null)?.asset.lsoa21;
	const area = code == null ? null : (areas.index.get(code) ?? null);
	let words: string | undefined;
	const kinds = kindsOf(claims);
	return {
		id,
		lead: first.asset,
		claims,
		kinds,
		freshness,
		status: freshness.status,
		known,
		age: youngest(claims.map((claim) => ageOf(claim.freshness.date, claim.freshness.from))),
		yours: claims.some(({ yours }) => yours),
		area,
		get words() {
			words ??= searchWords(claims, kinds, area, areas);
			return words;
		}
	};
}

/**
 * What it is by its claims. A kind that the reader corrected is left out, and so is what the register
 * calls the very entry that they have a word on.
 */
function kindsOf(claims: readonly DirectoryClaim[]): AssetKind[] {
	const own = claims.filter(({ yours }) => yours);
	const told = new Set(own.map(({ asset }) => asset.id));
	const wrong = new Set(own.map(({ was }) => was));
	const counted = claims.filter(
		({ asset, yours }) => yours || !(told.has(asset.id) || wrong.has(asset.kind))
	);
	return [...new Set(counted.map(({ asset }) => asset.kind))];
}

/**
 * The reader's own, then what is checked, then what a place is before what happens there (a library
 * before the warm space in it, and that before an event that moves), then the latest; ids decide
 * what is left.
 */
function leadsOver(a: DirectoryClaim, b: DirectoryClaim): number {
	const rank = ({ yours, moves, freshness: { status }, asset: { kind } }: DirectoryClaim) =>
		yours ? 0 : moves ? 4 : status === 'verified' ? 1 : kind === 'community-venue' ? 3 : 2;
	const [one, other] = [lastDayOf(a.freshness.date), lastDayOf(b.freshness.date)];
	return (
		rank(a) - rank(b) ||
		(one < other ? 1 : one > other ? -1 : 0) ||
		(a.asset.id < b.asset.id ? -1 : 1)
	);
}

/**
 * How long before a source was last collected a date is; one known to the year or month counts as its
 * last day.
 */
export function ageOf(known: string, collected: string): Age {
	const day = lastDayOf(known);
	if (day >= monthsBefore(collected, 12)) return 'year';
	return day >= monthsBefore(collected, 24) ? 'two-years' : 'older';
}

const youngest = (ages: readonly Age[]): Age =>
	AGE_IDS.find((age) => ages.includes(age)) ?? 'older';

function searchWords(
	claims: readonly DirectoryClaim[],
	kinds: readonly AssetKind[],
	area: number | null,
	areas: RegionAreas
): string {
	const texts = claims.flatMap(({ asset }) => [
		asset.name,
		...(kinds.includes(asset.kind) ? [ASSET_KINDS[asset.kind].label, kindWords(asset)] : []),
		asset.organisation ?? '',
		asset.address ?? '',
		// A postcode is found with and without its blank.
		asset.postcode ?? '',
		asset.postcode?.replace(/\s/g, '') ?? ''
	]);
	const around =
		area === null ? [] : [groupOf(areas, 'msoa', area).name, groupOf(areas, 'district', area).name];
	return ` ${[...new Set(wordsOf([...texts, ...around].join(' ')))].join(' ')}`;
}

/** The row with an id: its own, or that of any claim about it; null where there is none. */
export const findRow = ({ rows }: Pick<Directory, 'rows'>, id: string): DirectoryRow | null =>
	rows.find((row) => row.id === id || row.claims.some(({ asset }) => asset.id === id)) ?? null;

/** The rows that a filter lets through, in their order. A place that the areas don't have lets nothing through. */
export function filterRows(
	rows: readonly DirectoryRow[],
	filter: DirectoryFilter,
	areas: RegionAreas
): DirectoryRow[] {
	const { place, kinds, statuses, ages, yours } = filter;
	const members = place === null ? null : new Set(findArea(areas, place)?.members ?? []);
	const words = soughtWords(filter.text).map((word) => ` ${word}`);
	const some = <T>(chosen: readonly T[], has: (one: T) => boolean) =>
		chosen.length === 0 || chosen.some(has);
	return rows.filter(
		(row) =>
			(members === null || (row.area !== null && members.has(row.area))) &&
			some(kinds, (kind) => row.kinds.includes(kind)) &&
			some(statuses, (status) => row.status === status) &&
			some(ages, (age) => row.age === age) &&
			(!yours || row.yours) &&
			words.every((word) => row.words.includes(word))
	);
}

const COLLATOR = new Intl.Collator('en-GB', { numeric: true });

const byName = (a: DirectoryRow, b: DirectoryRow) =>
	COLLATOR.compare(a.lead.name, b.lead.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The rows in an order; what is equal stands by name, then by id. */
export function sortRows(rows: readonly DirectoryRow[], sort: Sort): DirectoryRow[] {
	const compare = inOrder<DirectoryRow>(sort, ({ lead }) => lead.kind);
	return rows.toSorted((a, b) => compare(a, b) || byName(a, b));
}

/** How many rows have each of some values; a row with several kinds counts in each. */
export function countBy<T extends string>(
	rows: readonly DirectoryRow[],
	values: (row: DirectoryRow) => readonly T[]
): Map<T, number> {
	const counts = new Map<T, number>();
	for (const row of rows) {
		for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/** Rows of a kind by district, in the order of the areas' districts. */
export interface KindCounts {
	kind: AssetKind;
	districts: number[];
	total: number;
}

/** Whether anybody lists a place as one of a kind that has not closed. */
const isOpenAs = (kind: AssetKind, claims: readonly DirectoryClaim[]): boolean =>
	claims.some(({ asset }) => asset.kind === kind && asset.status !== 'closed');

/**
 * How many rows inside the region there are of each kind in each district, as the map counts them: one
 * of several kinds in each of these, and none that has closed.
 */
export function countsByDistrict(rows: readonly DirectoryRow[], areas: RegionAreas): KindCounts[] {
	const counts = new Map<AssetKind, number[]>();
	for (const { area, kinds, claims } of rows) {
		if (area === null) continue;
		const district = areas.parent.district[area] ?? -1;
		for (const kind of kinds.filter((one) => isOpenAs(one, claims))) {
			const row = counts.get(kind) ?? areas.groups.district.map(() => 0);
			row[district] = (row[district] ?? 0) + 1;
			counts.set(kind, row);
		}
	}
	return (Object.keys(ASSET_KINDS) as AssetKind[]).flatMap((kind) => {
		const districts = counts.get(kind);
		if (!districts) return [];
		return [{ kind, districts, total: districts.reduce((sum, count) => sum + count, 0) }];
	});
}
