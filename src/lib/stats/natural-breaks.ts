/**
 * Natural breaks: groups of numbers within which they differ as little as can be (the optimal
 * one-dimensional k-means of Wang & Song, The R Journal 3/2, 2011; divided and conquered as since its
 * version 3.4.6). The groups of every count come from one pass, in which those of a smaller count are
 * worked out anyway: for England's values in five counts, libraries that give one count at a time take
 * three times as long.
 */

/**
 * Where the groups begin after the first, for each count of groups up to `most`.
 *
 * @param sorted numbers in ascending order, at least one
 * @returns by count of groups, from 1: the first number of each further group. There are no more
 *   groups than different numbers.
 */
export function naturalBreaks(sorted: readonly number[], most: number): number[][] {
	const table = new Table(sorted);
	const made: number[][] = [[]];
	for (let groups = 2; groups <= Math.min(most, distinct(sorted)); groups++) {
		table.addGroup();
		made.push(table.starts().map((at) => sorted[at] ?? NaN));
	}
	return made;
}

/** How many different values there are among sorted ones. */
const distinct = (sorted: readonly number[]): number =>
	sorted.reduce((count, value, i) => (value === sorted[i - 1] ? count : count + 1), 0);

/** The least differences of all first numbers in so many groups, and where the last of these begins. */
class Table {
	readonly #count: number;
	/** Sums of the numbers up to each, and of their squares, as they are from the one in the middle. */
	readonly #sums: Float64Array;
	readonly #squares: Float64Array;
	#least: Float64Array;
	#before: Float64Array;
	readonly #begins: Int32Array[];

	constructor(sorted: readonly number[]) {
		const count = sorted.length;
		this.#count = count;
		const middle = sorted[count >> 1] ?? NaN;
		this.#sums = new Float64Array(count);
		this.#squares = new Float64Array(count);
		let [sum, square] = [0, 0];
		sorted.forEach((value, at) => {
			const apart = value - middle;
			this.#sums[at] = sum += apart;
			this.#squares[at] = square += apart * apart;
		});
		this.#before = new Float64Array(count);
		this.#least = Float64Array.from(sorted, (_, at) => this.#differences(0, at));
		this.#begins = [new Int32Array(count)];
	}

	/** Allows one group more. */
	addGroup(): void {
		[this.#before, this.#least] = [this.#least, this.#before];
		const first = this.#begins.length;
		const previous = this.#begins.at(-1) ?? new Int32Array();
		const begins = new Int32Array(this.#count);
		this.#begins.push(begins);
		this.#fill(first, this.#count - 1, first, previous, begins);
	}

	/** Where each group but the first begins. */
	starts(): number[] {
		const starts: number[] = [];
		let end = this.#count - 1;
		for (let group = this.#begins.length - 1; group > 0; group--) {
			const begin = this.#begins[group]?.[end] ?? NaN;
			starts.unshift(begin);
			end = begin - 1;
		}
		return starts;
	}

	/** The sum of squared differences from their mean of the numbers from one to another. */
	#differences(from: number, to: number): number {
		const [sums, squares] = [this.#sums, this.#squares];
		const many = to - from + 1;
		const sum = (sums[to] as number) - (from > 0 ? (sums[from - 1] as number) : 0);
		const square = (squares[to] as number) - (from > 0 ? (squares[from - 1] as number) : 0);
		const mean = sum / many;
		return Math.max(0, square - many * mean * mean);
	}

	/** The middle of a stretch, then both halves: the last group of more numbers begins no earlier. */
	#fill(from: number, to: number, group: number, previous: Int32Array, begins: Int32Array): void {
		if (from > to) return;
		const before = this.#before;
		const at = (from + to) >> 1;
		let [least, begin] = [before[at - 1] as number, at];
		let low = Math.max(group, previous[at] as number);
		if (from > group) low = Math.max(low, begins[from - 1] as number);
		let high = at - 1;
		if (to < this.#count - 1) high = Math.min(high, begins[to + 1] as number);
		for (; high >= low; high--) {
			const own = this.#differences(high, at);
			if (own + (before[low - 1] as number) >= least) break;
			const ofLow = this.#differences(low, at) + (before[low - 1] as number);
			if (ofLow < least) [least, begin] = [ofLow, low];
			low++;
			const ofHigh = own + (before[high - 1] as number);
			if (ofHigh < least) [least, begin] = [ofHigh, high];
		}
		this.#least[at] = least;
		begins[at] = begin;
		this.#fill(from, at - 1, group, previous, begins);
		this.#fill(at + 1, to, group, previous, begins);
	}
}
