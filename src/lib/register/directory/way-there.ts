/** A link to a place on another site's map: opened by whoever presses it, and never fetched by a page. */
import type { Asset } from '../asset.ts';

/** Directions to a place; null where its point is not known, or must not be shown. */
export function directionsTo({
	longitude,
	latitude
}: Pick<Asset, 'longitude' | 'latitude'>): string | null {
	if (longitude === null || latitude === null) return null;
	const to = encodeURIComponent(`${latitude},${longitude}`);
	return `https://www.openstreetmap.org/directions?to=${to}`;
}
