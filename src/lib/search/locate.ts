/** Which neighbourhood a position is in. Load it when somebody asks: it needs the boundaries. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { BoundariesPart } from '../geometry/parts.ts';

/**
 * The code of the LSOA whose boundary holds a position (degrees), or null where none does.
 * The boundaries are simplified: within some metres of a border it may be the neighbour.
 */
export function areaAt(
	{ topology }: BoundariesPart,
	longitude: number,
	latitude: number
): string | null {
	if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
	const { features } = feature(topology, topology.objects.lsoa);
	const found = features.find(
		(one) =>
			one.geometry !== null &&
			booleanPointInPolygon([longitude, latitude], one as Feature<Polygon | MultiPolygon>)
	);
	return found ? String(found.id) : null;
}
