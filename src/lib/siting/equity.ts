/**
 * Plans that ask who gains: some people count for more, nobody travels beyond a cap (the `reach`
 * of a p-median), or the least covered district comes first.
 */
import type { Highs } from 'highs';
import { randomNumbers } from '../stats/random.ts';
import { byColumn, colsOf, openSites, rowsOf, type Core } from './core.ts';
import { solveCoverage, type MixedOptions } from './mip.ts';
import { groupShares, nearest } from './plan.ts';
import type { Problem } from './models.ts';

/**
 * Weights in which people of some neighbourhoods count `times` as much. Throws for a negative
 * factor.
 */
export function emphasise(
	weights: ArrayLike<number>,
	isAmong: (demand: number) => boolean,
	times: number
): Float64Array {
	if (!(times >= 0)) throw new RangeError(`${times} is not a factor of 0 or more`);
	return Float64Array.from(weights, (weight, i) => (isAmong(i) ? weight * times : weight));
}

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
	for (let round = 0; round < options.restarts && performance.now() < until; round++) {
		const shaken = shake(core, best.open, random);
		const other = climb(core, groups, shaken, until);
		if (isFairer(other, best)) best = other;
	}
	return best.open;
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
	/** No plan serves a larger share of its least served group. */
	shareBound: number | null;
	/** No plan with the best least share serves more weight; null where that is not proved. */
	bound: number | null;
}

/** The exact answer in two steps: the best least share, then the most weight that keeps it. */
export function solveFair(
	highs: Highs,
	problem: Problem,
	core: Core,
	options: MixedOptions
): FairAnswer {
	const groups = groupsOf(problem, core);
	const half = { ...options, timeLimit: options.timeLimit / 2 };
	const first = solveCoverage(highs, core, null, half, { ...groups, leastShare: null });
	if (!first.open) return { open: null, shareBound: first.bound, bound: null };
	const open = openSites(problem.instance, core, first.open, problem.p);
	const siteOf = nearest(problem.instance, open, problem.reach);
	const shares = groupShares(
		problem.instance,
		problem.groups ?? new Int32Array(0),
		siteOf,
		problem.reach
	);
	// What the answer in fact gives, which rounding inside the solver may miss by a little.
	const least = shares.size === 0 ? 0 : Math.min(...shares.values());
	const second = solveCoverage(highs, core, null, half, { ...groups, leastShare: least });
	return {
		open: second.open ?? first.open,
		shareBound: first.bound,
		bound: first.status === 'optimal' ? second.bound : null
	};
}
