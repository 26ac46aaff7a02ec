/**
 * Dividing a continuous measure into classes: by the reader's own choice of method, so
 * that no class is empty of width and no value is silently lost.
 */
import type { EnglandClasses } from '../facts/parts.ts';
import { naturalBreaks } from '../stats/natural-breaks.ts';
import { quantile } from '../stats/quantile.ts';

export const BREAK_METHODS = {
	quantile: 'Equal numbers of areas',
	equal: 'Equal steps',
	natural: 'Natural groups'
} as const;

export type BreakMethod = keyof typeof BREAK_METHODS;

/** Whose values are divided: those of the region on the map, or all of England's. */
export const AMONG = { region: 'This region', england: 'All of England' } as const;
export type Among = keyof typeof AMONG;

export interface MethodChoice {
	method: BreakMethod;
	classes: number;
	among: Among;
}

/** How the reader wants values divided: by a method, or at numbers of their own. */
export type BreaksChoice = MethodChoice | { method: 'own'; bounds: readonly number[] };

export const MIN_CLASSES = 3;
export const MAX_CLASSES = 7;
/** Numbers of the reader's own beyond this are slips of the hand. */
const MAX_BOUND = 1e9;

export interface Classes {
	/** Ascending bounds between the classes: one fewer than there are classes. */
	breaks: number[];
	/** Lowest and highest value. */
	extent: [number, number];
	/** Class of a value, from 0. */
	classOf: (value: number) => number;
	/** Whether the first class has no lower bound and the last no upper one. */
	open?: boolean;
}

/**
 * Divide values. A class holds what is at or above its lower bound and below its upper
 * one (the last also its upper). Bounds that fall together are merged, so there may be
 * fewer classes than asked for, never one without width. Throws without values.
 */
export function divide(
	values: readonly number[],
	{ method, classes }: Pick<MethodChoice, 'method' | 'classes'>
): Classes {
	return divideSorted(ascending(values), { method, classes });
}

/** Sorted as numbers, many times faster than by a comparison of our own. */
const ascending = (values: readonly number[]): number[] => [...Float64Array.from(values).sort()];

/** As {@link divide} does, of values in ascending order. */
function divideSorted(
	sorted: readonly number[],
	{ method, classes }: Pick<MethodChoice, 'method' | 'classes'>
): Classes {
	const [low] = sorted;
	const high = sorted.at(-1);
	if (low === undefined || high === undefined) throw new Error('no values to divide');
	return fixed(BREAKS[method](sorted, classes), [low, high]);
}

/** England's values divided in every way a reader may ask for. */
export function everyDivision(values: readonly number[]): EnglandClasses {
	const sorted = ascending(values);
	const counts = Array.from({ length: MAX_CLASSES - MIN_CLASSES + 1 }, (_, i) => MIN_CLASSES + i);
	const { extent } = divideSorted(sorted, { method: 'equal', classes: MIN_CLASSES });
	const natural = naturalBreaks(sorted, MAX_CLASSES);
	const by = (boundsOf: (classes: number) => readonly number[]) =>
		Object.fromEntries(counts.map((classes) => [classes, fixed(boundsOf(classes), extent).breaks]));
	return {
		areas: values.length,
		extent,
		breaks: {
			quantile: by((classes) => BREAKS.quantile(sorted, classes)),
			natural: by((classes) => natural[classes - 1] ?? natural.at(-1) ?? [])
		}
	};
}

/** England's bounds for a method and a number of classes; none where they are not known. */
export function englandBounds(
	{ extent, breaks }: EnglandClasses,
	{ method, classes }: Pick<MethodChoice, 'method' | 'classes'>
): readonly number[] | undefined {
	return method === 'equal' ? BREAKS.equal([...extent], classes) : breaks[method][classes];
}

/**
 * Classes at bounds that do not come from the values on the map: all are kept, also those
 * that hold none of them, so that a colour means the same wherever they are used.
 */
export function given(bounds: readonly number[], extent: [number, number] | null): Classes {
	const [first = NaN] = bounds;
	const last = bounds.at(-1) ?? NaN;
	const { breaks, classOf } = fixed(bounds, [-Infinity, Infinity]);
	return { breaks, classOf, extent: extent ?? [first, last], open: extent === null };
}

/**
 * The bounds that a reader typed: from two classes to {@link MAX_CLASSES}, numbers from the
 * smallest to the largest, with commas, semicolons or spaces between them. What can't be
 * read has a complaint that says what to do.
 */
export function readBounds(text: string): { bounds: number[] } | { complaint: string } {
	const words = text.split(/[\s,;]+/).filter((word) => word !== '');
	if (words.length === 0) return { complaint: 'Write at least one number, such as 10, 20, 30.' };
	const wrong = words.find((word) => !/^[-−]?(\d+(?:\.\d*)?|\.\d+)%?$/.test(word));
	if (wrong !== undefined) {
		return {
			complaint: `“${wrong.slice(0, 20)}” is not a number. Write numbers such as 10, 20.5, 30.`
		};
	}
	if (words.length > MAX_CLASSES - 1) {
		return {
			complaint: `${words.length} numbers make ${words.length + 1} classes; no more than ${MAX_CLASSES} can be told apart. Write up to ${MAX_CLASSES - 1} numbers.`
		};
	}
	const bounds = words.map((word) =>
		Number(Number(word.replace('−', '-').replace('%', '')).toFixed(6))
	);
	if (bounds.some((bound) => Math.abs(bound) > MAX_BOUND)) {
		return { complaint: 'These numbers are too large for any measure here.' };
	}
	if (bounds.some((bound, i) => i > 0 && bound <= (bounds[i - 1] ?? NaN))) {
		return {
			complaint:
				'Write each number once, from the smallest to the largest, and thousands without a comma (1500).'
		};
	}
	return { bounds };
}

/**
 * Classes with given bounds; those outside the values, or twice the same, are dropped. One at
 * the highest value would make a class without width, so that value is in the class below it.
 */
export function fixed(bounds: readonly number[], extent: [number, number]): Classes {
	const [low, high] = extent;
	const breaks = [...new Set(bounds)].filter((bound) => bound > low && bound < high);
	breaks.sort((a, b) => a - b);
	return { breaks, extent, classOf: (value) => breaks.filter((bound) => bound <= value).length };
}

const BREAKS: Record<BreakMethod, (sorted: readonly number[], classes: number) => number[]> = {
	quantile: (sorted, classes) =>
		Array.from({ length: classes - 1 }, (_, i) => quantile(sorted, (i + 1) / classes)),
	equal(sorted, classes) {
		const low = sorted[0] ?? 0;
		const step = ((sorted.at(-1) ?? 0) - low) / classes;
		return Array.from({ length: classes - 1 }, (_, i) => low + step * (i + 1));
	},
	natural: (sorted, classes) => naturalBreaks(sorted, classes).at(-1) ?? []
};
