/**
 * Other plans nearly as good, so that a reader can weigh what the model does not know: the
 * state of a building, who runs it, whether it would have a hub at all.
 */
import { coreOf } from './make-core.ts';
import { openSites, rowsOf, colsOf, type Core } from './core.ts';
import { makeCore } from './make-core.ts';
import { unweighted } from './cover.ts';
import { findGood, valueOf } from './heuristic.ts';
import type { Problem } from './models.ts';
import { compareScores, nearest, score, type Plan } from './plan.ts';
import { MODELS } from './models.ts';

/** Share by which a plan may be worse and still be called nearly as good. */
export const NEAR = 0.01;

export interface NearTie {
	/** Sites of the plan that are closed in this one, and those open instead. */
	out: number[];
	into: number[];
	open: number[];
	objective: number;
	unservedWeight: number;
	/** How much worse than the plan, as a share of its objective; 0 where it is as good. */
	worse: number;
}

export interface NearTieOptions {
	seed: number;
	/** Plans at most. */
	most: number;
	/** Beginnings of searches for plans that differ in more than one site. */
	restarts: number;
}

/**
 * Plans within {@link NEAR} of one: all that differ in one site, and those that searches from
 * other beginnings end in. Not every plan there is. Best first, then the least changed.
 * Without capacities or groups; with them, none.
 */
export function nearTies(problem: Problem, plan: Plan, options: NearTieOptions): NearTie[] {
	const { instance, reach, p } = problem;
	const { objective } = plan;
	if (objective === null || instance.capacities || problem.groups) return [];
	const core = tieCore(problem, objective);
	const open = colsOfSites(core, plan.open);
	const limit = limitOf(problem, core, plan);
	const sets = new Map<string, number[]>();
	const offer = (cols: Iterable<number>) => {
		const sites = openSites(instance, core, cols, p);
		sets.set(sites.join(), sites);
	};
	for (const { out, into, value } of swaps(core, open)) {
		if (value <= limit) offer([...open.filter((col) => col !== out), into]);
	}
	findGood(
		{ ...core, p: Math.min(colsOf(core), Math.max(open.length, 1)) },
		{
			seed: options.seed + 1,
			restarts: options.restarts,
			timeLimit: 1000,
			onOptimum: (found) => found.value <= limit && offer(found.open)
		}
	);
	sets.delete([...plan.open].join());
	const maximise = MODELS[problem.model].maximise;
	const own = { objective, unservedWeight: plan.unservedWeight, leastShare: 1 };
	return [...sets.values()]
		.map((sites): NearTie => {
			const worth = score(problem, { open: sites, siteOf: nearest(instance, sites, reach) });
			const less = (maximise ? objective - worth.objective : worth.objective - objective) || 0;
			return {
				out: plan.open.filter((site) => !sites.includes(site)),
				into: sites.filter((site) => !plan.open.includes(site)),
				open: sites,
				objective: worth.objective,
				unservedWeight: worth.unservedWeight,
				worse: compareScores(problem, worth, own) === 0 ? 0 : less / Math.max(objective, 1e-300)
			};
		})
		.filter(({ worse, open: sites }) => worse <= NEAR && sites.length === plan.open.length)
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

/** What every swap of one column for another comes to. */
export function swaps(
	core: Core,
	open: readonly number[]
): { out: number; into: number; value: number }[] {
	const { weights, starts, cols, costs, penalty, fixed } = core;
	const count = colsOf(core);
	const slotOf = new Int32Array(count).fill(-1);
	open.forEach((col, slot) => (slotOf[col] = slot));
	const places = open.length;
	const gain = new Float64Array(count);
	const loss = new Float64Array(places);
	const extra = new Float64Array(count * places);
	let value = 0;
	for (let i = 0; i < rowsOf(core); i++) {
		const weight = weights[i] as number;
		const from = starts[i] as number;
		const end = starts[i + 1] as number;
		let slot = -1;
		let d1 = penalty;
		let d2 = penalty;
		for (let k = from; k < end; k++) {
			const at = slotOf[cols[k] as number] as number;
			if (at < 0) continue;
			if (slot < 0) {
				slot = at;
				d1 = costs[k] as number;
			} else {
				d2 = costs[k] as number;
				break;
			}
		}
		value += weight * d1;
		if (slot >= 0) loss[slot] = (loss[slot] as number) + weight * (d2 - d1);
		for (let k = from; k < end; k++) {
			const cost = costs[k] as number;
			if (cost >= d2) break;
			const col = cols[k] as number;
			if (cost < d1) gain[col] = (gain[col] as number) + weight * (d1 - cost);
			if (slot < 0) continue;
			const at = col * places + slot;
			extra[at] = (extra[at] as number) + weight * (d2 - Math.max(d1, cost));
		}
	}
	const found: { out: number; into: number; value: number }[] = [];
	for (let into = 0; into < count; into++) {
		if ((slotOf[into] as number) >= 0) continue;
		open.forEach((out, slot) => {
			if (fixed[out]) return;
			const profit =
				(gain[into] as number) + (extra[into * places + slot] as number) - (loss[slot] as number);
			found.push({ out, into, value: value - profit });
		});
	}
	return found;
}
