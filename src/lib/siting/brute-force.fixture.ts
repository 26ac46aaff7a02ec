/** Small random questions, and their answers by trying every set of sites: what the solvers are held against. */
import { randomNumbers } from '../stats/random.ts';
import { makeInstance, type Instance, type SiteState } from './instance.ts';
import type { Problem } from './models.ts';
import { compareScores, nearest, score, type Score } from './plan.ts';

export interface Chances {
	demand: number;
	sites: number;
	/** Share of the pairs that are there. */
	density: number;
	/** Whole costs and weights, which tie often. */
	whole: boolean;
	fixed: number;
	excluded: number;
	/** Share of demand points without weight. */
	weightless?: number;
	/** Capacities as a share of all weight; null is none. */
	room?: number | null;
}

export function randomInstance(seed: number, chances: Chances): Instance {
	const random = randomNumbers(seed);
	const { demand, sites, density, whole } = chances;
	const at = () => ({ x: random() * 30, y: random() * 30 });
	const people = Array.from({ length: demand }, at);
	const places = Array.from({ length: sites }, at);
	const weights = people.map(() => {
		if (random() < (chances.weightless ?? 0)) return 0;
		return whole ? 1 + Math.floor(random() * 9) : 0.5 + random() * 10;
	});
	const pairs = { demand: [] as number[], site: [] as number[], cost: [] as number[] };
	people.forEach((a, i) => {
		places.forEach((b, j) => {
			if (random() > density) return;
			const distance = Math.hypot(a.x - b.x, a.y - b.y);
			pairs.demand.push(i);
			pairs.site.push(j);
			pairs.cost.push(whole ? Math.round(distance / 3) : distance);
		});
	});
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const states = places.map((_, j): SiteState => {
		if (j < chances.fixed) return 'fixed';
		return j < chances.fixed + chances.excluded ? 'excluded' : 'candidate';
	});
	return makeInstance({
		demand: weights.map((weight, i) => ({ id: `d${i}`, weight })),
		sites: states.map((state, j) => ({
			id: `s${j}`,
			state,
			capacity: chances.room == null ? null : Math.round(all * chances.room * (0.5 + random()))
		})),
		pairs: { length: pairs.cost.length, ...pairs }
	});
}

/** All sets of sites that a question allows: all with the fixed ones; `p` of them, or any number. */
export function* allowedSets({ instance, p }: Problem): Generator<number[]> {
	const fixed = [...instance.states.keys()].filter((j) => instance.states[j] === 'fixed');
	const candidates = [...instance.states.keys()].filter((j) => instance.states[j] === 'candidate');
	for (let mask = 0; mask < 1 << candidates.length; mask++) {
		const chosen = candidates.filter((_, at) => mask & (1 << at));
		if (p !== null && fixed.length + chosen.length !== p) continue;
		yield [...fixed, ...chosen].sort((a, b) => a - b);
	}
}

/** The best score by trying all sets; with capacities, all ways to place people, too. */
export function bestByBruteForce(problem: Problem): Score {
	let best: Score | null = null;
	for (const open of allowedSets(problem)) {
		for (const siteOf of placings(problem, open)) {
			const worth = score(problem, { open, siteOf });
			if (!best || compareScores(problem, worth, best) < 0) best = worth;
		}
	}
	if (!best) throw new Error('no set of sites is allowed');
	return best;
}

/** Every way to place people at open sites: the nearest, or with capacities all there are. */
export function* placings(problem: Problem, open: readonly number[]): Generator<Int32Array> {
	const { instance, reach } = problem;
	if (!instance.capacities) {
		yield nearest(instance, open, reach);
		return;
	}
	const { weights, starts, sites, costs, capacities } = instance;
	const isOpen = new Set(open);
	const siteOf = new Int32Array(weights.length).fill(-1);
	const room = capacities.slice();
	function* from(i: number): Generator<Int32Array> {
		if (i === weights.length) {
			yield siteOf.slice();
			return;
		}
		siteOf[i] = -1;
		yield* from(i + 1);
		for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
			const site = sites[k] as number;
			const weight = weights[i] as number;
			if (!isOpen.has(site) || (reach !== null && (costs[k] as number) > reach)) continue;
			if (weight > (room[site] as number) + 1e-9) continue;
			siteOf[i] = site;
			room[site] = (room[site] as number) - weight;
			yield* from(i + 1);
			room[site] = (room[site] as number) + weight;
		}
		siteOf[i] = -1;
	}
	yield* from(0);
}
