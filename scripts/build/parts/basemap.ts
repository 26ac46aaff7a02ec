import { bboxClip } from '@turf/bbox-clip';
import { featureCollection } from '@turf/helpers';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterWeight, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { kept } from '../../../src/lib/facts/kept.ts';
import type { BasemapPart } from '../../../src/lib/geometry/parts.ts';
import { numbers, strings } from '../../../src/lib/facts/table.ts';
import { toSteps } from '../../../src/lib/stats/steps.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { regionBounds } from '../region-bounds.ts';

/** Degrees of land shown around a region, so that it doesn't float. */
const MARGIN = { longitude: 1.4, latitude: 1.1 };
/** Degrees around a region within which every town is named; farther off, only the large ones. */
const TOWNS_WITHIN = { longitude: 0.8, latitude: 0.5 };
const LARGE_TOWN = 20_000;
/** Names stand within about 10 m of where the list has them. */
const TOWN_SCALE = 1e4;
/** Grid of the clipped outlines: about 40 m in a window this size. */
const QUANTISATION = 1e4;
/** Smallest triangle kept at a corner, in square degrees: bends under about 150 m go. */
const DETAIL = 2e-6;
/** Degrees around the region that are drawn in detail; farther off, corners count for less. */
const NEAR = 0.1;
const FAR_WEIGHT = 1 / 30;

/** Land, district outlines and towns around a region, drawn from our own data. */
export const basemap: PartBuilder<BasemapPart> = {
	part: 'basemap',
	// The picture is drawn on it, too.
	build: (context) => kept(context, 'basemap', () => groundOf(context))
};

async function groundOf(context: PartContext): Promise<BasemapPart> {
	const [west, south, east, north] = regionBounds(context);
	const window: [number, number, number, number] = [
		west - MARGIN.longitude,
		south - MARGIN.latitude,
		east + MARGIN.longitude,
		north + MARGIN.latitude
	];
	const national = context.geodata.json('boundaries/basemap.json') as Topology<{
		lad25: GeometryCollection;
	}>;
	const features = feature(national, national.objects.lad25)
		.features.map((one) => bboxClip(one as Feature<Polygon | MultiPolygon>, window))
		.filter(({ geometry }) => geometry.coordinates.flat(2).length > 0)
		.map(({ geometry }) => ({
			type: 'Feature' as const,
			geometry: geometry as Polygon | MultiPolygon,
			properties: {}
		}));
	const fine = topology({ districts: featureCollection(features) });
	const isNear = ([x = NaN, y = NaN]: Position) =>
		x > west - NEAR && x < east + NEAR && y > south - NEAR && y < north + NEAR;
	const weight = (corner: [Position, Position, Position]) =>
		planarTriangleArea(corner) * (isNear(corner[1]) ? 1 : FAR_WEIGHT);
	const coarse = quantize(simplify(presimplify(fine, weight), DETAIL), QUANTISATION);
	// An island that came down to a point is not drawn, and need not be carried.
	const districts = filter(
		coarse,
		filterWeight(coarse, Number.MIN_VALUE)
	) as BasemapPart['topology'];

	const table = await context.geodata.table('towns');
	const longitude = numbers(table, 'longitude');
	const latitude = numbers(table, 'latitude');
	const population = numbers(table, 'population');
	const towns = strings(table, 'name')
		.map((name, row) => ({
			name,
			longitude: longitude[row] ?? NaN,
			latitude: latitude[row] ?? NaN,
			population: population[row] ?? 0
		}))
		.filter((town) => {
			const beyond = {
				longitude: Math.max(west - town.longitude, town.longitude - east),
				latitude: Math.max(south - town.latitude, town.latitude - north)
			};
			const within = (degrees: typeof MARGIN) =>
				beyond.longitude < degrees.longitude && beyond.latitude < degrees.latitude;
			return within(TOWNS_WITHIN) || (town.population >= LARGE_TOWN && within(MARGIN));
		})
		.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
	return {
		kind: 'basemap',
		part: 'basemap',
		datasets: ['boundaries-basemap', 'towns'],
		window,
		topology: districts,
		towns: {
			names: towns.map(({ name }) => name),
			longitude: toSteps(
				towns.map((town) => town.longitude),
				TOWN_SCALE
			),
			latitude: toSteps(
				towns.map((town) => town.latitude),
				TOWN_SCALE
			),
			population: toSteps(towns.map((town) => town.population))
		}
	};
}
