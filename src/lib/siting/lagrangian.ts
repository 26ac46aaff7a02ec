/**
 * A proof for the p-median: the Lagrangian bound that comes of letting people be served more
 * or less than once (Cornuejols, Fisher & Nemhauser 1977; Beasley 1985), sites ruled in and out
 * by their reduced costs, and branch and bound on those that are left.
 */
import { colsOf, restrict, rowsOf, type Core } from './core.ts';
import { findGood, valueOf } from './heuristic.ts';

export interface ProofOptions {
	/** Milliseconds. */
	timeLimit: number;
	seed: number;
	/** Told of each better answer, as columns of the core. */
	onBetter?: (open: readonly number[], value: number) => void;
	/** Told of each better bound. */
	onBound?: (bound: number) => void;
}

export interface Proof {
	/** Best answer known, as columns of the core. */
	open: readonly number[];
	value: number;
	/** No answer has a lower value than this. */
	bound: number;
	/** Nodes of the tree that were looked at, the root among them. */
	nodes: number;
}

const FREE = 0;
const OPEN = 1;
const CLOSED = 2;

/** Prove, or bound, how good a known answer is, and better it on the way. */
export function prove(
	whole: Core,
	known: { open: readonly number[]; value: number },
	options: ProofOptions
): Proof {
	const until = performance.now() + options.timeLimit;
	const search = new Search(whole, known, options, until);
	return search.run();
}

/** What the bound of a node leaves for its children. */
interface Bounded {
	bound: number;
	multipliers: Float64Array;
	/** Reduced cost of each column at the best multipliers. */
	reduced: Float64Array;
	/** How often each column was chosen of late. */
	chosenShare: Float64Array;
}

interface Node {
	state: Uint8Array;
	bound: number;
	multipliers: Float64Array;
}

class Search {
	/** Of the columns that are not yet ruled out. */
	#core: Core;
	/** Column of the whole core by column of the kept ones. */
	#wholeCol: Int32Array;
	readonly #options: ProofOptions;
	readonly #until: number;
	#best: number[];
	#value: number;
	#nodes = 0;
	/** Values of answers are multiples of this, as where all weights and costs are whole; else 0. */
	readonly #step: number;

	constructor(
		whole: Core,
		known: { open: readonly number[]; value: number },
		options: ProofOptions,
		until: number
	) {
		this.#core = whole;
		this.#wholeCol = Int32Array.from({ length: colsOf(whole) }, (_, j) => j);
		this.#options = options;
		this.#until = until;
		this.#best = [...known.open];
		this.#value = known.value;
		this.#step = isWhole(whole) ? 1 : 0;
	}

	run(): Proof {
		const state = Uint8Array.from(this.#core.fixed, (fixed) => (fixed ? OPEN : FREE));
		const root: Node = { state, bound: 0, multipliers: this.#startMultipliers() };
		let { bound } = this.#bound(root, 1500, true);
		if (this.#isBeaten(bound)) return this.#proof(this.#value);
		this.#options.onBound?.(bound);
		// What the root rules out is ruled out for good: go on with what is left.
		this.#shrink(root);
		const open: Node[] = [root];
		while (open.length > 0) {
			if (performance.now() > this.#until) break;
			// The lowest bound first: it is the bound of the whole.
			let at = 0;
			open.forEach((node, i) => {
				if (node.bound < (open[at] as Node).bound) at = i;
			});
			const [node] = open.splice(at, 1) as [Node];
			if (node.bound > bound + 1e-12 * Math.abs(bound)) {
				bound = node.bound;
				this.#options.onBound?.(Math.min(bound, this.#value));
			}
			if (this.#isBeaten(node.bound)) continue;
			open.push(...this.#branch(node));
		}
		// What was cut off cannot be better than the best known by more than the tolerance.
		const left = open.filter((node) => !this.#isBeaten(node.bound)).map((node) => node.bound);
		return this.#proof(left.length === 0 ? this.#value : Math.min(this.#value, ...left));
	}

	#proof(bound: number): Proof {
		return { open: this.#best, value: this.#value, bound, nodes: this.#nodes };
	}

	/** Whether a bound leaves no room for a better answer. */
	#isBeaten(bound: number): boolean {
		const slack = 1e-9 * Math.max(1, Math.abs(this.#value));
		return this.#step > 0
			? bound > this.#value - this.#step + 1e-6 * this.#step + slack
			: bound >= this.#value - slack;
	}

	#startMultipliers(): Float64Array {
		const { weights, starts, cols, costs, penalty } = this.#core;
		const isOpen = new Uint8Array(colsOf(this.#core));
		for (const col of this.#best) isOpen[col] = 1;
		return Float64Array.from(weights, (weight, i) => {
			const end = starts[i + 1] as number;
			const found: number[] = [];
			for (let k = starts[i] as number; k < end && found.length < 2; k++) {
				if (isOpen[cols[k] as number]) found.push(costs[k] as number);
			}
			const [first = penalty, second = first] = found;
			return weight * Math.min(penalty, (first + second) / 2);
		});
	}

	/**
	 * Better the multipliers of a node by subgradient steps; closes and opens what its reduced
	 * costs decide.
	 */
	#bound(node: Node, steps: number, isRoot: boolean): Bounded {
		this.#nodes++;
		const { weights, starts, cols, costs, penalty, p } = this.#core;
		const rows = rowsOf(this.#core);
		const count = colsOf(this.#core);
		const u = node.multipliers.slice();
		const best: Bounded = {
			bound: -Infinity,
			multipliers: u.slice(),
			reduced: new Float64Array(count),
			chosenShare: new Float64Array(count)
		};
		const reduced = new Float64Array(count);
		const chosen = new Uint8Array(count);
		const served = new Int32Array(rows);
		const direction = new Float64Array(rows);
		const free: number[] = [];
		let lambda = isRoot ? 1.5 : 0.6;
		let idle = 0;
		for (let step = 0; step < steps; step++) {
			if ((step & 15) === 15 && performance.now() > this.#until) break;
			reduced.fill(0);
			let sum = 0;
			for (let i = 0; i < rows; i++) {
				const weight = weights[i] as number;
				const ui = u[i] as number;
				sum += ui;
				const limit = ui / weight;
				const end = starts[i + 1] as number;
				for (let k = starts[i] as number; k < end; k++) {
					const cost = costs[k] as number;
					if (cost >= limit) break;
					const col = cols[k] as number;
					reduced[col] = (reduced[col] as number) + weight * cost - ui;
				}
			}
			chosen.fill(0);
			free.length = 0;
			let places = p;
			let bound = sum;
			for (let j = 0; j < count; j++) {
				if (node.state[j] === OPEN) {
					chosen[j] = 1;
					bound += reduced[j] as number;
					places--;
				} else if (node.state[j] === FREE) free.push(j);
			}
			free.sort((a, b) => (reduced[a] as number) - (reduced[b] as number) || a - b);
			for (let t = 0; t < places && t < free.length; t++) {
				const j = free[t] as number;
				chosen[j] = 1;
				bound += reduced[j] as number;
			}
			const better = bound > best.bound + 1e-9 * Math.abs(bound);
			const jump = bound > best.bound + 1e-5 * Math.abs(this.#value - best.bound);
			if (better) {
				best.bound = bound;
				best.multipliers.set(u);
				best.reduced.set(reduced);
				this.#fix(node, reduced, free, places, bound);
			}
			for (let j = 0; j < count; j++) {
				best.chosenShare[j] = 0.95 * (best.chosenShare[j] as number) + 0.05 * (chosen[j] as number);
			}
			if (this.#isBeaten(best.bound)) break;
			if (better && (step % 10 === 0 || step < 5))
				this.#tryAnswer(chosen, isRoot && step % 50 === 0);
			idle = jump ? 0 : idle + 1;
			if (idle >= (isRoot ? 25 : 12)) {
				lambda /= 2;
				idle = 0;
				u.set(best.multipliers);
				if (lambda < (isRoot ? 1e-4 : 2e-3)) break;
			}
			served.fill(0);
			let norm = 0;
			for (let i = 0; i < rows; i++) {
				const limit = (u[i] as number) / (weights[i] as number);
				const end = starts[i + 1] as number;
				let times = 0;
				for (let k = starts[i] as number; k < end; k++) {
					if ((costs[k] as number) >= limit) break;
					if (chosen[cols[k] as number]) times++;
				}
				let slope = 1 - times;
				// Nobody costs more than being unserved.
				if (slope > 0 && limit >= penalty) slope = 0;
				const smooth = slope + 0.4 * (direction[i] as number);
				direction[i] = smooth;
				norm += smooth * smooth;
			}
			if (norm === 0) break;
			const length = (lambda * (this.#value * 1.0001 + 1e-9 - bound)) / norm;
			for (let i = 0; i < rows; i++) {
				const moved = (u[i] as number) + length * (direction[i] as number);
				u[i] = Math.max(0, Math.min(moved, (weights[i] as number) * penalty));
			}
		}
		node.bound = Math.max(node.bound, best.bound);
		node.multipliers = best.multipliers;
		return best;
	}

	/** Decide the columns whose other choice could not beat the best answer. */
	#fix(node: Node, reduced: Float64Array, free: readonly number[], places: number, bound: number) {
		if (places <= 0) {
			for (const j of free) node.state[j] = CLOSED;
			return;
		}
		if (places >= free.length) return;
		const last = reduced[free[places - 1] as number] as number;
		const next = reduced[free[places] as number] as number;
		free.forEach((j, t) => {
			const cost = reduced[j] as number;
			if (t >= places) {
				if (this.#isBeaten(bound + cost - last)) node.state[j] = CLOSED;
			} else if (this.#isBeaten(bound - cost + next)) node.state[j] = OPEN;
		});
	}

	#tryAnswer(chosen: Uint8Array, thoroughly: boolean): void {
		const open: number[] = [];
		chosen.forEach((is, j) => is && open.push(j));
		const value = valueOf(this.#core, open);
		if (value < this.#value - 1e-12 * Math.abs(this.#value)) this.#keep(open, value);
		if (!thoroughly) return;
		const near = findGood(this.#core, {
			seed: this.#options.seed,
			restarts: 0,
			timeLimit: 0,
			start: open
		});
		if (near.value < this.#value - 1e-12 * Math.abs(this.#value)) {
			this.#keep([...near.open], near.value);
		}
	}

	#keep(open: readonly number[], value: number): void {
		this.#value = value;
		this.#best = open.map((j) => this.#wholeCol[j] as number);
		this.#options.onBetter?.(this.#best, value);
	}

	/** Go on without the columns that the root has ruled out. */
	#shrink(root: Node): void {
		const keep = (j: number) => root.state[j] !== CLOSED;
		const kept = [...root.state.keys()].filter(keep);
		this.#core = restrict(this.#core, keep, this.#core.p);
		this.#wholeCol = Int32Array.from(kept, (j) => this.#wholeCol[j] as number);
		root.state = Uint8Array.from(kept, (j) => root.state[j] as number);
	}

	/** The two children of a node that are worth a look. */
	#branch(node: Node): Node[] {
		const { chosenShare, reduced } = this.#bound(node, 120, false);
		if (this.#isBeaten(node.bound)) return [];
		const free: number[] = [];
		let open = 0;
		node.state.forEach((state, j) => {
			if (state === FREE) free.push(j);
			else if (state === OPEN) open++;
		});
		const places = this.#core.p - open;
		if (free.length <= places || places <= 0) {
			// Nothing is left to choose.
			const all: number[] = [];
			node.state.forEach((state, j) => {
				if (state === OPEN || (state === FREE && places > 0)) all.push(j);
			});
			const value = valueOf(this.#core, all);
			if (value < this.#value - 1e-12 * Math.abs(this.#value)) this.#keep(all, value);
			return [];
		}
		// The column most in doubt, and of those the one that matters most.
		let at = free[0] as number;
		let doubt = -1;
		for (const j of free) {
			const share = chosenShare[j] as number;
			const score =
				Math.min(share, 1 - share) +
				1e-3 * Math.min(1, Math.abs(reduced[j] as number) / (Math.abs(node.bound) + 1));
			if (score > doubt) {
				doubt = score;
				at = j;
			}
		}
		return [OPEN, CLOSED].map((state): Node => {
			const child = node.state.slice();
			child[at] = state;
			return { state: child, bound: node.bound, multipliers: node.multipliers };
		});
	}
}

function isWhole({ weights, costs, penalty }: Core): boolean {
	const largest = weights.reduce((sum, weight) => sum + weight, 0) * penalty;
	return largest < 2 ** 50 && weights.every(Number.isInteger) && costs.every(Number.isInteger);
}
