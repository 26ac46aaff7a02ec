/** A point for every LSOA of a selection. */
import { pointOnFeature } from '@turf/turf';
import type { Vintage } from '../../src/lib/indicators/editions.ts';
import { numbers } from '../lib/table.ts';
import { boundaryFeatures } from './boundaries.ts';
import type { PartContext } from './part.ts';

/** Steps of a degree that coordinates are rounded to: about a metre. */
export const PLACES = 1e5;

/** Round a coordinate to five decimals. */
export const roundCoordinate = (degrees: number): number => Math.round(degrees * PLACES) / PLACES;

/**
 * Longitude and latitude by LSOA: the population-weighted centroid of 2021 LSOAs; on
 * 2011 LSOAs, whose centroids are not to be had, a point inside the boundary.
 */
export function lsoaPoints(context: PartContext, vintage: Vintage): [number, number][] {
	const { areas, rows, codes } = context.selection[vintage];
	if (vintage === '2021') {
		const longitude = numbers(areas, 'longitude');
		const latitude = numbers(areas, 'latitude');
		return rows.map((row) => [longitude[row] ?? NaN, latitude[row] ?? NaN]);
	}
	const features = boundaryFeatures(context, vintage);
	return codes.map((code) => {
		const feature = features.get(code);
		if (!feature) throw new Error(`no boundary for ${code}`);
		const [longitude = NaN, latitude = NaN] = pointOnFeature(feature).geometry.coordinates;
		return [roundCoordinate(longitude), roundCoordinate(latitude)];
	});
}
