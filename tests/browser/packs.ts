/**
 * The facts that the pages were made from, read from the pack files by themselves: no code of the
 * site's own view stands between, so that a test compares the page with something else than itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { readPart as partIn } from '../../scripts/lib/read-part.ts';
import { baseOf, completeBoundaries } from '../../src/lib/geometry/boundaries.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import type { BoundariesPart, StoredBoundaries } from '../../src/lib/geometry/parts.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';

export type EditionName = '2025' | '2019';

/** Everything a page says about one neighbourhood. */
export interface Neighbourhood {
	code: string;
	/** Official name, as "Norwich 004B". */
	name: string;
	community: string;
	district: string;
	residents: number;
	decile: number;
	rank: number;
	score: number;
	core20: boolean;
	venues: number;
	longitude: number;
	latitude: number;
}

export interface RegionFacts {
	slug: string;
	name: string;
	/** West, south, east, north. */
	bounds: [number, number, number, number];
	neighbourhoods: Neighbourhood[];
}

/** What is served, not what the build made it from. */
const BUILD = join(PROJECT, 'build');
const manifest = JSON.parse(
	readFileSync(join(BUILD, 'packs', 'manifest.json'), 'utf8')
) as Manifest;

export const EDITIONS: readonly EditionName[] = ['2025', '2019'];
/** Every region of the site, by the name in its address. */
export const REGIONS: readonly string[] = Object.keys(manifest.regions);
/** Where one region will do. */
export const REGION = 'norfolk-and-waveney';

function regionOf(slug: string) {
	const region = manifest.regions[slug];
	if (!region) throw new Error(`there is no region ${slug}`);
	return region;
}

/** A part of a pack that is served. Throws where there is none of that name. */
export function readPart<T>(slug: string, part: string): T {
	const found = partsIn(slug, (name) => name === part).get(part);
	if (!found) throw new Error(`${slug} has no ${part}`);
	return found as T;
}

/** The parts of a pack that is served whose names are wanted. */
export const partsIn = (slug: string, isWanted: (part: string) => boolean): Map<string, object> =>
	new Map(
		regionOf(slug)
			.files.filter(({ part }) => isWanted(part))
			.map(({ part, path }) => [part, partIn(join(BUILD, path))])
	);

/** What a region of the site is called. */
export const nameOf = (slug: string): string => regionOf(slug).name;

const vintageOf = (edition: EditionName) => (edition === '2025' ? '2021' : '2011');

function at<T>(values: readonly T[] | undefined, i: number): T {
	const value = values?.[i];
	if (value === undefined) throw new Error(`no value ${i}`);
	return value;
}

/** The facts of a region in an edition. */
export function factsOf(slug: string, edition: EditionName): RegionFacts {
	const vintage = vintageOf(edition);
	const areas = readPart<AreasPart>(slug, `areas-${vintage}`);
	const { columns } = readPart<FactsPart>(slug, `deprivation-${edition}`);
	const venues = readPart<AssetsPart>(slug, 'community-venues');
	const homes = vintage === '2021' ? venues.lsoa21 : venues.lsoa11;
	const { lsoa, msoa, district } = areas;
	const { name, bounds } = regionOf(slug);
	return {
		slug,
		name,
		bounds,
		neighbourhoods: lsoa.codes.map((code, i) => {
			const decile = Number(at(columns['imd_decile']?.values, i));
			return {
				code,
				name: at(lsoa.names, i),
				community: at(msoa.names, at(msoa.of, i)),
				district: at(district.names, at(district.of, i)),
				residents: at(lsoa.residents, i),
				decile,
				rank: Number(at(columns['imd_rank']?.values, i)),
				score: Number(at(columns['imd_score']?.values, i)),
				core20: decile <= 2,
				venues: homes.filter((home) => home === code).length,
				longitude: at(lsoa.longitude, i),
				latitude: at(lsoa.latitude, i)
			};
		})
	};
}

/** The shapes of a region's neighbourhoods, with their codes as ids. */
export function shapesOf(
	slug: string,
	edition: EditionName
): FeatureCollection<Polygon | MultiPolygon> {
	const part = `lsoa${vintageOf(edition).slice(2)}-boundaries`;
	const base = baseOf(part);
	const { topology } = completeBoundaries(
		readPart<StoredBoundaries>(slug, part),
		base && readPart<BoundariesPart>(slug, base)
	);
	return feature(topology, topology.objects.lsoa) as FeatureCollection<Polygon | MultiPolygon>;
}

/** A neighbourhood of the 2019 edition that was redrawn before that of 2025. */
export function redrawnNeighbourhood(slug: string): Neighbourhood {
	const kept = new Set(factsOf(slug, '2025').neighbourhoods.map(({ code }) => code));
	const redrawn = factsOf(slug, '2019').neighbourhoods.find(({ code }) => !kept.has(code));
	if (!redrawn) throw new Error(`nothing was redrawn in ${slug}`);
	return redrawn;
}

/** The most deprived neighbourhood. */
export function mostDeprived({ neighbourhoods }: RegionFacts): Neighbourhood {
	return neighbourhoods.reduce((worst, other) => (other.rank < worst.rank ? other : worst));
}

/** How the pages name a neighbourhood. */
export const fullName = ({ community, name }: Neighbourhood) => `${community} (${name})`;

/** A count as the pages write it. */
export const count = (value: number) => new Intl.NumberFormat('en-GB').format(value);
/** A figure with one decimal as the pages write it. */
export const decimal = (value: number) =>
	new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
		value
	);

/** A venue that stands by itself, so that no other lies over it on the map. */
export function loneVenue(slug: string): {
	name: string;
	lsoa21: string;
	longitude: number;
	latitude: number;
} {
	const { names, lsoa21, longitude, latitude } = readPart<AssetsPart>(slug, 'community-venues');
	const alone = names.findIndex(
		(_, i) =>
			lsoa21[i] !== null &&
			names.every((_, other) => {
				const east = Math.abs(at(longitude, i) - at(longitude, other));
				const north = Math.abs(at(latitude, i) - at(latitude, other));
				return other === i || Math.max(east, north) > 0.02;
			})
	);
	return {
		name: at(names, alone),
		lsoa21: at(lsoa21, alone) ?? '',
		longitude: at(longitude, alone),
		latitude: at(latitude, alone)
	};
}

/** The names of the places of a part, those in the region alone. */
export function placesOf(slug: string, part: string): string[] {
	const { names, lsoa21 } = readPart<AssetsPart>(slug, part);
	return names.filter((_, i) => lsoa21[i] !== null);
}
