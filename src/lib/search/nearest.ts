/** What is nearest to a point, in a straight line. */
import { geoDistance } from 'd3-geo';

/** Mean radius of the earth in kilometres. */
const EARTH = 6371;

export interface Near<T> {
	item: T;
	/** Kilometres in a straight line; walking is further. */
	kilometres: number;
}

/** The nearest of some items to a position in degrees, nearest first. */
export function nearest<T extends { longitude: number; latitude: number }>(
	items: readonly T[],
	{ longitude, latitude }: { longitude: number; latitude: number },
	most: number
): Near<T>[] {
	return items
		.map((item) => ({
			item,
			kilometres: geoDistance([longitude, latitude], [item.longitude, item.latitude]) * EARTH
		}))
		.sort((a, b) => a.kilometres - b.kilometres)
		.slice(0, most);
}

/** "450 m", "2.3 km": no more exact than a postcode's point. */
export function formatDistance(kilometres: number): string {
	return kilometres < 0.95
		? `${Math.max(50, Math.round((kilometres * 1000) / 50) * 50)} m`
		: `${kilometres.toFixed(1)} km`;
}
