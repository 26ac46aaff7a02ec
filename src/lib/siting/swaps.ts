/**
 * Every plan that has one other site, and how much worse it is: worked out for all of them
 * together from who goes where, in the instance as it is. In a core, sites that another is as good
 * as for everyone are gone; a reader who knows the buildings may want just these.
 */
import type { Highs } from 'highs';
import { assign, solveWithRoom } from './capacity.ts';
import { byColumn, type Columns } from './core.ts';
import { withStates, type Instance } from './instance.ts';
import { MODELS, type Problem } from './models.ts';
import { canBeServed, compareScores, score, type Answer, type Plan, type Score } from './plan.ts';

/** Share by which a plan may be worse and still be called nearly as good. */
export const NEAR = 0.01;

export interface Swap {
	/** Site of the plan that is closed, and the one open in its place. */
	out: number;
	into: number;
	/** In the unit of the model. */
	objective: number;
	/** How much worse than the plan, as a share of what it is worth; 0 where it is as good. */
	worse: number;
}

/** Rounding, relative: as exact as sums are. */
const ROUNDING = 1e-9;

/**
 * How much worse one plan is than another of as many sites, as a share: of its objective, and
 * where groups are asked about of the least share, whichever loses more. Infinity where more
 * weight is left unserved than the model may leave for the sake of its objective; 0 where it is as
 * good or better.
 */
export function lossOf(problem: Problem, own: Score, then: Score): number {
	if (compareScores(problem, then, own) <= 0) return 0;
	const { maximise } = MODELS[problem.model];
	const room = ROUNDING * Math.max(1, own.unservedWeight);
	if (!maximise && then.unservedWeight > own.unservedWeight + room) return Infinity;
	const objective = maximise ? own.objective - then.objective : then.objective - own.objective;
	return Math.max(
		share(objective, own.objective),
		share(own.leastShare - then.leastShare, own.leastShare)
	);
}

function share(less: number, of: number): number {
	if (less <= ROUNDING * Math.max(1, Math.abs(of))) return 0;
	return of === 0 ? Infinity : less / Math.abs(of);
}

/** What a plan is worth, and that with each single swap. */
interface Ground {
	problem: Problem;
	open: readonly number[];
	columns: Columns;
	/** Place in the plan of the nearest open site of each demand point; -1: none. */
	slot: Int32Array;
	/** Cost to the nearest and to the next open site; Infinity where there is none. */
	first: Float64Array;
	second: Float64Array;
}

function groundOf(problem: Problem, open: readonly number[]): Ground {
	const { instance, reach } = problem;
	const { starts, sites, costs, weights } = instance;
	const place = new Int32Array(instance.siteIds.length).fill(-1);
	open.forEach((site, at) => (place[site] = at));
	const slot = new Int32Array(weights.length).fill(-1);
	const first = new Float64Array(weights.length).fill(Infinity);
	const second = new Float64Array(weights.length).fill(Infinity);
	for (let i = 0; i < weights.length; i++) {
		const end = starts[i + 1] as number;
		for (let k = starts[i] as number; k < end; k++) {
			const cost = costs[k] as number;
			if (reach !== null && cost > reach) break;
			const at = place[sites[k] as number] as number;
			if (at < 0) continue;
			if ((slot[i] as number) < 0) {
				slot[i] = at;
				first[i] = cost;
			} else {
				second[i] = cost;
				break;
			}
		}
	}
	const fixed = new Uint8Array(instance.siteIds.length);
	const columns = byColumn({ starts, cols: sites, costs, fixed });
	return { problem, open, columns, slot, first, second };
}

/** Sums of a plan: unserved weight and points, travel, then unserved weight by group. */
const WEIGHT = 0;
const POINTS = 1;
const TRAVEL = 2;
const GROUPS = 3;

/** Adds up what plans leave unserved, and how far their people travel. */
class Sums {
	readonly width: number;
	readonly #weights: Float64Array;
	/** Of each demand point, which group's sum it is in; -1: none. */
	readonly #groupOf: Int32Array;
	readonly #totals: number[] = [];
	#all = 0;

	constructor({ instance, groups, reach }: Problem) {
		this.#weights = instance.weights;
		this.#groupOf = new Int32Array(instance.weights.length).fill(-1);
		if (groups) this.#group(instance, groups, reach);
		for (const weight of instance.weights) this.#all += weight;
		this.width = GROUPS + this.#totals.length;
	}

	/** Groups in which anyone can be served at all: of the others no plan is the better. */
	#group(instance: Instance, groups: Int32Array, reach: number | null): void {
		const index = new Map<number, number>();
		groups.forEach((group, i) => {
			const counts = group >= 0 && (instance.weights[i] as number) > 0;
			if (!counts || index.has(group) || !canBeServed(instance, i, reach)) return;
			index.set(group, this.#totals.length);
			this.#totals.push(0);
		});
		groups.forEach((group, i) => {
			const at = index.get(group) ?? -1;
			this.#groupOf[i] = at;
			if (at >= 0)
				this.#totals[at] = (this.#totals[at] as number) + (instance.weights[i] as number);
		});
	}

	/** Count (or, with sign -1, take back) that a point's cost goes from one to another; Infinity is unserved. */
	shift(sums: Float64Array, at: number, i: number, from: number, to: number, sign: 1 | -1): void {
		const weight = sign * (this.#weights[i] as number);
		const was = from === Infinity;
		const is = to === Infinity;
		const travel = (is ? 0 : to) - (was ? 0 : from);
		sums[at + TRAVEL] = (sums[at + TRAVEL] as number) + weight * travel;
		if (was === is) return;
		const by = is ? 1 : -1;
		sums[at + WEIGHT] = (sums[at + WEIGHT] as number) + by * weight;
		sums[at + POINTS] = (sums[at + POINTS] as number) + by * sign;
		const group = this.#groupOf[i] as number;
		if (group < 0) return;
		sums[at + GROUPS + group] = (sums[at + GROUPS + group] as number) + by * weight;
	}

	/** The score of a plan with these sums, but for a longest journey, which is none. */
	score({ model }: Problem, sums: Float64Array, sites: number): Score {
		const unservedWeight = sums[WEIGHT] as number;
		const least = this.#totals.map((total, group) => 1 - (sums[GROUPS + group] as number) / total);
		const objective = {
			mclp: this.#all - unservedWeight,
			'p-median': sums[TRAVEL] as number,
			lscp: sites,
			'p-center': NaN
		};
		return {
			objective: objective[model],
			unservedWeight,
			leastShare: least.length === 0 ? 1 : Math.min(...least)
		};
	}
}

/** Told of each single swap with what it is worth; the last is how many more points it leaves unserved. */
type Take = (out: number, into: number, then: Score, morePoints: number) => void;

/** Goes through all single swaps of a plan, as if every site had room for all. */
function eachSwap(ground: Ground, isNear: (then: Score) => boolean, take: Take): void {
	const { problem, open, columns, slot, first, second } = ground;
	const { instance, reach, model } = problem;
	const isOpen = new Set(open);
	const sums = new Sums(problem);
	const { width } = sums;
	const now = new Float64Array(width);
	const loss = new Float64Array(width * open.length);
	const everyone = instance.weights.length;
	for (let i = 0; i < everyone; i++) {
		// As if all had been served at no cost.
		sums.shift(now, 0, i, 0, first[i] as number, 1);
		const at = slot[i] as number;
		if (at >= 0) sums.shift(loss, at * width, i, first[i] as number, second[i] as number, 1);
	}
	const longest = model === 'p-center' ? new LongestJourney(ground) : null;
	const gain = new Float64Array(width);
	const both = new Float64Array(width * open.length);
	const then = new Float64Array(width);
	instance.states.forEach((state, into) => {
		if (state !== 'candidate' || isOpen.has(into)) return;
		gain.fill(0);
		both.fill(0);
		const end = columns.starts[into + 1] as number;
		for (let k = columns.starts[into] as number; k < end; k++) {
			const cost = columns.costs[k] as number;
			if (reach !== null && cost > reach) continue;
			const i = columns.rows[k] as number;
			const d1 = first[i] as number;
			const d2 = second[i] as number;
			if (cost < d1) sums.shift(gain, 0, i, d1, cost, 1);
			const at = slot[i] as number;
			if (at < 0 || cost >= d2) continue;
			// Whoever loses the nearest site comes here, not to the next one.
			sums.shift(both, at * width, i, d1, d2, -1);
			sums.shift(both, at * width, i, d1, cost, 1);
			if (cost < d1) sums.shift(both, at * width, i, d1, cost, -1);
		}
		longest?.open(into);
		open.forEach((out, at) => {
			if (instance.states[out] === 'fixed') return;
			for (let k = 0; k < width; k++) {
				then[k] =
					(now[k] as number) +
					(gain[k] as number) +
					(loss[at * width + k] as number) +
					(both[at * width + k] as number);
			}
			const worth = sums.score(problem, then, open.length);
			if (longest) {
				if (!isNear({ ...worth, objective: 0 })) return;
				worth.objective = longest.without(at);
			}
			if (isNear(worth)) take(out, into, worth, (then[POINTS] as number) - (now[POINTS] as number));
		});
	});
}

/** The longest journey with one site open and one closed. */
class LongestJourney {
	readonly #ground: Ground;
	/** Cost of each demand point to the site that is opened. */
	readonly #here: Float64Array;
	readonly #touched: number[] = [];
	/** By place in the plan: demand points, who would have farthest to go without it first. */
	readonly #orders = new Map<number, { order: Int32Array; costs: Float64Array }>();

	constructor(ground: Ground) {
		this.#ground = ground;
		this.#here = new Float64Array(ground.first.length).fill(Infinity);
	}

	open(site: number): void {
		const { columns, problem } = this.#ground;
		for (const i of this.#touched) this.#here[i] = Infinity;
		this.#touched.length = 0;
		const end = columns.starts[site + 1] as number;
		for (let k = columns.starts[site] as number; k < end; k++) {
			const cost = columns.costs[k] as number;
			if (problem.reach !== null && cost > problem.reach) continue;
			const i = columns.rows[k] as number;
			this.#here[i] = cost;
			this.#touched.push(i);
		}
	}

	without(at: number): number {
		const { order, costs } = this.#orderOf(at);
		let worst = 0;
		for (const i of order) {
			const other = costs[i] as number;
			if (other <= worst) break;
			const cost = Math.min(other, this.#here[i] as number);
			if (cost !== Infinity && cost > worst) worst = cost;
		}
		return worst;
	}

	#orderOf(at: number): { order: Int32Array; costs: Float64Array } {
		const known = this.#orders.get(at);
		if (known) return known;
		const { slot, first, second } = this.#ground;
		const costs = first.map((cost, i) => (slot[i] === at ? (second[i] as number) : cost));
		const far = (i: number) => costs[i] as number;
		const order = Int32Array.from(costs.keys()).sort((a, b) =>
			far(a) === far(b) ? a - b : far(b) - far(a)
		);
		const found = { order, costs };
		this.#orders.set(at, found);
		return found;
	}
}

export interface SwapOptions {
	/** Needed for sites with limited room: there who goes where is a question of its own for each swap. */
	highs?: Highs | null;
	/** Seconds for these questions altogether. */
	timeLimit?: number;
}

export interface NearSwaps {
	/** The least loss first, then by site. */
	swaps: Swap[];
	/** Swaps of which it is not known whether they are as near, or how near: only where room is limited. */
	undecided: number;
}

/** Every single swap that leaves a plan within {@link NEAR} of what it is worth. */
export function nearSwaps(problem: Problem, plan: Plan, options: SwapOptions = {}): NearSwaps {
	if (plan.objective === null) return { swaps: [], undecided: 0 };
	const own = score(problem, plan);
	const swaps: Swap[] = [];
	let undecided = 0;
	const offer = (out: number, into: number, then: Score) => {
		const worse = lossOf(problem, own, then);
		const { objective } = then;
		// What differs by rounding alone is the same.
		const isSame = share(Math.abs(objective - own.objective), own.objective) === 0;
		if (worse <= NEAR + ROUNDING) {
			swaps.push({ out, into, objective: isSame ? own.objective : objective, worse });
		}
	};
	const isNear = (then: Score) => lossOf(problem, own, then) <= NEAR + ROUNDING;
	const ground = groundOf(problem, plan.open);
	if (!problem.instance.capacities) {
		eachSwap(ground, isNear, (out, into, then, morePoints) => {
			// Where all are to be reached, points without weight count, too.
			if (problem.model !== 'lscp' || morePoints <= 0) offer(out, into, then);
		});
	} else {
		const until = performance.now() + (options.timeLimit ?? 10) * 1000;
		const room = ROUNDING * Math.max(1, own.unservedWeight);
		// With room for all, a swap serves as many at least: what is too far off then is so at any room.
		const couldBe = (then: Score) =>
			then.unservedWeight < own.unservedWeight - room || isNear(then);
		eachSwap(ground, couldBe, (out, into) => {
			const open = plan.open.map((site) => (site === out ? into : site));
			const { answer, isBest } = withRoom(problem, open, own, until, options.highs ?? null);
			if (!isBest) undecided++;
			offer(out, into, score(problem, answer));
		});
	}
	swaps.sort((a, b) => a.worse - b.worse || a.out - b.out || a.into - b.into);
	return { swaps, undecided };
}

/** Who goes where with these sites and their room, and whether that is known to be the best way. */
function withRoom(
	problem: Problem,
	open: readonly number[],
	own: Score,
	until: number,
	highs: Highs | null
): { answer: Answer; isBest: boolean } {
	const quick = { open, siteOf: assign(problem, open) };
	const left = (until - performance.now()) / 1000;
	if (lossOf(problem, own, score(problem, quick)) === 0) return { answer: quick, isBest: true };
	if (!highs || left <= 0) return { answer: quick, isBest: false };
	const chosen = new Set(open);
	const { instance } = problem;
	const states = instance.siteIds.map((_, site) => (chosen.has(site) ? 'fixed' : 'excluded'));
	const { answer, bound } = solveWithRoom(
		highs,
		{ ...problem, instance: withStates(instance, states) },
		{ seed: 1, timeLimit: Math.max(50, left * 1000) }
	);
	const best =
		answer && compareScores(problem, score(problem, answer), score(problem, quick)) < 0
			? { open, siteOf: answer.siteOf }
			: quick;
	const { objective } = score(problem, best);
	const isBest =
		bound !== null && Math.abs(bound - objective) <= 1e-6 * Math.max(1, Math.abs(objective));
	return { answer: best, isBest };
}
