/**
 * What it costs to get from origins to sites, kept for the pairs that matter: those within
 * a limit. Everything about reach is worked out from this one table, whether its costs are
 * estimates or come from a file.
 */
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import {
	costOf,
	effectiveRadiusKm,
	greatCircleKm,
	type Settlement,
	type Travel
} from './travel.ts';

/** Where people set out from. Columns of equal length. */
export interface Origins {
	/** Degrees. */
	longitude: ArrayLike<number>;
	latitude: ArrayLike<number>;
	settlement: readonly Settlement[];
}

/** Where they go. */
export interface Destination {
	longitude: number;
	latitude: number;
}

/** Costs of pairs, origin by origin, the cheapest first. */
export interface Costs {
	origins: number;
	sites: number;
	/** Pairs of origin i are those from `start[i]` to before `start[i + 1]`. */
	start: Int32Array;
	/** Index of the site of a pair. */
	site: Int32Array;
	cost: Float64Array;
	/** Pairs that cost up to this, and this, are all there. */
	limit: number;
}

/** Room for rounding: a cost this little above a limit is at it. */
const ROUNDING = 1e-9;

/** A degree of latitude in kilometres, rounded down, so that boxes are too large. */
const KM_PER_DEGREE = 111;

/** An index of sites by their points. */
export function indexSites(sites: readonly Destination[]): KDBush | null {
	if (sites.length === 0) return null;
	const index = new KDBush(sites.length);
	for (const { longitude, latitude } of sites) index.add(longitude, latitude);
	return index.finish();
}

/** Estimated costs of the pairs within a limit, inclusive, in the unit of `travel`. */
export function estimateCosts(
	origins: Origins,
	sites: readonly Destination[],
	travel: Travel,
	limit: number,
	index: KDBush | null = indexSites(sites)
): Costs {
	const start = new Int32Array(origins.settlement.length + 1);
	const site: number[] = [];
	const cost: number[] = [];
	origins.settlement.forEach((settlement, origin) => {
		const longitude = origins.longitude[origin] ?? NaN;
		const latitude = origins.latitude[origin] ?? NaN;
		const radius = effectiveRadiusKm(travel, settlement, limit);
		const high = (radius * (1 + ROUNDING)) / KM_PER_DEGREE;
		// The narrowest parallel of the box decides how wide it must be.
		const wide = high / Math.cos(((Math.abs(latitude) + high) * Math.PI) / 180);
		const near =
			index?.range(longitude - wide, latitude - high, longitude + wide, latitude + high) ?? [];
		const found: { at: number; cost: number }[] = [];
		for (const at of near) {
			const to = sites[at];
			if (!to) continue;
			const km = greatCircleKm(longitude, latitude, to.longitude, to.latitude);
			const one = costOf(travel, settlement, km);
			if (one <= limit * (1 + ROUNDING)) found.push({ at, cost: one });
		}
		found.sort((a, b) => a.cost - b.cost || a.at - b.at);
		for (const pair of found) {
			site.push(pair.at);
			cost.push(pair.cost);
		}
		start[origin + 1] = site.length;
	});
	return {
		origins: origins.settlement.length,
		sites: sites.length,
		start,
		site: Int32Array.from(site),
		cost: Float64Array.from(cost),
		limit
	};
}

export interface Nearest {
	/** Index of the nearest site by origin; −1 where there is none. */
	site: Int32Array;
	/** Its cost; Infinity where there is none. */
	cost: Float64Array;
}

/** So many sites are one leaf of an index, which would look at each of them too, and sort them. */
const ONE_LEAF = 64;

/** The nearest site to each origin, however far; of those equally far, the first. */
export function nearestSites(
	origins: Origins,
	sites: readonly Destination[],
	travel: Travel
): Nearest {
	const site = new Int32Array(origins.settlement.length).fill(-1);
	const cost = new Float64Array(origins.settlement.length).fill(Infinity);
	if (sites.length <= ONE_LEAF) {
		origins.settlement.forEach((settlement, origin) => {
			const longitude = origins.longitude[origin] ?? NaN;
			const latitude = origins.latitude[origin] ?? NaN;
			let least = Infinity;
			for (let at = 0; at < sites.length; at++) {
				const to = sites[at] as Destination;
				const km = greatCircleKm(longitude, latitude, to.longitude, to.latitude);
				if (!(km < least)) continue;
				least = km;
				site[origin] = at;
			}
			if (least < Infinity) cost[origin] = costOf(travel, settlement, least);
		});
		return { site, cost };
	}
	const index = indexSites(sites);
	origins.settlement.forEach((settlement, origin) => {
		const longitude = origins.longitude[origin] ?? NaN;
		const latitude = origins.latitude[origin] ?? NaN;
		const [found] = index ? around(index, longitude, latitude, 1) : [];
		const to = found === undefined ? undefined : sites[found];
		if (found === undefined || !to) return;
		site[origin] = found;
		const km = greatCircleKm(longitude, latitude, to.longitude, to.latitude);
		cost[origin] = costOf(travel, settlement, km);
	});
	return { site, cost };
}

/** The nearest site of each origin among the pairs of a table: none beyond its limit. */
export function nearestIn(costs: Costs): Nearest {
	const site = new Int32Array(costs.origins).fill(-1);
	const cost = new Float64Array(costs.origins).fill(Infinity);
	for (let origin = 0; origin < costs.origins; origin++) {
		const first = costs.start[origin] ?? 0;
		if (first >= (costs.start[origin + 1] ?? 0)) continue;
		site[origin] = costs.site[first] ?? -1;
		cost[origin] = costs.cost[first] ?? Infinity;
	}
	return { site, cost };
}

/** How many sites each origin reaches at up to a cost, inclusive. Throws beyond the table's limit. */
export function countInReach(costs: Costs, reach: number): Int32Array {
	within(costs, reach);
	const counts = new Int32Array(costs.origins);
	const limit = reach * (1 + ROUNDING);
	for (let origin = 0; origin < costs.origins; origin++) {
		let low = costs.start[origin] ?? 0;
		const first = low;
		let high = costs.start[origin + 1] ?? 0;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((costs.cost[middle] ?? Infinity) <= limit) low = middle + 1;
			else high = middle;
		}
		counts[origin] = low - first;
	}
	return counts;
}

/** The pairs of a table whose sites pass a test; sites keep their index. */
export function keepSites(costs: Costs, keep: (site: number) => boolean): Costs {
	const start = new Int32Array(costs.origins + 1);
	const kept: number[] = [];
	for (let origin = 0; origin < costs.origins; origin++) {
		const end = costs.start[origin + 1] ?? 0;
		for (let pair = costs.start[origin] ?? 0; pair < end; pair++) {
			if (keep(costs.site[pair] ?? -1)) kept.push(pair);
		}
		start[origin + 1] = kept.length;
	}
	return {
		...costs,
		start,
		site: Int32Array.from(kept, (pair) => costs.site[pair] ?? -1),
		cost: Float64Array.from(kept, (pair) => costs.cost[pair] ?? Infinity)
	};
}

/** Throws where a reach is more than a table knows about. */
export function within(costs: Costs, reach: number): void {
	if (reach > costs.limit * (1 + ROUNDING)) {
		throw new Error(`a reach of ${reach} is beyond the ${costs.limit} that costs are known up to`);
	}
}
