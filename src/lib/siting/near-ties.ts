/**
 * Other plans nearly as good, so that a reader can weigh what the model does not know: the
 * state of a building, who runs it, whether it would have a hub at all.
 */
import { coreOf, makeCore } from './make-core.ts';
import { openSites, colsOf, type Core } from './core.ts';
import { unweighted } from './cover.ts';
import { findGood, valueOf } from './heuristic.ts';
import type { Problem } from './models.ts';
import { nearest, score, type Plan } from './plan.ts';
import { lossOf, NEAR, nearSwaps, type NearSwaps, type SwapOptions } from './swaps.ts';

/** A plan that differs from another in two sites or more. */
export interface OtherPlan {
	/** Sites of the plan that are closed in this one, and those open instead. */
	out: number[];
	into: number[];
	open: number[];
	objective: number;
	unservedWeight: number;
	/** How much worse than the plan, as a share of what it is worth; 0 where it is as good. */
	worse: number;
}

export interface NearTies extends NearSwaps {
	/** Plans that differ in two sites or more: some, not all there are. */
	others: OtherPlan[];
}

export interface NearTieOptions extends SwapOptions {
	seed: number;
	/** Plans at most that differ in two sites or more. */
	most: number;
	/** Beginnings of searches for these. */
	restarts: number;
}

/**
 * Plans within {@link NEAR} of one: every plan that differs in one site, and some of those that
 * differ in more, the best first.
 */
export function nearTies(problem: Problem, plan: Plan, options: NearTieOptions): NearTies {
	return { ...nearSwaps(problem, plan, options), others: otherPlans(problem, plan, options) };
}

/** What searches from other beginnings end in. Without capacities or groups; with them, nothing. */
function otherPlans(problem: Problem, plan: Plan, options: NearTieOptions): OtherPlan[] {
	const { instance, reach, p } = problem;
	const { objective } = plan;
	if (objective === null || instance.capacities || problem.groups) return [];
	const core = tieCore(problem, objective);
	const open = colsOfSites(core, plan.open);
	const limit = limitOf(problem, core, plan);
	const sets = new Map<string, number[]>();
	findGood(
		{ ...core, p: Math.min(colsOf(core), Math.max(open.length, 1)) },
		{
			seed: options.seed + 1,
			restarts: options.restarts,
			timeLimit: 1000,
			onOptimum: (found) => {
				if (found.value > limit) return;
				const sites = openSites(instance, core, found.open, p);
				sets.set(sites.join(), sites);
			}
		}
	);
	const own = score(problem, plan);
	return [...sets.values()]
		.map((sites): OtherPlan => {
			const worth = score(problem, { open: sites, siteOf: nearest(instance, sites, reach) });
			return {
				out: plan.open.filter((site) => !sites.includes(site)),
				into: sites.filter((site) => !plan.open.includes(site)),
				open: sites,
				objective: worth.objective,
				unservedWeight: worth.unservedWeight,
				worse: lossOf(problem, own, worth)
			};
		})
		.filter(
			({ worse, into, open: sites }) =>
				worse <= NEAR && into.length > 1 && sites.length === plan.open.length
		)
		.sort(
			(a, b) =>
				a.worse - b.worse || a.into.length - b.into.length || (a.into[0] ?? 0) - (b.into[0] ?? 0)
		)
		.slice(0, options.most);
}

/** The core in which nearly as good is a matter of value: for the p-center, of being within reach. */
function tieCore(problem: Problem, objective: number): Core {
	const { instance, model, reach } = problem;
	if (model === 'p-median' || model === 'mclp') return coreOf(problem);
	const within = model === 'p-center' ? objective * (1 + NEAR) : reach;
	const core = makeCore(instance, {
		reach: within,
		binary: true,
		dropWeightless: false,
		p: problem.p ?? instance.siteIds.length
	});
	return unweighted(core);
}

function limitOf({ model }: Problem, core: Core, plan: Plan): number {
	const value = valueOf(core, colsOfSites(core, plan.open));
	const objective = plan.objective ?? 0;
	const slack = 1e-9 * Math.max(1, value);
	if (model === 'p-median' || model === 'mclp') return value + NEAR * objective + slack;
	return value + slack;
}

function colsOfSites(core: Core, sites: readonly number[]): number[] {
	const wanted = new Set(sites);
	return [...core.siteOfCol.keys()].filter((col) => wanted.has(core.siteOfCol[col] as number));
}
