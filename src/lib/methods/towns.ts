/**
 * Our outlines of towns. England has no official small areas of towns that fit neighbourhoods of
 * 2021: here a town is the urban neighbourhoods (Rural Urban Classification 2021) that hang
 * together and whose nearest place of 5,000 people or more is that town, at most 5 km off.
 */
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** From how many people a place is a town. */
export const TOWN_PEOPLE = 5000;
/** How far the residents of a neighbourhood may live from the middle of its town, in km. */
export const TOWN_KM = 5;
/** From how many neighbourhoods an outline is a town: about 5,000 people. */
export const TOWN_NEIGHBOURHOODS = 3;

export interface Place {
	id: string;
	name: string;
	longitude: number;
	latitude: number;
	population: number;
	/** A part of another place, such as a suburb, is no town of its own. */
	isPart: boolean;
	/** Outside the region: its neighbourhoods here are nobody else's, and it is not listed. */
	isElsewhere: boolean;
}

export interface Neighbourhoods {
	/** Where the residents of each are on average, in degrees. */
	longitude: readonly number[];
	latitude: readonly number[];
	urban: readonly boolean[];
	/** Which share a border with each. */
	neighbours: readonly (readonly number[])[];
}

export interface Town {
	id: string;
	name: string;
	/** Neighbourhoods of it, ascending. */
	members: number[];
}

/** Whether a place counts as a town of its own. */
const isTown = ({ population, isPart }: Place): boolean => population >= TOWN_PEOPLE && !isPart;

/**
 * The towns that some neighbourhoods make up, the largest first. Of the pieces that hang together,
 * the one nearest to the middle of the place is the town; the others are of none, as are outlines
 * of fewer than {@link TOWN_NEIGHBOURHOODS}.
 */
export function townOutlines(
	{ longitude, latitude, urban, neighbours }: Neighbourhoods,
	places: readonly Place[]
): Town[] {
	const towns = places.filter(isTown);
	const near = nearestTowns({ longitude, latitude, urban }, towns);
	const seen = new Set<number>();
	const pieces = new Map<number, { members: number[]; km: number }>();
	near.forEach((first, at) => {
		if (!first || seen.has(at)) return;
		const members = connected(at, neighbours, (other) => near[other]?.town === first.town);
		for (const member of members) seen.add(member);
		const km = Math.min(...members.map((member) => near[member]?.km ?? Infinity));
		const known = pieces.get(first.town);
		if (!known || km < known.km) pieces.set(first.town, { members, km });
	});
	return [...pieces]
		.filter(
			([town, { members }]) => members.length >= TOWN_NEIGHBOURHOODS && !towns[town]?.isElsewhere
		)
		.map(([town, { members }]): Town => {
			const { id = '', name = '' } = towns[town] ?? {};
			return { id, name, members: members.sort((a, b) => a - b) };
		})
		.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}

/** The nearest town of each urban neighbourhood within reach, and how far it is; null for others. */
function nearestTowns(
	{ longitude, latitude, urban }: Omit<Neighbourhoods, 'neighbours'>,
	towns: readonly Place[]
): ({ town: number; km: number } | null)[] {
	if (towns.length === 0) return urban.map(() => null);
	const index = new KDBush(towns.length);
	for (const place of towns) index.add(place.longitude, place.latitude);
	index.finish();
	return urban.map((isUrban, at) => {
		if (!isUrban) return null;
		const [x, y] = [longitude[at] ?? NaN, latitude[at] ?? NaN];
		const [town] = around(index, x, y, 1, TOWN_KM);
		const place = town === undefined ? undefined : towns[town];
		return town === undefined || !place
			? null
			: { town, km: distance(x, y, place.longitude, place.latitude) };
	});
}

/** All that can be reached from one by way of those that belong. */
function connected(
	first: number,
	neighbours: readonly (readonly number[])[],
	belongs: (at: number) => boolean
): number[] {
	const found = new Set([first]);
	const open = [first];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		for (const other of neighbours[at] ?? []) {
			if (found.has(other) || !belongs(other)) continue;
			found.add(other);
			open.push(other);
		}
	}
	return [...found];
}
