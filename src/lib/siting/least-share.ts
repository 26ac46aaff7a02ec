/**
 * Plans in which the least covered district comes first: the share within reach of the group that
 * has least is made as large as can be, then the weight within reach. A group can get no more
 * from so many sites than the best so many would give it alone; that settles how many sites each
 * group needs, from which a good plan begins, and without which its proof takes minutes.
 */
import type { Highs } from 'highs';
import { randomNumbers } from '../stats/random.ts';
import { byColumn, colsOf, openSites, restrict, rowsOf, type Core } from './core.ts';
import { findGood } from './heuristic.ts';
import { solveCoverage, type MixedOptions, type Need } from './mip.ts';
import { groupShares, nearest } from './plan.ts';
import type { Problem } from './models.ts';

/** What a search for the least covered group needs to know. */
interface Groups {
	groupOf: Int32Array;
	/** Weight of each group with anyone in reach of a site, those in nobody's reach included. */
	totals: Map<number, number>;
}

function groupsOf({ instance, groups, reach }: Problem, core: Core): Groups {
	const of = groups ?? new Int32Array(instance.weights.length).fill(-1);
	const demandOfRow = core.demandOfRow ?? new Int32Array(0);
	const nobody = new Int32Array(instance.weights.length).fill(-1);
	const totals = new Map<number, number>();
	for (const group of groupShares(instance, of, nobody, reach).keys()) {
		let total = 0;
		instance.weights.forEach((weight, i) => {
			if (of[i] === group) total += weight;
		});
		totals.set(group, total);
	}
	return { groupOf: Int32Array.from(demandOfRow, (i) => of[i] as number), totals };
}

/** A group by itself: what so many sites could do for it, were all of them for it. */
class Alone {
	readonly total: number;
	/** Columns, not fixed, that serve anyone of it. */
	readonly cols: readonly number[];
	readonly #core: Core;
	readonly #colOf: readonly number[];
	readonly #fixed: number;
	readonly #found: { open: number[]; share: number }[] = [];
	readonly #most: number[] = [];

	constructor(core: Core, { groupOf, totals }: Groups, group: number) {
		this.total = totals.get(group) ?? 0;
		const rows = [...groupOf.keys()].filter((row) => groupOf[row] === group);
		const touches = new Uint8Array(colsOf(core));
		for (const row of rows) {
			const end = core.starts[row + 1] as number;
			for (let k = core.starts[row] as number; k < end; k++) touches[core.cols[k] as number] = 1;
		}
		this.cols = [...touches.keys()].filter((col) => touches[col] && !core.fixed[col]);
		this.#fixed = core.fixed.reduce((sum, is) => sum + is, 0);
		const kept = [...touches.keys()].filter((col) => touches[col] || core.fixed[col]);
		this.#colOf = kept;
		const isKept = new Set(kept);
		this.#core = restrict(onlyRows(core, rows), (col) => isKept.has(col), core.p);
	}

	/** Good columns, so many besides the fixed ones, and the share that they serve. */
	good(sites: number): { open: number[]; share: number } {
		const known = this.#found[sites];
		if (known) return known;
		const core = this.#with(sites);
		const { open, value } = findGood(core, { seed: 1, restarts: 2, timeLimit: 20 });
		let all = 0;
		for (const weight of core.weights) all += weight;
		const found = {
			open: Array.from(open, (col) => this.#colOf[col] as number),
			share: this.total > 0 ? (all - value) / this.total : 1
		};
		this.#found[sites] = found;
		return found;
	}

	/** A share that no so many columns, besides the fixed ones, exceed. */
	most(highs: Highs, sites: number, options: MixedOptions): number {
		const known = this.#most[sites];
		if (known !== undefined) return known;
		const core = this.#with(sites);
		let all = 0;
		for (const weight of core.weights) all += weight;
		const { seed, timeLimit } = options;
		const bound =
			core.p >= colsOf(core)
				? all
				: (solveCoverage(highs, core, null, { seed, timeLimit }).bound ?? all);
		const share = this.total > 0 ? Math.min(bound, all) / this.total : 1;
		this.#most[sites] = share;
		return share;
	}

	#with(sites: number): Core {
		return { ...this.#core, p: Math.min(colsOf(this.#core), this.#fixed + sites) };
	}
}

/** A core of some rows alone. */
function onlyRows(core: Core, rows: readonly number[]): Core {
	const spans = rows.map(
		(row) => [core.starts[row] as number, core.starts[row + 1] as number] as const
	);
	const starts = new Int32Array(rows.length + 1);
	spans.forEach(([from, end], at) => (starts[at + 1] = (starts[at] as number) + end - from));
	const cols = new Int32Array(starts[rows.length] as number);
	const costs = new Float64Array(cols.length);
	spans.forEach(([from, end], at) => {
		cols.set(core.cols.subarray(from, end), starts[at]);
		costs.set(core.costs.subarray(from, end), starts[at]);
	});
	return {
		...core,
		weights: Float64Array.from(rows, (row) => core.weights[row] as number),
		starts,
		cols,
		costs
	};
}

/** One site more, again and again, for the group that has least: a plan to begin with. */
function shareOut(core: Core, groups: Groups): number[] {
	const alone = [...groups.totals.keys()].map((group) => ({
		group: new Alone(core, groups, group),
		sites: 0
	}));
	const fixed = [...core.fixed.keys()].filter((col) => core.fixed[col]);
	const openNow = () =>
		new Set([...fixed, ...alone.flatMap(({ group, sites }) => group.good(sites).open)]);
	let open = openNow();
	while (open.size < core.p) {
		const [least] = alone
			.filter(({ group, sites }) => sites < group.cols.length)
			.sort((a, b) => a.group.good(a.sites).share - b.group.good(b.sites).share);
		if (!least) break;
		least.sites++;
		const more = openNow();
		if (more.size > core.p) break;
		open = more;
	}
	return [...open];
}

/**
 * Raise the share within reach of the least covered group by swaps, then the weight in all;
 * columns of the core. Time in milliseconds.
 */
export function findFair(
	problem: Problem,
	core: Core,
	start: readonly number[],
	options: { seed: number; timeLimit: number; restarts: number }
): number[] {
	const until = performance.now() + options.timeLimit;
	const groups = groupsOf(problem, core);
	const random = randomNumbers(options.seed);
	let best = climb(core, groups, start, until);
	const shared = climb(core, groups, filled(core, shareOut(core, groups), start), until);
	if (isFairer(shared, best)) best = shared;
	for (let round = 0; round < options.restarts && performance.now() < until; round++) {
		const shaken = shake(core, best.open, random);
		const other = climb(core, groups, shaken, until);
		if (isFairer(other, best)) best = other;
	}
	return best.open;
}

/** Columns with others, as many as may be open. */
function filled(core: Core, open: readonly number[], others: readonly number[]): number[] {
	const all = new Set(open);
	for (const col of [...others, ...core.fixed.keys()]) if (all.size < core.p) all.add(col);
	return [...all];
}

interface Fair {
	open: number[];
	least: number;
	weight: number;
}

const isFairer = (a: Pick<Fair, 'least' | 'weight'>, b: Pick<Fair, 'least' | 'weight'>) =>
	a.least > b.least + 1e-12 || (a.least >= b.least - 1e-12 && a.weight > b.weight + 1e-9);

function shake(core: Core, open: readonly number[], random: () => number): number[] {
	const movable = open.filter((col) => !core.fixed[col]);
	const out = movable[Math.floor(random() * movable.length)];
	const into = Math.floor(random() * colsOf(core));
	return out === undefined || open.includes(into)
		? [...open]
		: [...open.filter((col) => col !== out), into];
}

function climb(
	core: Core,
	{ groupOf, totals }: Groups,
	start: readonly number[],
	until: number
): Fair {
	const columns = byColumn(core);
	const times = new Int32Array(rowsOf(core));
	const served = new Map<number, number>([...totals.keys()].map((group) => [group, 0]));
	let weight = 0;
	const count = (col: number, by: 1 | -1) => {
		const end = columns.starts[col + 1] as number;
		for (let k = columns.starts[col] as number; k < end; k++) {
			const row = columns.rows[k] as number;
			const before = times[row] as number;
			times[row] = before + by;
			if (before === (by === 1 ? 0 : 1)) {
				const group = groupOf[row] as number;
				const amount = by * (core.weights[row] as number);
				weight += amount;
				if (served.has(group)) served.set(group, (served.get(group) ?? 0) + amount);
			}
		}
	};
	const now = () => {
		let least = totals.size === 0 ? 1 : Infinity;
		for (const [group, total] of totals) least = Math.min(least, (served.get(group) ?? 0) / total);
		return { least, weight };
	};
	const open = [...start];
	const isOpen = new Uint8Array(colsOf(core));
	for (const col of open) {
		isOpen[col] = 1;
		count(col, 1);
	}
	let current = now();
	for (let better = true; better && performance.now() < until;) {
		better = false;
		for (let slot = 0; slot < open.length; slot++) {
			const out = open[slot] as number;
			if (core.fixed[out]) continue;
			count(out, -1);
			let best = current;
			let into = -1;
			for (let col = 0; col < isOpen.length; col++) {
				if (isOpen[col]) continue;
				count(col, 1);
				const then = now();
				count(col, -1);
				if (isFairer(then, best)) {
					best = then;
					into = col;
				}
			}
			if (into < 0) count(out, 1);
			else {
				count(into, 1);
				isOpen[out] = 0;
				isOpen[into] = 1;
				open[slot] = into;
				current = now();
				better = true;
			}
		}
	}
	return { open, ...current };
}

export interface FairAnswer {
	open: number[] | null;
	/** Whether no plan serves a larger share of its least served group. */
	isFairest: boolean;
	/** No plan with the best least share serves more weight; null where that is not proved. */
	bound: number | null;
}

/** Shares closer than this are the same to the solver. */
const SAME = 2e-6;
/** Milliseconds for what so many sites could do for one group. */
const ALONE = 400;

/**
 * The exact answer in two steps: the best least share, then the most weight that keeps it. Begins
 * with a good plan, and is never worse.
 */
export function solveFair(
	highs: Highs,
	problem: Problem,
	core: Core,
	start: readonly number[],
	options: MixedOptions
): FairAnswer {
	const until = performance.now() + options.timeLimit;
	const left = (share = 1): MixedOptions => ({
		...options,
		timeLimit: Math.max(50, (until - performance.now()) * share)
	});
	const groups = groupsOf(problem, core);
	const alone = new Map(
		[...groups.totals.keys()].map((group) => [group, new Alone(core, groups, group)])
	);
	const free = core.p - core.fixed.reduce((sum, is) => sum + is, 0);
	/** Columns of each group of which at least so many are open in plans above a share; null: none are. */
	const needed = (share: number, orEqual: boolean): Need[] | null => {
		const needs: Need[] = [];
		for (const group of alone.values()) {
			let sites = 0;
			const isEnough = (most: number) => (orEqual ? most >= share - SAME : most > share + SAME);
			while (
				sites <= free &&
				!isEnough(
					group.most(highs, sites, { ...options, timeLimit: Math.min(ALONE, left().timeLimit) })
				)
			) {
				sites++;
			}
			if (sites > free || sites > group.cols.length) return null;
			if (sites > 0) needs.push({ cols: group.cols, least: sites });
		}
		return needs;
	};
	let open = [...start];
	let least = leastShareOf(problem, core, open);
	const first = needed(least, false);
	let isFairest = first === null;
	if (first) {
		const better = solveCoverage(highs, core, null, left(0.6), {
			...groups,
			leastShare: null,
			needs: first,
			atLeast: least
		});
		isFairest = better.status !== 'limit';
		if (better.open) {
			// What the answer in fact gives, which rounding inside the solver may miss by a little.
			const share = leastShareOf(problem, core, better.open);
			if (share > least) {
				least = share;
				open = better.open;
			}
		}
	}
	if (!isFairest) return { open, isFairest, bound: null };
	const second = solveCoverage(highs, core, open, left(), {
		...groups,
		leastShare: least,
		needs: needed(least, true) ?? []
	});
	return { open: second.open ?? open, isFairest, bound: second.bound };
}

function leastShareOf(problem: Problem, core: Core, open: readonly number[]): number {
	const { instance, groups, reach, p } = problem;
	const siteOf = nearest(instance, openSites(instance, core, open, p), reach);
	const shares = groupShares(instance, groups ?? new Int32Array(0), siteOf, reach);
	return shares.size === 0 ? 1 : Math.min(...shares.values());
}
