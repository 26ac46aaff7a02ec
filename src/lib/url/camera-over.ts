/** Where a map rests that shows some places, so coarsely that no address says where one of them is. */
import { MAX_ZOOM, MIN_ZOOM, type Camera } from './map-state.ts';

/** Degrees that the middle is rounded to: three to six kilometres. */
const STEP = 0.05;
/** As near as a map goes: several kilometres are in sight. */
const NEAREST = Math.min(MAX_ZOOM, 12);
/** Pixels of the whole world at zoom 0. */
const WORLD = 512;
/** Pixels of a map that are left free around the places. */
const FREE = 40;

/** The camera over places on a map of so many pixels; null without any. */
export function cameraOver(
	places: readonly { longitude: number; latitude: number }[],
	{ width, height }: { width: number; height: number }
): Camera | null {
	if (places.length === 0) return null;
	const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
	const [west, east] = ends(places.map(({ longitude }) => longitude));
	const [south, north] = ends(places.map(({ latitude }) => latitude));
	const snap = (low: number, high: number) => Math.round((low + high) / 2 / STEP) * STEP;
	const [longitude, latitude] = [snap(west, east), snap(south, north)];
	// From the rounded middle to the farthest edge, twice.
	const wide = 2 * Math.max(east - longitude, longitude - west, 1e-6);
	const tall =
		(2 * Math.max(north - latitude, latitude - south, 1e-6)) / Math.cos((latitude * Math.PI) / 180);
	const fits = (degrees: number, pixels: number) =>
		Math.log2((360 * Math.max(1, pixels - 2 * FREE)) / (WORLD * degrees));
	const zoom = Math.max(MIN_ZOOM, Math.min(NEAREST, fits(wide, width), fits(tall, height)));
	return { longitude, latitude, zoom: Math.floor(zoom * 10) / 10 };
}
