/**
 * Dividing a continuous measure into classes: by the reader's own choice of method, so
 * that no class is empty of width and no value is silently lost.
 */
import { scaleQuantile, scaleThreshold } from 'd3-scale';
import { ckmeans } from 'simple-statistics';

export const BREAK_METHODS = {
	quantile: 'Equal numbers of areas',
	equal: 'Equal steps',
	natural: 'Natural groups'
} as const;

export type BreakMethod = keyof typeof BREAK_METHODS;

export interface BreaksChoice {
	method: BreakMethod;
	classes: number;
}

export const MIN_CLASSES = 3;
export const MAX_CLASSES = 7;

export interface Classes {
	/** Ascending bounds between the classes: one fewer than there are classes. */
	breaks: number[];
	/** Lowest and highest value. */
	extent: [number, number];
	/** Class of a value, from 0. */
	classOf: (value: number) => number;
}

/**
 * Divide values. A class holds what is at or above its lower bound and below its upper
 * one (the last also its upper). Bounds that fall together are merged, so there may be
 * fewer classes than asked for, never one without width. Throws without values.
 */
export function divide(values: readonly number[], { method, classes }: BreaksChoice): Classes {
	const sorted = [...values].sort((a, b) => a - b);
	const [low] = sorted;
	const high = sorted.at(-1);
	if (low === undefined || high === undefined) throw new Error('no values to divide');
	return fixed(BREAKS[method](sorted, classes), [low, high]);
}

/** Classes with given bounds; those outside the values, or twice the same, are dropped. */
export function fixed(bounds: readonly number[], extent: [number, number]): Classes {
	const [low, high] = extent;
	const breaks = [...new Set(bounds)].filter((bound) => bound > low && bound <= high);
	breaks.sort((a, b) => a - b);
	const scale = scaleThreshold<number, number>()
		.domain(breaks)
		.range([...breaks.keys(), breaks.length]);
	return { breaks, extent, classOf: (value) => scale(value) };
}

const BREAKS: Record<BreakMethod, (sorted: number[], classes: number) => number[]> = {
	quantile: (sorted, classes) =>
		scaleQuantile<number>()
			.domain(sorted)
			.range([...Array(classes).keys()])
			.quantiles(),
	equal(sorted, classes) {
		const low = sorted[0] ?? 0;
		const step = ((sorted.at(-1) ?? 0) - low) / classes;
		return Array.from({ length: classes - 1 }, (_, i) => low + step * (i + 1));
	},
	// Jenks' natural breaks, as the optimal one-dimensional k-means (Wang & Song 2011).
	natural: (sorted, classes) =>
		ckmeans(sorted, Math.min(classes, new Set(sorted).size))
			.slice(1)
			.flatMap(([first]) => first ?? [])
};
