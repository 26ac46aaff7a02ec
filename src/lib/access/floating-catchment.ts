/**
 * Two-step floating catchment areas: how much of a supply each origin can draw on when
 * everybody near a site shares it. 2SFCA after Luo and Wang (2003), E2SFCA with step
 * weights after Luo and Qi (2009); behaviour as the `access` package of PySAL, 1.1.10 and
 * later: thresholds are inclusive, a cost beyond the last counts nothing, and an origin with
 * nothing in reach has an access of 0.
 */
import type { Costs } from './costs.ts';
import { within } from './costs.ts';

/** What a site counts at up to a cost, inclusive. */
export interface Step {
	upTo: number;
	weight: number;
}

/** The weights of Luo and Qi (2009) for 10, 20 and 30 minutes. */
export const LUO_QI_STEPS: readonly Step[] = [
	{ upTo: 10, weight: 1 },
	{ upTo: 20, weight: 0.68 },
	{ upTo: 30, weight: 0.22 }
];

/** The steps of Luo and Qi stretched so that the last ends at a cost. */
export const stepsTo = (last: number): Step[] =>
	LUO_QI_STEPS.map(({ upTo, weight }) => ({ upTo: (upTo / 30) * last, weight }));

const ROUNDING = 1 + 1e-9;

/** The weight of a cost: that of the first step it is within, 0 beyond the last. */
export function stepWeight(steps: readonly Step[], cost: number): number {
	for (const { upTo, weight } of steps) if (cost <= upTo * ROUNDING) return weight;
	return 0;
}

/**
 * The weighted demand in reach of each site: the first of the two steps. Unit: that of `demand`.
 * Throws where the steps go beyond what `costs` knows, or columns differ in length.
 */
export function demandAround(
	costs: Costs,
	demand: ArrayLike<number>,
	steps: readonly Step[]
): Float64Array {
	if (demand.length !== costs.origins) throw new Error('there is not one demand an origin');
	within(costs, steps.at(-1)?.upTo ?? 0);
	const around = new Float64Array(costs.sites);
	eachPair(costs, (origin, site, pair) => {
		const weight = stepWeight(steps, costs.cost[pair] ?? Infinity);
		around[site] = (around[site] ?? 0) + weight * (demand[origin] ?? 0);
	});
	return around;
}

/**
 * Access by origin: the sum over the sites in reach of their supply over the weighted
 * demand in reach of them, weighted again. Unit: supply per unit of demand. A site that
 * nobody with a demand can reach adds nothing. `beyond` is the weighted demand around each site
 * of people who are no origins here ({@link demandAround}): they share the sites, too. Steps
 * ascend; a single step with weight 1 is 2SFCA. Throws where the steps go beyond what `costs` knows, or columns differ in length.
 */
export function floatingCatchment(
	costs: Costs,
	demand: ArrayLike<number>,
	supply: ArrayLike<number>,
	steps: readonly Step[],
	beyond: ArrayLike<number> | null = null
): Float64Array {
	if (supply.length !== costs.sites) throw new Error('there is not one supply a site');
	if (beyond && beyond.length !== costs.sites) {
		throw new Error('there is not one demand from beyond a site');
	}
	const around = demandAround(costs, demand, steps);
	const access = new Float64Array(costs.origins);
	eachPair(costs, (origin, site, pair) => {
		const shared = (around[site] ?? 0) + (beyond?.[site] ?? 0);
		if (shared > 0) {
			const ratio = (supply[site] ?? 0) / shared;
			const weight = stepWeight(steps, costs.cost[pair] ?? Infinity);
			access[origin] = (access[origin] ?? 0) + weight * ratio;
		}
	});
	return access;
}

function eachPair(costs: Costs, visit: (origin: number, site: number, pair: number) => void): void {
	for (let origin = 0; origin < costs.origins; origin++) {
		const end = costs.start[origin + 1] ?? 0;
		for (let pair = costs.start[origin] ?? 0; pair < end; pair++) {
			visit(origin, costs.site[pair] ?? -1, pair);
		}
	}
}
