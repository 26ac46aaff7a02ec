/** Going from area to area by direction, for those who move on the map with keys. */

export const DIRECTIONS = ['north', 'east', 'south', 'west'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Degrees clockwise from north. */
const BEARINGS: Record<Direction, number> = { north: 0, east: 90, south: 180, west: 270 };

/**
 * The nearest place that lies more towards a direction than towards any other, seen from one of
 * the places (longitude and latitude in degrees, flat between neighbours); null where none does.
 */
export function nextTowards(
	places: readonly (readonly [number, number])[],
	from: number,
	direction: Direction
): number | null {
	const here = places[from];
	if (!here) return null;
	let next: number | null = null;
	let nearest = Infinity;
	places.forEach((place, i) => {
		const { distance, towards } = wayTo(here, place);
		if (i === from || towards !== direction || distance >= nearest) return;
		next = i;
		nearest = distance;
	});
	return next;
}

/** How far a place is, in degrees of latitude, and in which direction most. */
export function wayTo(
	[fromLongitude, fromLatitude]: readonly [number, number],
	[longitude, latitude]: readonly [number, number]
): { distance: number; towards: Direction | null } {
	const east = (longitude - fromLongitude) * Math.cos((fromLatitude * Math.PI) / 180);
	const north = latitude - fromLatitude;
	const distance = Math.hypot(east, north);
	if (!(distance > 0)) return { distance: 0, towards: null };
	const bearing = (Math.atan2(east, north) * 180) / Math.PI;
	const towards = DIRECTIONS.find((one) => {
		const off = (bearing - BEARINGS[one] + 540) % 360;
		return off >= 135 && off < 225;
	});
	return { distance, towards: towards ?? null };
}
