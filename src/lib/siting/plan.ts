/** The answer to a siting question, and in which words its quality is told. */
import type { Instance } from './instance.ts';
import { MODELS, type ModelId, type Problem } from './models.ts';

export interface Plan {
	model: ModelId;
	/** `optimal`: proved; `feasible`: an answer, perhaps not the best; `infeasible`: there is none. */
	status: 'optimal' | 'feasible' | 'infeasible';
	/** In the unit of the model; null where there is no answer. */
	objective: number | null;
	/** What no answer can be better than; null where nothing is proved yet. */
	bound: number | null;
	/** How far the objective may be from the best possible, as a share of it; null as above. */
	gap: number | null;
	/** Indices of the open sites, ascending. */
	open: number[];
	/** Index of the site that serves each demand point, -1 where none does. */
	siteOf: Int32Array;
	/** Cost of each demand point to its site; NaN where none serves it. */
	costOf: Float64Array;
	servedWeight: number;
	unservedWeight: number;
	seconds: number;
}

/** A set of open sites and who goes where. */
export interface Answer {
	open: readonly number[];
	siteOf: Int32Array;
}

/** Relative difference below which a bound and an objective are the same: as exact as the solver is. */
export const PROOF = 1e-6;

/** Relative difference below which two answers are as good. */
const EQUAL = 1e-9;

/** The share by which an objective may miss the best possible. */
export function gapOf(objective: number, bound: number, maximise: boolean): number {
	const miss = maximise ? bound - objective : objective - bound;
	if (miss <= PROOF * Math.max(1, Math.abs(objective))) return 0;
	return objective === 0 ? Infinity : miss / Math.abs(objective);
}

/** Everyone goes to the nearest open site within reach: the lowest site index where two are as near. */
export function nearest(
	instance: Instance,
	open: readonly number[],
	reach: number | null
): Int32Array {
	const isOpen = new Uint8Array(instance.siteIds.length);
	for (const site of open) isOpen[site] = 1;
	const siteOf = new Int32Array(instance.weights.length).fill(-1);
	for (let i = 0; i < siteOf.length; i++) {
		const end = instance.starts[i + 1] as number;
		for (let k = instance.starts[i] as number; k < end; k++) {
			if (reach !== null && (instance.costs[k] as number) > reach) break;
			const site = instance.sites[k] as number;
			if (isOpen[site]) {
				siteOf[i] = site;
				break;
			}
		}
	}
	return siteOf;
}

export interface Score {
	objective: number;
	unservedWeight: number;
	/** Of the least covered group; 1 where there are no groups. */
	leastShare: number;
}

/** What an answer is worth to a problem. */
export function score({ instance, model, groups, reach }: Problem, answer: Answer): Score {
	const costOf = costsOf(instance, answer.siteOf);
	let unservedWeight = 0;
	let served = 0;
	let travel = 0;
	let worst = 0;
	for (let i = 0; i < costOf.length; i++) {
		const weight = instance.weights[i] as number;
		const cost = costOf[i] as number;
		if (Number.isNaN(cost)) unservedWeight += weight;
		else {
			served += weight;
			travel += weight * cost;
			if (cost > worst) worst = cost;
		}
	}
	const objective = {
		'p-median': travel,
		mclp: served,
		lscp: answer.open.length,
		'p-center': worst
	};
	return {
		objective: objective[model],
		unservedWeight,
		leastShare: groups ? leastShare(instance, groups, answer.siteOf, reach) : 1
	};
}

/** Cost of each demand point to its site; NaN where none serves it. */
export function costsOf(instance: Instance, siteOf: Int32Array): Float64Array {
	const costOf = new Float64Array(siteOf.length).fill(NaN);
	for (let i = 0; i < siteOf.length; i++) {
		const site = siteOf[i] as number;
		if (site < 0) continue;
		const end = instance.starts[i + 1] as number;
		for (let k = instance.starts[i] as number; k < end; k++) {
			if (instance.sites[k] === site) {
				costOf[i] = instance.costs[k] as number;
				break;
			}
		}
	}
	return costOf;
}

/** Share of the weight served in the least served group, of those that any site can reach at all. */
export function leastShare(
	instance: Instance,
	groups: Int32Array,
	siteOf: Int32Array,
	reach: number | null
): number {
	const shares = groupShares(instance, groups, siteOf, reach);
	return shares.size === 0 ? 1 : Math.min(...shares.values());
}

/** Share of weight served by group; groups without weight, or out of every site's reach, are left out. */
export function groupShares(
	instance: Instance,
	groups: Int32Array,
	siteOf: Int32Array,
	reach: number | null
): Map<number, number> {
	const sums = new Map<number, { all: number; served: number; reachable: boolean }>();
	for (let i = 0; i < groups.length; i++) {
		const group = groups[i] as number;
		if (group < 0) continue;
		const sum = sums.get(group) ?? { all: 0, served: 0, reachable: false };
		sums.set(group, sum);
		sum.all += instance.weights[i] as number;
		if ((siteOf[i] as number) >= 0) sum.served += instance.weights[i] as number;
		sum.reachable ||= canBeServed(instance, i, reach) && (instance.weights[i] as number) > 0;
	}
	return new Map(
		[...sums].flatMap(([group, { all, served, reachable }]) =>
			reachable ? [[group, served / all] as const] : []
		)
	);
}

/** Whether any site that may be open is within reach of a demand point. */
export function canBeServed(instance: Instance, demand: number, reach: number | null): boolean {
	const end = instance.starts[demand + 1] as number;
	for (let k = instance.starts[demand] as number; k < end; k++) {
		if (reach !== null && (instance.costs[k] as number) > reach) return false;
		if (instance.states[instance.sites[k] as number] !== 'excluded') return true;
	}
	return false;
}

/** Negative where the first is the better answer, 0 where they are as good. */
export function compareScores(problem: Problem, a: Score, b: Score): number {
	const differ = (x: number, y: number) =>
		Math.abs(x - y) <= EQUAL * Math.max(1, Math.abs(x), Math.abs(y)) ? 0 : x - y;
	return (
		differ(b.leastShare, a.leastShare) ||
		differ(a.unservedWeight, b.unservedWeight) ||
		(MODELS[problem.model].maximise
			? differ(b.objective, a.objective)
			: differ(a.objective, b.objective))
	);
}

/**
 * Make a plan of an answer. A bound that the objective reaches is a proof; a bound on the wrong
 * side of it by rounding is the objective itself.
 */
export function makePlan(
	problem: Problem,
	answer: Answer,
	bound: number | null,
	seconds: number
): Plan {
	const { instance, model } = problem;
	const { maximise } = MODELS[model];
	const { objective, unservedWeight } = score(problem, answer);
	const kept =
		bound === null ? null : maximise ? Math.max(bound, objective) : Math.min(bound, objective);
	const gap = kept === null ? null : gapOf(objective, kept, maximise);
	let total = 0;
	for (const weight of instance.weights) total += weight;
	return {
		model,
		status: gap === 0 ? 'optimal' : 'feasible',
		objective,
		bound: gap === 0 ? objective : kept,
		gap,
		open: [...answer.open].sort((a, b) => a - b),
		siteOf: answer.siteOf,
		costOf: costsOf(instance, answer.siteOf),
		servedWeight: total - unservedWeight,
		unservedWeight,
		seconds
	};
}

/** How good an answer is known to be, in the words of the page. */
export function proofWords({ status, gap }: Pick<Plan, 'status' | 'gap'>): string {
	if (status === 'infeasible') return 'there is no such plan';
	if (status === 'optimal') return 'best for these estimates';
	if (gap === null || !Number.isFinite(gap)) return 'a good plan, though there may be a better one';
	// Rounded up: the promise must hold.
	const percent = Math.ceil(gap * 1e4) / 100;
	return `at most ${percent < 0.01 ? '0.01' : String(percent)}% from the best possible`;
}
