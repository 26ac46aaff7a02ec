/**
 * Good answers at once: greedy, then fast interchange (Whitaker 1983, as Resende & Werneck 2007
 * keep it: what each swap is worth is updated only for the people whom a swap touches), again
 * from other beginnings. Coverage is the same with costs of 0 within reach and 1 beyond.
 */
import { randomNumbers } from '../stats/random.ts';
import { byColumn, colsOf, rowsOf, type Columns, type Core } from './core.ts';

export interface HeuristicAnswer {
	/** Open columns. */
	open: Int32Array;
	/** Sum of weight times cost, those unserved at the penalty. */
	value: number;
}

export interface HeuristicOptions {
	seed: number;
	/** Beginnings besides the greedy one. */
	restarts: number;
	/** Milliseconds after which no other beginning is tried. */
	timeLimit: number;
	/** Columns to begin with, besides the fixed ones. */
	start?: readonly number[] | undefined;
	/** Told of each better answer. */
	onBetter?: ((answer: HeuristicAnswer) => void) | undefined;
	/** Told of every set of columns that no swap betters. */
	onOptimum?: ((answer: HeuristicAnswer) => void) | undefined;
}

/** The best answer found. The same seed gives the same answer while no time runs out. */
export function findGood(core: Core, options: HeuristicOptions): HeuristicAnswer {
	const started = performance.now();
	const columns = byColumn(core);
	const search = new Interchange(core, columns);
	const random = randomNumbers(options.seed);
	let best: HeuristicAnswer = { open: new Int32Array(0), value: Infinity };
	const keep = () => {
		const value = search.value();
		options.onOptimum?.({ open: search.open.slice(), value });
		if (value >= best.value - 1e-12 * Math.abs(value)) return;
		best = { open: search.open.slice(), value };
		options.onBetter?.(best);
	};
	search.begin(options.start ?? []);
	search.addGreedily(() => true);
	search.improve();
	keep();
	if (search.open.length === colsOf(core) || search.isForced()) return best;
	for (let round = 0; round < options.restarts; round++) {
		// No cost is below 0: nothing can be better. Whoever asks for every optimum gets more of them.
		if (best.value <= 0 && !options.onOptimum) break;
		if (performance.now() - started > options.timeLimit) break;
		if (round % 2 === 0) {
			// Sampled greedy (Resende & Werneck): the best of a few at each step.
			const share = Math.max(2, Math.ceil(Math.log2(colsOf(core) / Math.max(1, core.p)) * 2));
			search.begin([]);
			search.addSampled(random, share);
		} else {
			// From the best, a few hubs elsewhere.
			search.begin([...best.open]);
			search.shake(random, Math.max(1, Math.round(core.p / 4)));
		}
		search.improve();
		keep();
	}
	return best;
}

/** Local search on sets of columns. */
class Interchange {
	open = new Int32Array(0);
	readonly #core: Core;
	readonly #columns: Columns;
	readonly #isOpen: Uint8Array;
	/** Nearest and second nearest open column of each row as places in `open`, -1 for none. */
	readonly #first: Int32Array;
	readonly #second: Int32Array;
	readonly #d1: Float64Array;
	readonly #d2: Float64Array;

	constructor(core: Core, columns: Columns) {
		this.#core = core;
		this.#columns = columns;
		this.#isOpen = new Uint8Array(colsOf(core));
		const rows = rowsOf(core);
		this.#first = new Int32Array(rows);
		this.#second = new Int32Array(rows);
		this.#d1 = new Float64Array(rows);
		this.#d2 = new Float64Array(rows);
	}

	/** Open the fixed columns and some others, no more than `p`. */
	begin(start: readonly number[]): void {
		this.#isOpen.fill(0);
		const open: number[] = [];
		const add = (col: number) => {
			if (this.#isOpen[col]) return;
			this.#isOpen[col] = 1;
			open.push(col);
		};
		this.#core.fixed.forEach((fixed, col) => fixed && add(col));
		for (const col of start) if (open.length < this.#core.p) add(col);
		this.open = Int32Array.from(open);
		this.#assignAll();
	}

	/** Whether nothing can be moved. */
	isForced(): boolean {
		return this.open.every((col) => this.#core.fixed[col]);
	}

	value(): number {
		let sum = 0;
		for (let i = 0; i < this.#d1.length; i++) {
			sum += (this.#core.weights[i] as number) * (this.#d1[i] as number);
		}
		return sum;
	}

	/** Add the column that gains most until there are `p`; gains only shrink, so old ones are limits. */
	addGreedily(allowed: (col: number) => boolean): void {
		const gains = new Float64Array(this.#isOpen.length).fill(-1);
		for (let j = 0; j < gains.length; j++) {
			if (!this.#isOpen[j] && allowed(j)) gains[j] = this.#gain(j);
		}
		while (this.open.length < this.#core.p) {
			let best: number;
			for (;;) {
				best = largest(gains);
				if (best < 0 || (gains[best] as number) < 0) return;
				const fresh = this.#gain(best);
				if (fresh === gains[best]) break;
				gains[best] = fresh;
			}
			gains[best] = -1;
			this.#add(best);
		}
	}

	addSampled(random: () => number, sample: number): void {
		const rest = [...this.#isOpen.keys()].filter((col) => !this.#isOpen[col]);
		while (this.open.length < this.#core.p && rest.length > 0) {
			let best = -1;
			let bestGain = -1;
			for (let draw = 0; draw < sample; draw++) {
				const at = Math.floor(random() * rest.length);
				const gain = this.#gain(rest[at] as number);
				if (gain > bestGain) {
					bestGain = gain;
					best = at;
				}
			}
			const [col = 0] = rest.splice(best, 1);
			this.#add(col);
		}
	}

	/** Replace some columns by others at random. */
	shake(random: () => number, moves: number): void {
		const movable = [...this.open].filter((col) => !this.#core.fixed[col]);
		const others = [...this.#isOpen.keys()].filter((col) => !this.#isOpen[col]);
		for (let move = 0; move < moves && movable.length > 0 && others.length > 0; move++) {
			const [out = 0] = movable.splice(Math.floor(random() * movable.length), 1);
			const [into = 0] = others.splice(Math.floor(random() * others.length), 1);
			this.open[this.open.indexOf(out)] = into;
			this.#isOpen[out] = 0;
			this.#isOpen[into] = 1;
		}
		this.#assignAll();
	}

	/** Swap while a swap helps. */
	improve(): void {
		const { weights, starts, cols, costs, fixed } = this.#core;
		const p = this.open.length;
		const count = this.#isOpen.length;
		if (p === 0 || p === count) return;
		// What opening each column gains, what closing each open one loses, and what of that loss
		// a column opened at the same time makes good.
		const gain = new Float64Array(count);
		const loss = new Float64Array(p);
		const extra = new Float64Array(count * p);
		const tell = (i: number, sign: number) => {
			const weight = sign * (weights[i] as number);
			const slot = this.#first[i] as number;
			const d1 = this.#d1[i] as number;
			const d2 = this.#d2[i] as number;
			const end = starts[i + 1] as number;
			if (slot >= 0) loss[slot] = (loss[slot] as number) + weight * (d2 - d1);
			for (let k = starts[i] as number; k < end; k++) {
				const cost = costs[k] as number;
				if (cost >= d2) break;
				const col = cols[k] as number;
				if (cost < d1) {
					gain[col] = (gain[col] as number) + weight * (d1 - cost);
					if (slot >= 0) {
						const at = col * p + slot;
						extra[at] = (extra[at] as number) + weight * (d2 - d1);
					}
				} else if (slot >= 0) {
					const at = col * p + slot;
					extra[at] = (extra[at] as number) + weight * (d2 - cost);
				}
			}
		};
		const rows = weights.length;
		const rebuild = () => {
			gain.fill(0);
			loss.fill(0);
			extra.fill(0);
			for (let i = 0; i < rows; i++) tell(i, 1);
		};
		rebuild();
		let fresh = true;
		let value = this.value();
		// Sums of many terms are off by a little; a gain must be more than that.
		const noise = 1e-11 * value;
		const touched = new Int32Array(rows);
		const isTouched = new Uint8Array(rows);
		for (;;) {
			let best = 0;
			let into = -1;
			let slot = -1;
			for (let col = 0; col < count; col++) {
				if (this.#isOpen[col]) continue;
				const base = gain[col] as number;
				for (let s = 0; s < p; s++) {
					const profit = base + (extra[col * p + s] as number) - (loss[s] as number);
					if (profit > best && !fixed[this.open[s] as number]) {
						best = profit;
						into = col;
						slot = s;
					}
				}
			}
			if (into < 0 || best <= noise) {
				// Sums that were added to and taken from may be off: look again with new ones.
				if (fresh) return;
				rebuild();
				fresh = true;
				continue;
			}
			const out = this.open[slot] as number;
			let changed = 0;
			for (let i = 0; i < rows; i++) {
				if (this.#first[i] === slot || this.#second[i] === slot) {
					touched[changed++] = i;
					isTouched[i] = 1;
				}
			}
			const end = this.#columns.starts[into + 1] as number;
			for (let k = this.#columns.starts[into] as number; k < end; k++) {
				const i = this.#columns.rows[k] as number;
				if (!isTouched[i] && (this.#columns.costs[k] as number) < (this.#d2[i] as number)) {
					touched[changed++] = i;
					isTouched[i] = 1;
				}
			}
			for (let t = 0; t < changed; t++) tell(touched[t] as number, -1);
			this.#isOpen[out] = 0;
			this.#isOpen[into] = 1;
			this.open[slot] = into;
			const place = this.#places();
			for (let t = 0; t < changed; t++) {
				const i = touched[t] as number;
				isTouched[i] = 0;
				this.#assign(i, place);
				tell(i, 1);
			}
			const now = this.value();
			if (now < value) fresh = false;
			else if (fresh) return;
			else {
				rebuild();
				fresh = true;
			}
			value = now;
		}
	}

	/** Place in `open` by column, -1 where closed. */
	#places(): Int32Array {
		const place = new Int32Array(this.#isOpen.length).fill(-1);
		this.open.forEach((col, slot) => (place[col] = slot));
		return place;
	}

	#assignAll(): void {
		const place = this.#places();
		for (let i = 0; i < this.#d1.length; i++) this.#assign(i, place);
	}

	#assign(i: number, place: Int32Array): void {
		const { starts, cols, costs, penalty } = this.#core;
		const end = starts[i + 1] as number;
		this.#first[i] = this.#second[i] = -1;
		this.#d1[i] = this.#d2[i] = penalty;
		for (let k = starts[i] as number; k < end; k++) {
			const slot = place[cols[k] as number] as number;
			if (slot < 0) continue;
			if ((this.#first[i] as number) < 0) {
				this.#first[i] = slot;
				this.#d1[i] = costs[k] as number;
			} else {
				this.#second[i] = slot;
				this.#d2[i] = costs[k] as number;
				return;
			}
		}
	}

	#gain(col: number): number {
		const { starts, rows, costs } = this.#columns;
		const end = starts[col + 1] as number;
		let gain = 0;
		for (let k = starts[col] as number; k < end; k++) {
			const i = rows[k] as number;
			const less = (this.#d1[i] as number) - (costs[k] as number);
			if (less > 0) gain += (this.#core.weights[i] as number) * less;
		}
		return gain;
	}

	#add(col: number): void {
		const slot = this.open.length;
		const open = new Int32Array(slot + 1);
		open.set(this.open);
		open[slot] = col;
		this.open = open;
		this.#isOpen[col] = 1;
		const { starts, rows, costs } = this.#columns;
		const end = starts[col + 1] as number;
		for (let k = starts[col] as number; k < end; k++) {
			const i = rows[k] as number;
			const cost = costs[k] as number;
			if (cost < (this.#d1[i] as number)) {
				this.#second[i] = this.#first[i] as number;
				this.#d2[i] = this.#d1[i] as number;
				this.#first[i] = slot;
				this.#d1[i] = cost;
			} else if (cost < (this.#d2[i] as number)) {
				this.#second[i] = slot;
				this.#d2[i] = cost;
			}
		}
	}
}

function largest(values: Float64Array): number {
	let best = -1;
	for (let j = 0; j < values.length; j++) {
		if (best < 0 || (values[j] as number) > (values[best] as number)) best = j;
	}
	return best;
}

/** Value of a set of open columns: sum of weight times cost, those unserved at the penalty. */
export function valueOf(core: Core, open: Iterable<number>): number {
	const isOpen = new Uint8Array(colsOf(core));
	for (const col of open) isOpen[col] = 1;
	let sum = 0;
	for (let i = 0; i < rowsOf(core); i++) {
		const end = core.starts[i + 1] as number;
		let cost = core.penalty;
		for (let k = core.starts[i] as number; k < end; k++) {
			if (!isOpen[core.cols[k] as number]) continue;
			cost = core.costs[k] as number;
			break;
		}
		sum += (core.weights[i] as number) * cost;
	}
	return sum;
}
