/** What several pages say of one region, worked out once while they are made. */
import type { RegionSummary } from '../facts/manifest.ts';

/** So many regions are kept: of many, each with hundreds of megabytes, there would be no room. */
const MOST = 6;

/**
 * What `make` gives of a region's pack, worked out once as long as the pack has the same files, and
 * kept for the few regions that were asked for last. None may change what it gets.
 */
export function oncePerPack<T>(make: (region: RegionSummary) => T): (region: RegionSummary) => T {
	const made = new Map<string, T>();
	return (region) => {
		const key = JSON.stringify([region.slug, region.missing, region.files]);
		const result = made.has(key) ? (made.get(key) as T) : make(region);
		made.delete(key);
		made.set(key, result);
		const [oldest] = made.keys();
		if (made.size > MOST && oldest !== undefined) made.delete(oldest);
		return result;
	};
}
