/** Distances so short that the Earth is flat. */

/** Metres in a degree of latitude, and in one of longitude at the equator. */
export const METRES_PER_DEGREE = 111_195;

/** Metres between two points that are near each other. */
export function metresBetween(
	a: { longitude: number; latitude: number },
	b: { longitude: number; latitude: number }
): number {
	const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
	return Math.hypot(east, a.latitude - b.latitude) * METRES_PER_DEGREE;
}
