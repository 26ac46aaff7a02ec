import { bbox } from '@turf/bbox';
import { featureCollection } from '@turf/helpers';
import { boundaryFeatures } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { roundCoordinate } from './points.ts';

/** West, south, east and north of a region. */
export function regionBounds(context: PartContext): [number, number, number, number] {
	const features = [...boundaryFeatures(context, '2021').values()];
	const [west, south, east, north] = bbox(featureCollection(features));
	return [west, south, east, north].map(roundCoordinate) as [number, number, number, number];
}
