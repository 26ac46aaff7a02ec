/** A point for every LSOA of a selection. */
import { pointOnFeature } from '@turf/point-on-feature';
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import { numbers } from '../../src/lib/facts/table.ts';
import { boundaryFeatures } from './boundaries.ts';
import type { PartContext } from './part.ts';

/** Steps of a degree that coordinates are rounded to: about a metre. */
export const PLACES = 1e5;

/** Round a coordinate to five decimals. */
export const roundCoordinate = (degrees: number): number => Math.round(degrees * PLACES) / PLACES;

/**
 * Longitude and latitude by LSOA: its population-weighted centroid of 2021. Those of 2011 are
 * not to be had: an LSOA that was redrawn since, and so has another code, has a point inside its
 * boundary.
 */
export function lsoaPoints(context: PartContext, vintage: Vintage): [number, number][] {
	const { areas, spine } = context.selection['2021'];
	const longitude = numbers(areas, 'longitude');
	const latitude = numbers(areas, 'latitude');
	const features = vintage === '2021' ? null : boundaryFeatures(context, vintage);
	return context.selection[vintage].codes.map((code) => {
		const at = context.selection['2021'].has(code) ? spine.positionOf(code) : undefined;
		if (at !== undefined) return [longitude[at] ?? NaN, latitude[at] ?? NaN];
		const feature = features?.get(code);
		if (!feature) throw new Error(`no boundary for ${code}`);
		const [x = NaN, y = NaN] = pointOnFeature(feature).geometry.coordinates;
		return [roundCoordinate(x), roundCoordinate(y)];
	});
}
