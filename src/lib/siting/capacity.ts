/**
 * Sites with room for a limited number of people. A neighbourhood goes to one site, whole, as in
 * PySAL spopt's k-nearest p-median; not always to the nearest, which may be full. As ever, the
 * weight that finds no place is minimised first.
 */
import type { Highs } from 'highs';
import { randomNumbers } from '../stats/random.ts';
import { fixedSites, type Instance } from './instance.ts';
import { RowBuilder, solveMixed, type MixedOptions } from './mip.ts';
import type { Problem } from './models.ts';
import { compareScores, score, type Answer, type Score } from './plan.ts';

const roomOf = ({ capacities }: Instance, site: number): number => capacities?.[site] ?? Infinity;

/** Whether a weight fits, but for rounding. */
const fits = (weight: number, room: number): boolean => weight <= room + 1e-9 * Math.max(1, weight);

/** Places for everyone whom a search finds one for, given the open sites. */
export function assign(problem: Problem, open: readonly number[]): Int32Array {
	const { instance, reach } = problem;
	const { weights, starts, sites, costs } = instance;
	const isOpen = new Uint8Array(instance.siteIds.length);
	for (const site of open) isOpen[site] = 1;
	const options = [...weights.keys()].map((i) => {
		const found: { site: number; cost: number }[] = [];
		const end = starts[i + 1] as number;
		for (let k = starts[i] as number; k < end; k++) {
			const cost = costs[k] as number;
			if (reach !== null && cost > reach) break;
			const site = sites[k] as number;
			if (isOpen[site]) found.push({ site, cost });
		}
		return found;
	});
	const weigh = (i: number) => weights[i] as number;
	// Who loses most by not getting the nearest comes first; or the largest, which are hard to place.
	const regret = (i: number) => {
		const [first, second] = options[i] ?? [];
		return first === undefined ? 0 : weigh(i) * ((second?.cost ?? 1e9) - first.cost);
	};
	const all = [...weights.keys()];
	const orders = [
		[...all].sort((a, b) => regret(b) - regret(a) || a - b),
		[...all].sort((a, b) => weigh(b) - weigh(a) || a - b)
	];
	let best: { answer: Answer; score: Score } | null = null;
	for (const order of orders) {
		const siteOf = place(instance, order, options);
		const answer = { open, siteOf };
		const worth = score(problem, answer);
		if (!best || compareScores(problem, worth, best.score) < 0) best = { answer, score: worth };
	}
	return best?.answer.siteOf ?? new Int32Array(weights.length).fill(-1);
}

function place(
	instance: Instance,
	order: readonly number[],
	options: readonly { site: number; cost: number }[][]
): Int32Array {
	const { weights } = instance;
	const siteOf = new Int32Array(weights.length).fill(-1);
	const costOf = new Float64Array(weights.length);
	const room = Float64Array.from(instance.siteIds, (_, site) => roomOf(instance, site));
	const put = (i: number, site: number, cost: number) => {
		const before = siteOf[i] as number;
		if (before >= 0) room[before] = (room[before] as number) + (weights[i] as number);
		siteOf[i] = site;
		costOf[i] = cost;
		room[site] = (room[site] as number) - (weights[i] as number);
	};
	for (const i of order) {
		const found = options[i]?.find(({ site }) => fits(weights[i] as number, room[site] as number));
		if (found) put(i, found.site, found.cost);
	}
	// Move people while someone gets a place, or a nearer one.
	for (let better = true; better;) {
		better = false;
		for (const i of order) {
			for (const { site, cost } of options[i] ?? []) {
				if ((siteOf[i] as number) >= 0 && cost >= (costOf[i] as number)) break;
				if (fits(weights[i] as number, room[site] as number)) {
					put(i, site, cost);
					better = true;
					break;
				}
			}
			if ((siteOf[i] as number) >= 0 || (options[i] ?? []).length === 0) continue;
			// Nowhere to go: perhaps someone makes room by going elsewhere.
			better ||= makeRoom(i, instance, order, options, siteOf, room, put);
		}
	}
	return siteOf;
}

function makeRoom(
	i: number,
	{ weights }: Instance,
	order: readonly number[],
	options: readonly { site: number; cost: number }[][],
	siteOf: Int32Array,
	room: Float64Array,
	put: (i: number, site: number, cost: number) => void
): boolean {
	const weight = weights[i] as number;
	for (const { site, cost } of options[i] ?? []) {
		for (const other of order) {
			if (siteOf[other] !== site) continue;
			if (!fits(weight, (room[site] as number) + (weights[other] as number))) continue;
			const elsewhere = options[other]?.find(
				(option) =>
					option.site !== site && fits(weights[other] as number, room[option.site] as number)
			);
			if (!elsewhere) continue;
			put(other, elsewhere.site, elsewhere.cost);
			put(i, site, cost);
			return true;
		}
	}
	return false;
}

export interface CapacityOptions {
	seed: number;
	/** Milliseconds. */
	timeLimit: number;
	/** Sites to begin with. */
	start: readonly number[];
}

/** A good answer by swaps of sites. For `lscp`, by leaving out what is not needed. */
export function findWithRoom(problem: Problem, options: CapacityOptions): Answer {
	const until = performance.now() + options.timeLimit;
	const { instance } = problem;
	const candidates = [...instance.states.keys()].filter(
		(site) => instance.states[site] === 'candidate'
	);
	const fixed = fixedSites(instance);
	const answerOf = (open: readonly number[]) => ({ open, siteOf: assign(problem, open) });
	if (problem.model === 'lscp') {
		let best = answerOf([...fixed, ...candidates]);
		let worth = score(problem, best);
		for (const site of [...candidates].sort((a, b) => roomOf(instance, a) - roomOf(instance, b))) {
			if (performance.now() > until) break;
			const fewer = answerOf(best.open.filter((other) => other !== site));
			const then = score(problem, fewer);
			if (compareScores(problem, then, worth) < 0) {
				best = fewer;
				worth = then;
			}
		}
		return best;
	}
	const random = randomNumbers(options.seed);
	const start = new Set([...fixed, ...options.start]);
	for (const site of candidates) if (start.size < (problem.p ?? 0)) start.add(site);
	let best = answerOf([...start]);
	let worth = score(problem, best);
	for (let better = true; better && performance.now() < until;) {
		better = false;
		const closed = candidates.filter((site) => !best.open.includes(site));
		const moves = best.open
			.filter((site) => instance.states[site] === 'candidate')
			.flatMap((out) => closed.map((into) => ({ out, into, order: random() })))
			.sort((a, b) => a.order - b.order);
		for (const { out, into } of moves) {
			if (performance.now() > until) break;
			if (!best.open.includes(out) || best.open.includes(into)) continue;
			const other = answerOf(best.open.map((site) => (site === out ? into : site)));
			const then = score(problem, other);
			if (compareScores(problem, then, worth) < 0) {
				best = other;
				worth = then;
				better = true;
			}
		}
	}
	return best;
}

export interface RoomAnswer {
	answer: Answer | null;
	/** No plan that leaves as few unserved has a better objective; null where that is not known. */
	bound: number | null;
}

/** The exact answer: first who can be served at all, then the best way to. */
export function solveWithRoom(highs: Highs, problem: Problem, options: MixedOptions): RoomAnswer {
	const until = performance.now() + options.timeLimit;
	const most = solveStage(highs, problem, null, { ...options, timeLimit: options.timeLimit / 2 });
	const found = most.answer;
	if (!found) return { answer: null, bound: null };
	const { servedWeight } = most;
	if (problem.model === 'mclp') return { answer: found, bound: most.bound };
	if (!most.proved) return { answer: found, bound: null };
	const best = solveStage(highs, problem, servedWeight, {
		...options,
		timeLimit: Math.max(50, until - performance.now())
	});
	return { answer: best.answer ?? found, bound: best.bound };
}

function solveStage(
	highs: Highs,
	problem: Problem,
	mustServe: number | null,
	options: MixedOptions
): { answer: Answer | null; bound: number | null; servedWeight: number; proved: boolean } {
	const { instance, model, p, reach } = problem;
	const { weights, starts, sites, costs, states } = instance;
	const count = states.length;
	const pairs: { demand: number; site: number; cost: number }[] = [];
	for (let i = 0; i < weights.length; i++) {
		const end = starts[i + 1] as number;
		for (let k = starts[i] as number; k < end; k++) {
			const cost = costs[k] as number;
			if (reach !== null && cost > reach) break;
			const site = sites[k] as number;
			if (states[site] !== 'excluded') pairs.push({ demand: i, site, cost });
		}
	}
	const length = count + pairs.length;
	const cost = new Float64Array(length);
	const lower = new Float64Array(length);
	const upper = new Float64Array(length).fill(1);
	const rows = new RowBuilder();
	states.forEach((state, site) => {
		if (state === 'fixed') lower[site] = 1;
		if (state === 'excluded') upper[site] = 0;
		if (mustServe !== null && model === 'lscp') cost[site] = 1;
	});
	pairs.forEach(({ demand, cost: each }, k) => {
		const weight = weights[demand] as number;
		if (mustServe === null) cost[count + k] = weight;
		else if (model === 'p-median') cost[count + k] = weight * each;
	});
	if (p !== null) {
		for (let site = 0; site < count; site++) rows.entry(site, 1);
		rows.end(0, p);
	}
	const bySite = groupIndices(pairs, ({ site }) => site);
	const byDemand = groupIndices(pairs, ({ demand }) => demand);
	for (const entries of byDemand.values()) {
		for (const k of entries) rows.entry(count + k, 1);
		rows.end(0, 1);
	}
	for (const [site, entries] of bySite) {
		for (const k of entries) {
			rows.entry(count + k, 1);
			rows.entry(site, -1);
			rows.end(-Infinity, 0);
		}
		const room = roomOf(instance, site);
		if (room === Infinity) continue;
		for (const k of entries) {
			rows.entry(count + k, weights[(pairs[k] as (typeof pairs)[number]).demand] as number);
		}
		rows.entry(site, -room);
		rows.end(-Infinity, 0);
	}
	if (mustServe !== null) {
		pairs.forEach(({ demand }, k) => rows.entry(count + k, weights[demand] as number));
		rows.end(mustServe - 1e-7 * Math.max(1, mustServe), Infinity);
	}
	const solved = solveMixed(
		highs,
		{
			maximise: mustServe === null,
			cost,
			lower,
			upper,
			whole: new Uint8Array(length).fill(1),
			rows
		},
		options
	);
	if (!solved.values) return { answer: null, bound: solved.bound, servedWeight: 0, proved: false };
	const siteOf = new Int32Array(weights.length).fill(-1);
	const open = new Set<number>(fixedSites(instance));
	states.forEach((_, site) => {
		if ((solved.values?.[site] ?? 0) > 0.5) open.add(site);
	});
	let servedWeight = 0;
	pairs.forEach(({ demand, site }, k) => {
		if ((solved.values?.[count + k] ?? 0) <= 0.5) return;
		siteOf[demand] = site;
		servedWeight += weights[demand] as number;
	});
	for (let site = 0; p !== null && open.size < p && site < count; site++) {
		if (states[site] !== 'excluded') open.add(site);
	}
	// Points without weight need no room: they go to the nearest.
	for (const { demand, site } of pairs) {
		if (weights[demand] === 0 && (siteOf[demand] as number) < 0 && open.has(site))
			siteOf[demand] = site;
	}
	return {
		answer: { open: [...open], siteOf },
		bound: solved.bound,
		servedWeight,
		proved: solved.status === 'optimal'
	};
}

function groupIndices<T>(items: readonly T[], key: (item: T) => number): Map<number, number[]> {
	const groups = new Map<number, number[]>();
	items.forEach((item, at) => {
		const group = groups.get(key(item));
		if (group) group.push(at);
		else groups.set(key(item), [at]);
	});
	return groups;
}
