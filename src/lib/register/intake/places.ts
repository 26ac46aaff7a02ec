/**
 * Where things are, as far as a region's pack knows: its postcodes, its neighbourhoods of
 * both vintages, land and sea around it. All of it is loaded before a file is looked at, so
 * that what is asked of the host says nothing about the file.
 */
import KDBush from 'kdbush';
import { around, distance } from 'geokdbush';
import { findPostcode, examplePostcode, type PostcodePiece } from '../../postcodes/piece.ts';
import type { Postcode } from '../../postcodes/postcode.ts';
import { areaFinder, type AreaFinder } from '../../geometry/area-finder.ts';
import { plainWords } from './columns.ts';
import type { AreasPart } from '../../areas/parts.ts';
import type { BasemapPart, BoundariesPart } from '../../geometry/parts.ts';

/** Assets as far as this from the region's neighbourhoods are shown on its map, as those of the register are. */
export const REACH_KM = 10;

export interface Placed {
	longitude: number;
	latitude: number;
	lsoa21: string | null;
	lsoa11: string | null;
}

export type PostcodeFound =
	| { found: true; place: Placed }
	/** `elsewhere`: no postcode of the region has this first half. */
	| { found: false; elsewhere: boolean; period: string; example: string };

/** What a check asks about positions. */
export interface Places {
	regionName: string;
	reachKm: number;
	/** Its districts, places and itself, in plain words: no place is called that and no more. */
	areaNames: ReadonlySet<string>;
	postcode(postcode: Postcode): PostcodeFound;
	/** Neighbourhoods of a position; null outside the region. */
	areas(longitude: number, latitude: number): { lsoa21: string | null; lsoa11: string | null };
	/** From a position to the nearest neighbourhood's centre, in kilometres. */
	kmAway(longitude: number, latitude: number): number;
	/** Whether a position near the region is on no land. */
	isAtSea(longitude: number, latitude: number): boolean;
}

export interface PlacesSource {
	regionName: string;
	pieces: readonly PostcodePiece[];
	areas: AreasPart;
	boundaries21: BoundariesPart;
	boundaries11: BoundariesPart;
	basemap: BasemapPart;
}

/** Postcodes whose answer is remembered at a time. */
const MOST_KNOWN = 100_000;

/** Kilometres between two positions in degrees. */
export const kmBetween = distance;

/** Index what a pack knows of positions. */
export function makePlaces(source: PlacesSource): Places {
	const { regionName, areas } = source;
	const byOutward = new Map(source.pieces.map((piece) => [piece.outward, piece]));
	const known = new Map<string, PostcodeFound>();
	const { longitude, latitude } = areas.lsoa;
	const centres = new KDBush(longitude.length);
	longitude.forEach((x, i) => centres.add(x, latitude[i] ?? NaN));
	centres.finish();
	const finderOf = ({ topology }: BoundariesPart) => areaFinder(topology, topology.objects.lsoa);
	const lsoa21 = finderOf(source.boundaries21);
	const lsoa11 = finderOf(source.boundaries11);
	const land: AreaFinder = landFinder(source.basemap);
	const [west, south, east, north] = source.basemap.window;
	const [some] = source.pieces;

	return {
		regionName,
		reachKm: REACH_KM,
		areaNames: new Set([regionName, ...areas.district.names, ...areas.place.names].map(plainWords)),
		postcode(postcode) {
			const before = known.get(postcode.text);
			if (before) return before;
			const piece = byOutward.get(postcode.outward);
			const place = piece ? findPostcode(piece, postcode) : null;
			const of = piece ?? some;
			const answer: PostcodeFound = place
				? { found: true, place }
				: {
						found: false,
						elsewhere: !piece,
						period: of?.period ?? '',
						example: of ? examplePostcode(of) : ''
					};
			// A file may hold any number of postcodes that are none, one after the other.
			if (known.size >= MOST_KNOWN) known.clear();
			known.set(postcode.text, answer);
			return answer;
		},
		areas: (x, y) => ({ lsoa21: lsoa21(x, y), lsoa11: lsoa11(x, y) }),
		kmAway(x, y) {
			const [nearest] = around(centres, x, y, 1);
			return nearest === undefined
				? Infinity
				: distance(x, y, longitude[nearest] ?? NaN, latitude[nearest] ?? NaN);
		},
		isAtSea: (x, y) => x > west && x < east && y > south && y < north && land(x, y) === null
	};
}

/** Districts have no ids in a basemap; that one is there is all that matters. */
function landFinder({ topology }: BasemapPart): AreaFinder {
	return areaFinder(topology, topology.objects.districts);
}
