/**
 * Good answers to the p-center at once: sites far from each other (Gonzalez 1985), then swaps
 * that bring a site nearer to whoever has farthest to go (Mladenović, Labbé & Hansen 2003),
 * again from other beginnings.
 */
import { randomNumbers } from '../stats/random.ts';
import { fixedSites, type Instance } from './instance.ts';

/** Who can be served from where: by demand point nearest first, and by site. */
interface Reachable {
	/** Entries of each demand point end here (exclusive), by the order of the instance. */
	ends: Int32Array;
	siteStarts: Int32Array;
	demands: Int32Array;
	costs: Float64Array;
}

function reachable({ starts, sites, costs, states }: Instance, reach: number | null): Reachable {
	const count = starts.length - 1;
	const ends = new Int32Array(count);
	const siteStarts = new Int32Array(states.length + 1);
	const isOut = Uint8Array.from(states, (state) => (state === 'excluded' ? 1 : 0));
	for (let i = 0; i < count; i++) {
		let k = starts[i] as number;
		const last = starts[i + 1] as number;
		for (; k < last && (reach === null || (costs[k] as number) <= reach); k++) {
			const site = sites[k] as number;
			if (!isOut[site]) siteStarts[site + 1] = (siteStarts[site + 1] as number) + 1;
		}
		ends[i] = k;
	}
	for (let j = 0; j < states.length; j++) {
		siteStarts[j + 1] = (siteStarts[j + 1] as number) + (siteStarts[j] as number);
	}
	const next = siteStarts.slice(0, states.length);
	const demands = new Int32Array(siteStarts[states.length] as number);
	const siteCosts = new Float64Array(demands.length);
	for (let i = 0; i < count; i++) {
		for (let k = starts[i] as number; k < (ends[i] as number); k++) {
			const site = sites[k] as number;
			if (isOut[site]) continue;
			const at = next[site] as number;
			next[site] = at + 1;
			demands[at] = i;
			siteCosts[at] = costs[k] as number;
		}
	}
	return { ends, siteStarts, demands, costs: siteCosts };
}

export interface WorstJourneyOptions {
	seed: number;
	/** Beginnings besides the first. */
	restarts: number;
	/** Milliseconds after which no other beginning is tried. */
	timeLimit: number;
}

/**
 * Sites, `p` in all, that keep the greatest cost small for all that any site can reach. Where
 * some of those are left unserved, the greatest cost counts as without end.
 */
export function findNearForAll(
	instance: Instance,
	p: number,
	reach: number | null,
	{ seed, restarts, timeLimit }: WorstJourneyOptions
): number[] {
	const until = performance.now() + timeLimit;
	const search = new Search(instance, p, reach);
	const random = randomNumbers(seed);
	search.spreadOut();
	search.improve();
	let best = search.open.slice();
	let worst = search.worst();
	for (let round = 0; round < restarts && performance.now() < until; round++) {
		search.begin(best);
		search.shake(random, 1 + Math.floor(random() * Math.max(1, p / 2)));
		search.improve();
		if (search.worst() >= worst) continue;
		worst = search.worst();
		best = search.open.slice();
	}
	return [...best].sort((a, b) => a - b);
}

class Search {
	open: number[] = [];
	readonly #instance: Instance;
	readonly #p: number;
	readonly #near: Reachable;
	readonly #isOpen: Uint8Array;
	readonly #isFixed: Uint8Array;
	/** Place in `open` of the nearest open site of each demand point, and costs to the nearest two. */
	readonly #slot: Int32Array;
	readonly #first: Float64Array;
	readonly #second: Float64Array;

	constructor(instance: Instance, p: number, reach: number | null) {
		this.#instance = instance;
		this.#p = p;
		this.#near = reachable(instance, reach);
		this.#isOpen = new Uint8Array(instance.states.length);
		this.#isFixed = Uint8Array.from(instance.states, (state) => (state === 'fixed' ? 1 : 0));
		this.#slot = new Int32Array(instance.weights.length);
		this.#first = new Float64Array(instance.weights.length);
		this.#second = new Float64Array(instance.weights.length);
	}

	begin(open: readonly number[]): void {
		this.#isOpen.fill(0);
		this.open = [...open];
		for (const site of open) this.#isOpen[site] = 1;
		this.#assign();
	}

	/** The demand point that has farthest to go; -1 where none can be served. */
	#worstOff(): number {
		const { starts } = this.#instance;
		let worst = -1;
		for (let i = 0; i < this.#first.length; i++) {
			if ((this.#near.ends[i] as number) === (starts[i] as number)) continue;
			if (worst < 0 || (this.#first[i] as number) > (this.#first[worst] as number)) worst = i;
		}
		return worst;
	}

	worst(): number {
		const i = this.#worstOff();
		return i < 0 ? 0 : (this.#first[i] as number);
	}

	/** The fixed sites, then always the nearest of whoever has farthest to go. */
	spreadOut(): void {
		const { starts, sites, states } = this.#instance;
		this.begin(fixedSites(this.#instance));
		while (this.open.length < this.#p) {
			const i = this.#worstOff();
			let into = -1;
			if (i >= 0) {
				for (let k = starts[i] as number; k < (this.#near.ends[i] as number); k++) {
					const site = sites[k] as number;
					if (states[site] === 'excluded') continue;
					// The nearest there is stands open: more sites make nothing better.
					if (!this.#isOpen[site]) into = site;
					break;
				}
			}
			if (into < 0) {
				into = states.findIndex((state, site) => state !== 'excluded' && !this.#isOpen[site]);
			}
			if (into < 0) return;
			this.begin([...this.open, into]);
		}
	}

	/** Replace some sites by others at random. */
	shake(random: () => number, moves: number): void {
		const { states } = this.#instance;
		const open = this.open.slice();
		for (let move = 0; move < moves; move++) {
			const slot = Math.floor(random() * open.length);
			const into = Math.floor(random() * states.length);
			if (this.#isFixed[open[slot] as number]) continue;
			if (states[into] === 'excluded' || open.includes(into)) continue;
			open[slot] = into;
		}
		this.begin(open);
	}

	/**
	 * Swap while it helps. Only a site that is nearer to whoever has farthest to go can help, so
	 * few are looked at, each with all the sites that could make way for it at once.
	 */
	improve(): void {
		const { starts, sites, states } = this.#instance;
		const { siteStarts, demands, costs } = this.#near;
		const places = this.open.length;
		// Cost of each demand point to the site that is looked at.
		const there = new Float64Array(this.#first.length);
		const without = new Float64Array(places);
		for (;;) {
			const critical = this.#worstOff();
			if (critical < 0) return;
			let least = this.#first[critical] as number;
			let into = -1;
			let out = -1;
			const end = this.#near.ends[critical] as number;
			for (let k = starts[critical] as number; k < end; k++) {
				if ((this.#instance.costs[k] as number) >= (this.#first[critical] as number)) break;
				const site = sites[k] as number;
				if (states[site] === 'excluded' || this.#isOpen[site]) continue;
				there.fill(Infinity);
				for (let e = siteStarts[site] as number; e < (siteStarts[site + 1] as number); e++) {
					there[demands[e] as number] = costs[e] as number;
				}
				const { most, next, at } = this.#worstWith(there, without);
				for (let slot = 0; slot < places; slot++) {
					if (this.#isFixed[this.open[slot] as number]) continue;
					const worst = Math.max(without[slot] as number, slot === at ? next : most);
					if (worst < least) {
						least = worst;
						into = site;
						out = slot;
					}
				}
			}
			if (into < 0) return;
			const open = this.open.slice();
			open[out] = into;
			this.begin(open);
		}
	}

	/**
	 * With one site more: `without` gets, by place, the greatest cost of those whose nearest makes
	 * way; and of all others, whoever makes way, the greatest (`most`, of those whose nearest is at
	 * place `at`), and the greatest of the rest (`next`).
	 */
	#worstWith(
		there: Float64Array,
		without: Float64Array
	): { most: number; next: number; at: number } {
		const { starts } = this.#instance;
		// Greatest cost by place of the nearest, where that stays.
		const staying = new Float64Array(without.length + 1);
		without.fill(0);
		for (let i = 0; i < there.length; i++) {
			if ((this.#near.ends[i] as number) === (starts[i] as number)) continue;
			const slot = this.#slot[i] as number;
			const cost = there[i] as number;
			const stays = Math.min(cost, this.#first[i] as number);
			if (slot < 0) {
				// Whom nobody serves now: the same whoever makes way.
				if (stays > (staying[without.length] as number)) staying[without.length] = stays;
				continue;
			}
			if (stays > (staying[slot] as number)) staying[slot] = stays;
			const goes = Math.min(cost, this.#second[i] as number);
			if (goes > (without[slot] as number)) without[slot] = goes;
		}
		let most = 0;
		let next = 0;
		let at = -1;
		for (let slot = 0; slot < staying.length; slot++) {
			const value = staying[slot] as number;
			if (value > most) {
				next = most;
				most = value;
				at = slot;
			} else if (value > next) next = value;
		}
		return { most, next, at };
	}

	#assign(): void {
		const { siteStarts, demands, costs } = this.#near;
		this.#slot.fill(-1);
		this.#first.fill(Infinity);
		this.#second.fill(Infinity);
		this.open.forEach((site, slot) => {
			for (let e = siteStarts[site] as number; e < (siteStarts[site + 1] as number); e++) {
				const i = demands[e] as number;
				const cost = costs[e] as number;
				if (cost < (this.#first[i] as number)) {
					this.#second[i] = this.#first[i] as number;
					this.#first[i] = cost;
					this.#slot[i] = slot;
				} else if (cost < (this.#second[i] as number)) this.#second[i] = cost;
			}
		});
	}
}
