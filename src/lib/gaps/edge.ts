/** Whether people's reach leaves what is known: assets are known up to a distance from the region. */
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';
import { effectiveRadiusKm, type Travel } from '../access/travel.ts';
import type { ResidentPoints } from '../access/resident-points.ts';
import type { RegionAreas } from '../areas/region.ts';

/** Bearings looked into around a point. */
const BEARINGS = 16;
const EARTH_KM = 6371;

/**
 * Which resident points could reach a place further than `knownKm` from every neighbourhood
 * of the region, where assets would not be in the data. The sea counts as such a place.
 */
export function pointsAtEdge(
	areas: RegionAreas,
	points: ResidentPoints,
	travel: Travel,
	reach: number,
	knownKm: number
): Uint8Array {
	const flags = new Uint8Array(points.area.length);
	const index = new KDBush(areas.count);
	for (let at = 0; at < areas.count; at++) {
		index.add(areas.longitude[at] ?? NaN, areas.latitude[at] ?? NaN);
	}
	index.finish();
	const isKnown = (longitude: number, latitude: number) =>
		around(index, longitude, latitude, 1, knownKm).length > 0;
	points.settlement.forEach((settlement, at) => {
		const radius = effectiveRadiusKm(travel, settlement, reach);
		const longitude = points.longitude[at] ?? NaN;
		const latitude = points.latitude[at] ?? NaN;
		const own = points.area[at] ?? -1;
		const off = distance(
			longitude,
			latitude,
			areas.longitude[own] ?? NaN,
			areas.latitude[own] ?? NaN
		);
		// The circle lies in the one around the own neighbourhood: nothing to look into.
		if (radius + off <= knownKm) return;
		for (let step = 0; step < BEARINGS; step++) {
			const [x, y] = pointAt(longitude, latitude, radius, (2 * Math.PI * step) / BEARINGS);
			if (!isKnown(x, y)) {
				flags[at] = 1;
				return;
			}
		}
	});
	return flags;
}

/** The point at a distance and bearing from another, near enough for tens of kilometres. */
function pointAt(
	longitude: number,
	latitude: number,
	km: number,
	bearing: number
): [number, number] {
	const degrees = (km / EARTH_KM) * (180 / Math.PI);
	return [
		longitude + (degrees * Math.sin(bearing)) / Math.cos((latitude * Math.PI) / 180),
		latitude + degrees * Math.cos(bearing)
	];
}
