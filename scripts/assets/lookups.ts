/** What `geodata/` knows of postcodes, points and areas, for placing what readers bring. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox } from '@turf/bbox';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { bbox as boxOf, feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readPostcode } from '../../src/lib/postcodes/postcode.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { indexBy, strings, type Table } from '../../src/lib/facts/table.ts';
import { readPostcodes, type Place } from './postcode-table.ts';

export interface Lookups {
	/** A postcode as it is written, or null where the text is none. */
	tidyPostcode(text: string | null): string | null;
	/** Centre and LSOA of a postcode; null where it is not in the table. */
	postcode(text: string | null): Place | null;
	/** The LSOA in whose outline a point lies; null outside England. */
	lsoaAt(longitude: number, latitude: number): string | null;
	/** District and board of an LSOA. */
	parents(lsoa21: string): { lad24: string; icb24: string };
	/** Districts all of whose neighbourhoods have postcodes here, so that counts are whole. */
	wholeDistricts: ReadonlySet<string>;
	/** ONS code of a board by its NHS code. */
	icbByOds: ReadonlyMap<string, string>;
	/** Name of a district by its code. */
	districtNames: ReadonlyMap<string, string>;
	/** A table of `geodata/` as it is, or null where it was never read. */
	table: (id: string) => Promise<Table | null>;
}

/** Load them. `folder` is the same as that of `geodata`. */
export async function loadLookups(geodata: Geodata, folder: string): Promise<Lookups> {
	const { find, covered } = await readPostcodes(geodata);
	const areas = await geodata.table('areas-lsoa21');
	const index = indexBy(areas, 'lsoa21');
	const [lad24, icb24] = [strings(areas, 'lad24'), strings(areas, 'icb24')];
	const names = strings(areas, 'lad24_name');
	const partial = new Set<string>();
	strings(areas, 'lsoa21').forEach((code, row) => {
		if (!covered.has(code)) partial.add(lad24[row] ?? '');
	});
	const pcns = await geodata.table('pcns');
	const tidyPostcode = (text: string | null): string | null => {
		if (text === null) return null;
		const reading = readPostcode(text);
		return reading.kind === 'postcode' ? reading.postcode.text : null;
	};
	return {
		tidyPostcode,
		postcode(text) {
			const tidied = tidyPostcode(text);
			return tidied === null ? null : find(tidied);
		},
		lsoaAt: lsoaFinder(folder),
		parents(code) {
			const row = index.get(code);
			if (row === undefined) throw new Error(`${code} is not in areas-lsoa21`);
			return { lad24: lad24[row] ?? '', icb24: icb24[row] ?? '' };
		},
		wholeDistricts: new Set(lad24.filter((code) => !partial.has(code))),
		icbByOds: new Map(
			strings(pcns, 'icb_ods').map((ods, row) => [ods, strings(pcns, 'icb24')[row] ?? ''])
		),
		districtNames: new Map(lad24.map((code, row) => [code, names[row] ?? code])),
		async table(id) {
			const known = geodata.catalogue.datasets.find((entry) => entry.id === id)?.table;
			return known && existsSync(join(folder, known.file)) ? geodata.table(id) : null;
		}
	};
}

type Box = [west: number, south: number, east: number, north: number];

const within = ([west, south, east, north]: Box, x: number, y: number) =>
	x >= west && x <= east && y >= south && y <= north;

/**
 * An area with its outline as numbers side by side: with an object for each of a million corners,
 * the outlines alone would fill what an import may have.
 */
interface Packed {
	code: string;
	box: Box;
	/** Of each polygon, how many corners each of its rings has. */
	rings: number[][];
	corners: Float64Array;
}

function pack({ id, geometry }: Feature<Polygon | MultiPolygon>): Packed {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return {
		code: String(id),
		box: bbox(geometry) as Box,
		rings: polygons.map((polygon) => polygon.map(({ length }) => length)),
		corners: Float64Array.from(polygons.flat(3))
	};
}

function outlineOf({ rings, corners }: Packed): MultiPolygon {
	let at = 0;
	const next = () => [corners[at++] as number, corners[at++] as number];
	return {
		type: 'MultiPolygon',
		coordinates: rings.map((polygon) =>
			polygon.map((length) => Array.from({ length }, () => next()))
		)
	};
}

/** A board's file of outlines; the areas are there once a point lay in its box. */
interface Board {
	path: string;
	box: Box;
	areas: readonly Packed[] | null;
}

const topologyOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Topology;

/** The files with their boxes, which take a tenth of the time that all their outlines would. */
const boardsIn = (folder: string): Board[] =>
	readdirSync(folder)
		.sort()
		.map((name) => {
			const path = join(folder, name);
			return { path, box: boxOf(topologyOf(path)) as Box, areas: null };
		});

function areasOf(path: string): Packed[] {
	const topology = topologyOf(path);
	const collection = topology.objects['lsoa21'] as GeometryCollection<object>;
	return feature(topology, collection).features.map((area) =>
		pack(area as Feature<Polygon | MultiPolygon>)
	);
}

/** Finds the LSOA of a point; outlines are opened when there is a first point near them. */
function lsoaFinder(folder: string): (longitude: number, latitude: number) => string | null {
	let boards: Board[] | null = null;
	return (longitude, latitude) => {
		boards ??= boardsIn(join(folder, 'boundaries/lsoa21'));
		for (const board of boards) {
			if (!within(board.box, longitude, latitude)) continue;
			board.areas ??= areasOf(board.path);
			const found = board.areas.find(
				(area) =>
					within(area.box, longitude, latitude) &&
					booleanPointInPolygon([longitude, latitude], outlineOf(area))
			);
			if (found) return found.code;
		}
		return null;
	};
}
