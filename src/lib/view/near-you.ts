/**
 * What is near a point, of the kinds that people ask for, whatever the map shows: nearest first,
 * with how long the walk may be. What no list covers is said, not left out.
 */
import { costOf, WALKING } from '../access/travel.ts';
import { ABSENCE_TEXT } from '../facts/value.ts';
import { factValues } from '../facts/figures.ts';
import type { PartReader } from '../facts/reader.ts';
import type { PartName } from '../facts/parts.ts';
import type { RegionAreas } from '../areas/region.ts';
import { OWN_PART } from '../register/own-part.ts';
import type { AssetsPart } from '../register/parts.ts';
import { nearest } from '../search/nearest.ts';
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
	/** What no list covers, in one sentence; null where all is covered. */
	notCovered: string | null;
}

/** Minutes on foot between two points that are so far apart in a straight line. */
export const minutesOnFoot = (kilometres: number): number =>
	Math.max(1, Math.round(costOf(WALKING, 'urban', kilometres)));

/**
 * What is near a point. `most` is how many places of each kind; `area` is the neighbourhood's
 * position among the areas, for what is known by neighbourhood alone.
 */
export function nearYou(
	source: PartReader,
	at: { longitude: number; latitude: number },
	{ areas, area, most }: { areas: RegionAreas; area: number | null; most: number }
): NearYou {
	const groups: NearGroup[] = [];
	const without: string[] = [];
	for (const { id, title, parts, kinds, many } of NEAR_KINDS) {
		const found = placesOf(source, parts, kinds);
		if (found.length === 0) without.push(many);
		const places = nearest(found, at, most).map(({ item, kilometres }): NearPlace => ({
			id: item.id,
			name: item.name,
			kind: item.kind === title ? '' : item.kind,
			address: item.address,
			kilometres,
			minutes: minutesOnFoot(kilometres),
			own: item.own
		}));
		if (places.length > 0) groups.push({ id, title, places });
	}
	groups.sort((a, b) => (a.places[0]?.kilometres ?? 0) - (b.places[0]?.kilometres ?? 0));
	const bus = busStop(source, areas, area);
	if (bus === null) without.push('bus stops');
	return {
		groups,
		bus,
		notCovered:
			without.length > 0
				? `We hold no list of ${formatList(without)} for here. That does not mean there are none.`
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
}

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
				own: name === OWN_PART
			});
		}
	}
	return [...byPlace.values()].filter(({ longitude }) => Number.isFinite(longitude));
}

const isOf = (id: string, kinds: readonly string[]): boolean =>
	kinds.some((kind) => id === kind || id.startsWith(`${kind}/`));

function addressOf({ addresses, postcodes }: AssetsPart, at: number): string | null {
	const lines = [addresses[at], postcodes[at]].filter((line) => line != null && line !== '');
	const [address, postcode] = lines;
	if (address != null && postcode != null && address.includes(postcode)) return address;
	return lines.length > 0 ? lines.join(', ') : null;
}

function busStop(source: PartReader, areas: RegionAreas, area: number | null): string | null {
	const facts = source.find(BUS_PART);
	if (facts?.kind !== 'facts' || facts.vintage !== areas.vintage || area === null) return null;
	const value = factValues(facts, 'stop_metres')[area];
	if (!value) return null;
	if (!('value' in value)) return `Bus stops here are ${ABSENCE_TEXT[value.kind]}.`;
	return `The nearest bus stop is ${formatCount(value.value)} metres away on average from homes in this neighbourhood, in a straight line.`;
}
