/**
 * Many figures of which each is known only so well: which of them stand out, and not by chance alone.
 */
import { errorFunction } from 'simple-statistics';
import type { Interval } from './interval.ts';

/** A figure and its standard error, in the same unit. */
export interface Noisy {
	value: number;
	error: number;
}

/** Standard errors between the middle and an end of a 95% interval. */
const Z_95 = 1.959964;

/** The standard error behind a 95% interval of a figure that is about normal. */
export const errorOf = ({ lower, upper }: Interval): number => (upper - lower) / (2 * Z_95);

const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/**
 * Each figure drawn towards the mean of all, the more the less it is known (empirical Bayes, with the
 * variance between them by DerSimonian and Laird 1986): their order is not that of their noise.
 * Same unit; no error may be 0.
 */
export function shrunk(figures: readonly Noisy[]): number[] {
	const weights = figures.map(({ error }) => 1 / error ** 2);
	const all = total(weights);
	const mean = total(figures.map(({ value }, at) => value * (weights[at] ?? 0))) / all;
	const spread = total(figures.map(({ value }, at) => (value - mean) ** 2 * (weights[at] ?? 0)));
	const room = all - total(weights.map((weight) => weight ** 2)) / all;
	const between = room > 0 ? Math.max(0, (spread - (figures.length - 1)) / room) : 0;
	return figures.map(
		({ value, error }) => mean + ((value - mean) * between) / (between + error ** 2)
	);
}

/** How often a figure would be as far from a value by chance, on either side. */
const chanceOf = ({ value, error }: Noisy, from: number): number =>
	1 - errorFunction(Math.abs(value - from) / error / Math.SQRT2);

/**
 * Whether each figure differs from a value where many are compared: of those that do, a share of
 * `rate` at most is expected to do so by chance (Benjamini and Hochberg 1995).
 */
export function differing(figures: readonly Noisy[], from: number, rate = 0.05): boolean[] {
	const chances = figures.map((one) => chanceOf(one, from));
	const ordered = [...chances].sort((a, b) => a - b);
	const last = ordered.findLastIndex((chance, at) => chance <= (rate * (at + 1)) / ordered.length);
	const limit = ordered[last] ?? -1;
	return chances.map((chance) => chance <= limit);
}
