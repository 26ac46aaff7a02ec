/** Who goes to which hub, and what each hub is for: what would be lost without it. */
import { weightedQuantile } from '../stats/weighted.ts';
import type { Instance } from './instance.ts';
import type { Problem } from './models.ts';
import { costsOf, nearest, type Plan } from './plan.ts';

export interface HubSummary {
	site: number;
	/** Demand points that go there. */
	demand: number[];
	weight: number;
	/** Half of those who go there have at most this cost; null where nobody does. */
	medianCost: number | null;
	worstCost: number | null;
	/** Weight that no other open site would serve. */
	onlyHere: number;
	/** The same without it: Infinity where half of them would have nowhere to go. */
	medianWithout: number | null;
}

/** A summary of each open site of a plan, in the plan's order. Sites with room for all. */
export function summariseHubs(
	{ instance, reach }: Pick<Problem, 'instance' | 'reach'>,
	plan: Pick<Plan, 'open' | 'siteOf' | 'costOf'>
): HubSummary[] {
	const position = new Map(plan.open.map((site, at) => [site, at]));
	const hubs = plan.open.map((site): HubSummary => ({
		site,
		demand: [],
		weight: 0,
		medianCost: null,
		medianWithout: null,
		worstCost: null,
		onlyHere: 0
	}));
	const others = hubs.map((): number[] => []);
	plan.siteOf.forEach((site, i) => {
		const at = position.get(site) ?? -1;
		const hub = hubs[at];
		if (!hub) return;
		const weight = instance.weights[i] as number;
		const cost = plan.costOf[i] as number;
		hub.demand.push(i);
		hub.weight += weight;
		hub.worstCost = Math.max(hub.worstCost ?? 0, cost);
		const next = nextCost(instance, i, site, position, reach);
		if (next === null) hub.onlyHere += weight;
		others[at]?.push(next ?? Infinity);
	});
	hubs.forEach((hub, at) => {
		const weights = hub.demand.map((i) => instance.weights[i] as number);
		const costs = hub.demand.map((i) => plan.costOf[i] as number);
		hub.medianCost = weightedQuantile(costs, weights, 0.5);
		hub.medianWithout = weightedQuantile(others[at] ?? [], weights, 0.5);
	});
	return hubs;
}

/** Cost to the nearest open site but one; null where there is none within reach. */
function nextCost(
	instance: Instance,
	demand: number,
	except: number,
	open: ReadonlyMap<number, number>,
	reach: number | null
): number | null {
	const end = instance.starts[demand + 1] as number;
	for (let k = instance.starts[demand] as number; k < end; k++) {
		const cost = instance.costs[k] as number;
		if (reach !== null && cost > reach) return null;
		const site = instance.sites[k] as number;
		if (site !== except && open.has(site)) return cost;
	}
	return null;
}

/** A plan of sites that a person chose: everyone goes to the nearest, and nothing is proved. */
export function planOf(
	{ instance, reach, model }: Problem,
	open: readonly number[]
): Pick<Plan, 'open' | 'siteOf' | 'costOf' | 'model'> {
	const sites = [...open].sort((a, b) => a - b);
	const siteOf = nearest(instance, sites, reach);
	return { model, open: sites, siteOf, costOf: costsOf(instance, siteOf) };
}
