/** Shapes the map draws, made from one shared topology of LSOAs. */
import type {
	Feature,
	FeatureCollection,
	GeoJsonProperties,
	MultiLineString,
	MultiPolygon,
	Point,
	Polygon
} from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
	GeometryObject,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon
} from 'topojson-specification';
import { fromSteps } from '../stats/steps.ts';
import type { BasemapPart, BoundariesPart, OutlinesPart } from './parts.ts';

export type AreaFeature = Feature<Polygon | MultiPolygon, { code: string }>;

export interface AreaGeometry {
	/** Polygons; the id of each is its LSOA index. */
	areas: FeatureCollection<Polygon | MultiPolygon, { code: string }>;
	/** Lines between LSOAs of different groups, and the outer edge where asked. */
	borders: (group: readonly number[]) => MultiLineString;
	/** The outer edge of the region. */
	edge: () => MultiLineString;
	/** Outline of a set of LSOAs, without the lines between them. */
	outline: (members: ReadonlySet<number>) => MultiLineString;
	/** Polygons of a set of LSOAs as one shape. */
	union: (members: ReadonlySet<number>) => MultiPolygon;
}

/** Decode the boundaries of a pack. */
export function decodeBoundaries({ topology }: BoundariesPart): AreaGeometry {
	const { lsoa } = topology.objects;
	const index = new Map<GeometryObject, number>(
		lsoa.geometries.map((geometry, i) => [geometry, i])
	);
	const at = (geometry: GeometryObject) => index.get(geometry) ?? -1;
	const lines = (keep: (a: number, b: number) => boolean) =>
		mesh(topology, lsoa, (a, b) => keep(at(a), at(b)));

	return {
		areas: {
			type: 'FeatureCollection',
			features: feature(topology, lsoa).features.map((one, i) => ({
				type: 'Feature',
				id: i,
				properties: { code: String(one.id) },
				geometry: one.geometry as Polygon | MultiPolygon
			}))
		},
		borders: (group) => lines((a, b) => group[a] !== group[b]),
		edge: () => lines((a, b) => a === b),
		outline: (members) =>
			lines((a, b) => (a === b ? members.has(a) : members.has(a) !== members.has(b))),
		union: (members) =>
			merge(
				topology,
				lsoa.geometries.filter((_, i) => members.has(i)) as (TopoPolygon | TopoMultiPolygon)[]
			)
	};
}

/** The lines of areas with outlines of their own, each line once, and where their names stand. */
export function decodeOutlines({ topology, names, longitude, latitude }: OutlinesPart): {
	lines: MultiLineString;
	labels: FeatureCollection;
} {
	return {
		lines: topology
			? mesh(topology, topology.objects.areas)
			: { type: 'MultiLineString', coordinates: [] },
		labels: {
			type: 'FeatureCollection',
			features: names.map((name, i) => ({
				type: 'Feature',
				properties: { name },
				geometry: { type: 'Point', coordinates: [longitude[i] ?? NaN, latitude[i] ?? NaN] }
			}))
		}
	};
}

/** Lines as a feature, with what tells them from others of the same source. */
export const lineFeature = (
	geometry: MultiLineString,
	properties: GeoJsonProperties
): Feature<MultiLineString> => ({ type: 'Feature', properties, geometry });

/** Towns with their names and populations, the largest first. */
export function decodeTowns({
	towns
}: Pick<BasemapPart, 'towns'>): Feature<Point, { name: string; population: number }>[] {
	const [longitude, latitude] = [fromSteps(towns.longitude), fromSteps(towns.latitude)];
	const population = fromSteps(towns.population);
	return towns.names.map((name, i) => ({
		type: 'Feature',
		properties: { name, population: population[i] ?? 0 },
		geometry: { type: 'Point', coordinates: [longitude[i] ?? NaN, latitude[i] ?? NaN] }
	}));
}

/** Land, as the districts it is made of, and the lines between them. */
export function decodeBasemap({ topology }: BasemapPart): {
	land: FeatureCollection;
	borders: MultiLineString;
} {
	const { districts } = topology.objects;
	const land = feature(topology, districts);
	return {
		// Slivers at the window's edge may have been simplified to nothing.
		land: { ...land, features: land.features.filter(({ geometry }) => geometry?.type) },
		borders: mesh(topology, districts, (a, b) => a !== b)
	};
}
