/**
 * What is near a point, of the kinds that people ask for, whatever the map shows: nearest first,
 * with how long the walk may be. What no list covers is said, not left out.
 */
import { costOf, WALKING } from '../access/travel.ts';
import { ABSENCE_TEXT, numberOf, type Value } from '../facts/value.ts';
import { factValues } from '../facts/figures.ts';
import type { PartReader } from '../facts/reader.ts';
import type { PartName } from '../facts/parts.ts';
import type { RegionAreas } from '../areas/region.ts';
import { addressLine } from '../register/address-line.ts';
import { collectedOf } from '../register/freshness.ts';
import type { AssetStatus } from '../register/kinds.ts';
import { OWN_PART } from '../register/own-part.ts';
import type { AssetsPart } from '../register/parts.ts';
import { toConfirmWords } from '../register/to-confirm.ts';
import { nearest } from '../search/nearest.ts';
import { weightedMean } from '../stats/weighted.ts';
import { formatCount, formatList } from '../text/format.ts';

interface NearKind {
	id: string;
	title: string;
	/** Parts of a pack that list it. */
	parts: readonly PartName[];
	/** Kinds of the register that are it, alone or before a stroke: "community-venue/library". */
	kinds: readonly string[];
	/** After "We hold no list of". */
	many: string;
}

/** In the order they are told in. */
export const NEAR_KINDS: readonly NearKind[] = [
	{
		id: 'gp',
		title: 'GP practice',
		parts: ['gp-practices'],
		kinds: ['gp-practice'],
		many: 'GP practices'
	},
	{
		id: 'pharmacy',
		title: 'Pharmacy',
		parts: ['pharmacies'],
		kinds: ['pharmacy'],
		many: 'pharmacies'
	},
	{
		id: 'maternity',
		title: 'Maternity care',
		parts: ['maternity-units', 'maternity-hubs'],
		kinds: ['maternity-unit', 'maternity-hub-or-clinic'],
		many: 'maternity units and clinics'
	},
	{
		id: 'food',
		title: 'Food bank or pantry',
		parts: ['food-banks', 'community-venues'],
		kinds: ['food-bank', 'community-venue/food-bank-or-pantry'],
		many: 'food banks'
	},
	{
		id: 'library',
		title: 'Library',
		parts: ['libraries'],
		kinds: ['library'],
		many: 'libraries'
	},
	{
		id: 'warm',
		title: 'Warm place',
		parts: ['community-venues'],
		kinds: ['community-venue'],
		many: 'warm places'
	},
	{
		id: 'family',
		title: 'Family hub or children’s centre',
		parts: ['family-hubs'],
		kinds: ['family-hub'],
		many: 'family hubs'
	}
];

/** Distances to bus stops, by neighbourhood: of stops themselves no list is in the packs. */
const BUS_PART = 'bus-stops-2025' as const;

/** Every part that is read for {@link nearYou}. */
export const NEAR_PARTS: readonly PartName[] = [
	...new Set([...NEAR_KINDS.flatMap(({ parts }) => parts), BUS_PART])
];

export interface NearPlace {
	id: string;
	name: string;
	/** What it is, where that says more than the heading. */
	kind: string;
	/** Street and postcode; null where the list has none. */
	address: string | null;
	kilometres: number;
	/** An estimate: a whole number of minutes on foot, at least one. */
	minutes: number;
	/** From the reader's own list. */
	own: boolean;
	/** Catalogue ids of the lists that it is in. */
	datasets: readonly string[];
	/** When a list last named it: a day, month or year, as precise as is known. */
	seen: string;
	status: AssetStatus;
	/** Day of the source that confirms it, null where none does; undefined where a list is enough. */
	confirmed: string | null | undefined;
	/** Said of what only a list names that keeps places long after they closed; null of all others. */
	toConfirm: string | null;
}

export interface NearGroup {
	id: string;
	title: string;
	places: NearPlace[];
}

export interface NearYou {
	/** Nearest first, by their first place. */
	groups: NearGroup[];
	/** How far the bus is; null where it is not known here. */
	bus: string | null;
	/** What no list covers, by the ids of {@link NEAR_KINDS}, and `bus`. */
	without: string[];
	/** The same in one sentence; null where all is covered. */
	notCovered: string | null;
}

const NO_SERVICE = 'A stop is not a service: we do not know which buses go.';
/** The id under which {@link NearYou.without} has bus stops. */
const BUS = 'bus';

/** Minutes on foot between two points that are so far apart in a straight line. */
export const minutesOnFoot = (kilometres: number): number =>
	Math.max(1, Math.round(costOf(WALKING, 'urban', kilometres)));

/**
 * What is near a point. `most` is how many places of each kind; `area` is the neighbourhood's
 * position among the areas, for what is known by neighbourhood alone, or those of several.
 */
export function nearYou(
	source: PartReader,
	at: { longitude: number; latitude: number },
	{
		areas,
		area,
		most,
		lists = nearLists(source)
	}: {
		areas: RegionAreas;
		area: number | readonly number[] | null;
		most: number;
		lists?: NearLists;
	}
): NearYou {
	const groups: NearGroup[] = [];
	const without: { id: string; many: string }[] = [];
	for (const { id, title, many } of NEAR_KINDS) {
		const found = lists.get(id) ?? [];
		if (found.length === 0) without.push({ id, many });
		const places = nearest(found, at, most).map(({ item, kilometres }): NearPlace => ({
			id: item.id,
			name: item.name,
			kind: item.kind === title ? '' : item.kind,
			address: item.address,
			kilometres,
			minutes: minutesOnFoot(kilometres),
			own: item.own,
			datasets: item.datasets,
			seen: item.seen,
			status: item.status,
			confirmed: item.confirmed,
			toConfirm: toConfirmWords(item.sources)
		}));
		if (places.length > 0) groups.push({ id, title, places });
	}
	groups.sort((a, b) => (a.places[0]?.kilometres ?? 0) - (b.places[0]?.kilometres ?? 0));
	const bus = busStop(source, areas, area);
	if (bus === null) without.push({ id: BUS, many: 'bus stops' });
	return {
		groups,
		bus,
		without: without.map(({ id }) => id),
		notCovered:
			without.length > 0
				? `We hold no list of ${formatList(without.map(({ many }) => many))} for here. That does not mean there are none.`
				: null
	};
}

interface Listed {
	id: string;
	name: string;
	kind: string;
	address: string | null;
	longitude: number;
	latitude: number;
	own: boolean;
	datasets: readonly string[];
	seen: string;
	status: AssetStatus;
	/** Ids of the datasets or directories that list it. */
	sources: readonly string[];
	confirmed: string | null | undefined;
}

/** The places of a region by the ids of {@link NEAR_KINDS}, for whoever asks about many points. */
export type NearLists = ReadonlyMap<string, readonly Listed[]>;

/** Every place of every kind, each once. */
export const nearLists = (source: PartReader): NearLists =>
	new Map(NEAR_KINDS.map(({ id, parts, kinds }) => [id, placesOf(source, parts, kinds)]));

/** Places of some kinds, each once. */
function placesOf(
	source: PartReader,
	parts: readonly PartName[],
	kinds: readonly string[]
): Listed[] {
	const byPlace = new Map<string, Listed>();
	for (const name of [...parts, OWN_PART]) {
		const part = source.find(name);
		if (part?.kind !== 'assets') continue;
		for (const at of part.ids.keys()) {
			const kind = part.kinds[part.kindOf[at] ?? -1];
			if (!kind || !isOf(kind.id, kinds)) continue;
			const id = part.ids[at] ?? '';
			const place = part.merged?.[at] ?? id;
			if (byPlace.has(place)) continue;
			byPlace.set(place, {
				id,
				name: part.names[at] ?? id,
				kind: kind.label,
				address: addressOf(part, at),
				longitude: part.longitude[at] ?? NaN,
				latitude: part.latitude[at] ?? NaN,
				own: name === OWN_PART,
				datasets: part.datasets,
				seen: part.lastSeen[at] ?? collectedOf(part, at),
				status: part.statuses[part.status[at] ?? -1] ?? 'unverified',
				sources: (part.claims[at] ?? []).flatMap((claim) => part.sources[claim]?.id ?? []),
				confirmed: part.confirmed && (part.confirmed[at]?.date ?? null)
			});
		}
	}
	return [...byPlace.values()].filter(({ longitude }) => Number.isFinite(longitude));
}

const isOf = (id: string, kinds: readonly string[]): boolean =>
	kinds.some((kind) => id === kind || id.startsWith(`${kind}/`));

const addressOf = ({ addresses, postcodes }: AssetsPart, at: number): string | null =>
	addressLine({ address: addresses[at] ?? null, postcode: postcodes[at] ?? null }) || null;

function busStop(
	source: PartReader,
	areas: RegionAreas,
	area: number | readonly number[] | null
): string | null {
	const metres = metresToBus(source, areas, area);
	if (metres === null) return null;
	if (!('value' in metres)) return `Bus stops here are ${ABSENCE_TEXT[metres.kind]}.`;
	return typeof area === 'number'
		? `The nearest bus stop is ${formatCount(metres.value)} metres away on average from homes in this neighbourhood, in a straight line. ${NO_SERVICE}`
		: `The nearest bus stop is about ${formatCount(toTen(metres.value))} metres away on average from homes here, in a straight line. ${NO_SERVICE}`;
}

/** What is told as "about" is told to ten metres, and never as none. */
export const toTen = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10);

/**
 * How far bus stops are from homes on average, in metres and in a straight line. Of several
 * neighbourhoods it is an estimate, by their residents. Null where nothing is known of these areas.
 */
export function metresToBus(
	source: PartReader,
	areas: RegionAreas,
	area: number | readonly number[] | null
): Value | null {
	const facts = source.find(BUS_PART);
	if (facts?.kind !== 'facts' || facts.vintage !== areas.vintage || area === null) return null;
	const values = factValues(facts, 'stop_metres');
	if (typeof area === 'number') return values[area] ?? null;
	const there = area.flatMap((member) => {
		const number = numberOf(values[member] ?? { kind: 'missing' });
		return number === null ? [] : [{ member, number }];
	});
	const mean = weightedMean(
		there.map(({ number }) => number),
		there.map(({ member }) => areas.residents[member] ?? 0)
	);
	return mean === null ? null : { kind: 'estimate', value: mean };
}
