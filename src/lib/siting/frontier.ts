/** What each further hub brings: the best known plan for one hub, two, three … */
import { coreOf } from './make-core.ts';
import { openSites, colsOf } from './core.ts';
import { findGood } from './heuristic.ts';
import { availableSites, fixedSites } from './instance.ts';
import type { Problem } from './models.ts';
import { compareScores, makePlan, nearest, score, type Plan } from './plan.ts';
import { quickPlan } from './solve.ts';

export interface FrontierOptions {
	seed: number;
	/** Sites in all, at most; those that stand already count. */
	most: number;
	/** Beginnings that are tried for each number. */
	restarts: number;
}

/**
 * A good plan for every number of sites, from those that stand (at least one) up to `most` or
 * all there are. Each begins with the sites of the one before, so no plan is worse than one
 * with fewer sites. Throws `SitingError` for a question without meaning, and for `lscp`, which
 * finds the number itself.
 */
export function frontier(problem: Problem, { seed, most, restarts }: FrontierOptions): Plan[] {
	const { instance, reach } = problem;
	const least = Math.max(1, fixedSites(instance).length);
	const last = Math.min(most, availableSites(instance));
	const isMedian = problem.model === 'p-median' || problem.model === 'mclp';
	if (!isMedian || problem.groups || instance.capacities)
		return bySolving(problem, least, last, seed);
	const core = coreOf({ ...problem, p: instance.siteIds.length });
	// Fixed sites that were merged away have gone from the core and are open all the same.
	const inCore = core.fixed.reduce((sum, is) => sum + is, 0);
	const gone = fixedSites(instance).length - inCore;
	const plans: Plan[] = [];
	let open: number[] = [];
	for (let p = least; p <= last; p++) {
		const started = performance.now();
		const places = Math.min(colsOf(core), p - gone);
		const found = findGood({ ...core, p: places }, { seed, restarts, timeLimit: 500, start: open });
		open = [...found.open];
		const sites = openSites(instance, core, open, p);
		const answer = { open: sites, siteOf: nearest(instance, sites, reach) };
		const seconds = (performance.now() - started) / 1000;
		plans.push(makePlan({ ...problem, p }, answer, null, seconds));
	}
	return plans;
}

function bySolving(problem: Problem, least: number, last: number, seed: number): Plan[] {
	const plans: Plan[] = [];
	let start: number[] = [];
	for (let p = least; p <= last; p++) {
		const asked = { ...problem, p };
		let plan = quickPlan(asked, { seed, restarts: 2, timeLimit: 0.2, start });
		const before = plans.at(-1);
		if (before && !problem.instance.capacities) {
			// One more site than before is never worse.
			const more = problem.instance.states.findIndex(
				(state, site) => state !== 'excluded' && !before.open.includes(site)
			);
			const sites = [...before.open, more];
			const answer = { open: sites, siteOf: nearest(problem.instance, sites, problem.reach) };
			if (compareScores(asked, score(asked, answer), score(asked, plan)) < 0) {
				plan = makePlan(asked, answer, null, plan.seconds);
			}
		}
		plans.push(plan);
		start = plan.open;
	}
	return plans;
}

/**
 * The fewest sites on a frontier of `mclp` that serve a share of the weight that any site can
 * serve; null where none on it does.
 */
export function fewestForShare(
	plans: readonly Plan[],
	share: number,
	reachable: number
): Plan | null {
	return plans.find(({ servedWeight }) => servedWeight >= share * reachable * (1 - 1e-9)) ?? null;
}
