/**
 * The least worst journey: a good answer by swaps, then its proof by halving (Minieka 1970): for
 * one distance after another, can `p` sites serve everyone within it? Quick looks first, the
 * solver where they find nothing.
 */
import type { Highs } from 'highs';
import { makeCore } from './make-core.ts';
import { openSites, type Core } from './core.ts';
import type { Instance } from './instance.ts';
import { findGood } from './heuristic.ts';
import { solveCover, solveCoverage } from './mip.ts';
import { canBeServed, nearest, score, type Score } from './plan.ts';
import type { Problem } from './models.ts';
import { findNearForAll } from './worst-journey.ts';

export interface CenterOptions {
	timeLimit: number;
	seed: number;
	/** Null: quick looks alone, without proof. */
	highs: Highs | null;
	onBetter?: (open: readonly number[], objective: number) => void;
	onBound?: (bound: number) => void;
}

export interface CenterAnswer {
	open: number[];
	/** No plan that serves as many has a lesser worst journey; null where that is not known. */
	bound: number | null;
}

/**
 * Beginnings of the search by swaps, and milliseconds after which no other is tried: at once, and
 * before a proof, which a better answer to begin with shortens.
 */
const AT_ONCE = { restarts: 80, timeLimit: 100 };
const BEFORE_PROOF = { restarts: 400, timeLimit: 500 };

/** Solve the p-center of a problem. */
export function solveCenter(problem: Problem, options: CenterOptions): CenterAnswer {
	const until = performance.now() + options.timeLimit;
	const { instance, reach } = problem;
	const p = problem.p ?? 0;
	const weighted = withSomeoneEverywhere(instance);
	// First of all: as many as can be are served.
	const most = mostServed(weighted, p, reach, options);
	let open = most.open;
	let best = scoreOf(problem, open);
	options.onBetter?.(open, best.objective);
	const unserved = scoreOf({ ...problem, instance: weighted }, open).unservedWeight;
	const servesAll = unserved <= most.never + 1e-9 * Math.max(1, most.never);
	// The quick search was about the longest journey already; what is left is the proof.
	if (!options.highs && servesAll) return { open, bound: null };
	const floor = leastWorst(instance, reach, servesAll);
	const distances = distinctCosts(instance, floor, best.objective);
	// All that are beyond `high` are known to do, all up to `low` not to.
	let low = -1;
	let high = distances.length - 1;
	// The least of which nothing could be found out in the time there was.
	let unsure = Infinity;
	let isFirst = true;
	while (low + 1 < Math.min(high, unsure) && performance.now() < until) {
		// The answer at hand is mostly the best: then one look at the next shorter journey ends it.
		const middle = isFirst ? high - 1 : (low + Math.min(high, unsure)) >> 1;
		isFirst = false;
		const distance = distances[middle] as number;
		// No look takes all the time: where one ends without an answer, shorter journeys still
		// better the bound.
		const half = performance.now() + Math.max(50, (until - performance.now()) / 2);
		const found = withinReach(weighted, p, distance, unserved, most.never, options, half);
		if (found === 'unknown') unsure = middle;
		else if (found === null) {
			low = middle;
			options.onBound?.(distances[middle + 1] as number);
		} else {
			const now = scoreOf(problem, found);
			high = lastUpTo(distances, Math.min(now.objective, distance));
			if (now.unservedWeight <= best.unservedWeight && now.objective < best.objective) {
				open = found;
				best = now;
				options.onBetter?.(open, best.objective);
			}
		}
	}
	const known = options.highs !== null && most.proved;
	if (!known) return { open, bound: null };
	return {
		open,
		bound: low + 1 >= high ? best.objective : (distances[low + 1] ?? best.objective)
	};
}

/** Nobody is at a point without weight, yet it is to be reached: count it for next to nothing. */
function withSomeoneEverywhere(instance: Instance): Instance {
	if (instance.weights.every((weight) => weight > 0)) return instance;
	const smallest = instance.weights.reduce((a, b) => (b > 0 && b < a ? b : a), Infinity);
	const tiny = (smallest === Infinity ? 1 : smallest) / (2 * instance.weights.length + 2);
	return { ...instance, weights: instance.weights.map((weight) => weight || tiny) };
}

function scoreOf(problem: Problem, open: readonly number[]): Score {
	const siteOf = nearest(problem.instance, open, problem.reach);
	return score(problem, { open, siteOf });
}

const binaryCore = (instance: Instance, p: number, reach: number | null, plain = false): Core =>
	makeCore(instance, { reach, binary: true, dropWeightless: false, p, plain });

interface MostServed {
	open: number[];
	/** Weight that no site can serve. */
	never: number;
	proved: boolean;
}

function mostServed(
	instance: Instance,
	p: number,
	reach: number | null,
	options: CenterOptions
): MostServed {
	let all = 0;
	let never = 0;
	instance.weights.forEach((weight, i) => {
		all += weight;
		if (!canBeServed(instance, i, reach)) never += weight;
	});
	const { restarts, timeLimit } = options.highs ? BEFORE_PROOF : AT_ONCE;
	const near = findNearForAll(instance, p, reach, {
		seed: options.seed,
		restarts,
		// Who sets no limit gets every restart, and the same answer on any machine.
		timeLimit:
			options.timeLimit === Infinity ? Infinity : Math.min(timeLimit, options.timeLimit / 4)
	});
	const served = nearest(instance, near, reach);
	let left = -never;
	instance.weights.forEach((weight, i) => {
		if ((served[i] as number) < 0) left += weight;
	});
	if (left <= 1e-9 * all) return { open: near, never, proved: true };
	const can = all - never;
	const core = binaryCore(instance, p, reach);
	const good = findGood(core, {
		seed: options.seed,
		restarts: 10,
		timeLimit: options.timeLimit / 10
	});
	const first = { open: openSites(instance, core, good.open, p), never };
	if (good.value <= 1e-9 * can) return { ...first, proved: true };
	if (!options.highs) return { ...first, proved: false };
	const exact = solveCoverage(options.highs, core, [...good.open], {
		timeLimit: options.timeLimit / 2,
		seed: options.seed
	});
	const better = exact.open && (exact.objective ?? 0) > can - good.value ? exact.open : good.open;
	return {
		...first,
		open: openSites(instance, core, better, p),
		proved: exact.status === 'optimal'
	};
}

/** Sites that leave no more unserved within a distance; null where there are none. */
function withinReach(
	instance: Instance,
	p: number,
	distance: number,
	unserved: number,
	never: number,
	options: CenterOptions,
	until: number
): number[] | null | 'unknown' {
	const plain = binaryCore(instance, p, distance, true);
	let can = 0;
	let all = 0;
	for (const weight of plain.weights) can += weight;
	for (const weight of instance.weights) all += weight;
	const slack = 1e-9 * Math.max(1, all);
	if (all - can > unserved + slack) return null;
	const quick = { seed: options.seed, restarts: 4, timeLimit: 500 };
	const good = findGood(plain, quick);
	if (all - can + good.value <= unserved + slack) {
		return openSites(instance, plain, good.open, p);
	}
	if (!options.highs) return null;
	const core = binaryCore(instance, p, distance);
	const left = { timeLimit: Math.max(50, until - performance.now()), seed: options.seed };
	if (unserved <= never + slack) {
		const cover = solveCover(options.highs, core, null, left);
		if (cover.open && cover.open.length <= core.p) {
			return openSites(instance, core, cover.open, p);
		}
		const fewest = cover.status === 'optimal' ? (cover.objective ?? 0) : (cover.bound ?? 0);
		if (cover.status === 'infeasible' || fewest > core.p + 1e-6) return null;
		return 'unknown';
	}
	const start = [...findGood(core, { ...quick, restarts: 0 }).open];
	const exact = solveCoverage(options.highs, core, start, left);
	if (exact.open && all - (exact.objective ?? 0) <= unserved + 1e-6) {
		return openSites(instance, core, exact.open, p);
	}
	return (exact.bound ?? Infinity) < all - unserved - 1e-6 ? null : 'unknown';
}

/** All costs between two, each once, ascending. */
function distinctCosts(instance: Instance, least: number, most: number): Float64Array {
	const within = instance.costs.filter(
		(cost, k) =>
			cost >= least && cost <= most && instance.states[instance.sites[k] as number] !== 'excluded'
	);
	within.sort();
	let count = 0;
	for (const cost of within) if (count === 0 || cost !== within[count - 1]) within[count++] = cost;
	return within.subarray(0, count);
}

/** Index of the last value up to a limit; -1 where all are larger. */
function lastUpTo(values: Float64Array, limit: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** The worst of what each demand point has as its nearest site: no plan that serves all is better. */
function leastWorst(instance: Instance, reach: number | null, servesAll: boolean): number {
	if (!servesAll) return 0;
	let worst = 0;
	for (let i = 0; i < instance.weights.length; i++) {
		const end = instance.starts[i + 1] as number;
		for (let k = instance.starts[i] as number; k < end; k++) {
			const cost = instance.costs[k] as number;
			if (reach !== null && cost > reach) break;
			if (instance.states[instance.sites[k] as number] === 'excluded') continue;
			worst = Math.max(worst, cost);
			break;
		}
	}
	return worst;
}
