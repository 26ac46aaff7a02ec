import { bbox } from '@turf/bbox';
import { featureCollection } from '@turf/helpers';
import { kept } from '../../src/lib/facts/kept.ts';
import { boundaryFeatures } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { roundCoordinate } from './points.ts';

/** West, south, east and north of a region. */
export const regionBounds = (context: PartContext): [number, number, number, number] =>
	kept(context, 'bounds', () => {
		const features = [...boundaryFeatures(context, '2021').values()];
		const [west, south, east, north] = bbox(featureCollection(features));
		return [west, south, east, north].map(roundCoordinate) as [number, number, number, number];
	});
