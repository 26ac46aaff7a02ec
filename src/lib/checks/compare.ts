/** From two figures to an outcome. */
import type { Outcome } from './result.ts';

/** A figure of another base is of the same size within this share of the printed one. */
export const SAME_SIZE = 0.05;

/** Room for sums of binary fractions; far below any printed digit. */
const EPSILON = 1e-9;

export interface Comparison {
	expected: number;
	ours: number;
	/** The unit the printed figure is rounded to: 1000 for "164,000"; 0 or none for a count. */
	rounding?: number | undefined;
	/** Whether ours counts something else than the printed one. */
	otherBase?: boolean;
	/**
	 * Whether ours comes from the same document, which then can contradict itself but not
	 * be confirmed.
	 */
	ownFigures?: boolean;
}

/** Whether our figure, rounded as the printed one is, could be the printed one. */
export function agrees({ expected, ours, rounding = 0 }: Comparison): boolean {
	return Math.abs(ours - expected) <= rounding / 2 + EPSILON;
}

/** The outcome of a comparison. A figure that isn't a number is never reproduced. */
export function compare(comparison: Comparison): Outcome {
	const { expected, ours, otherBase, ownFigures } = comparison;
	if (ownFigures) return agrees(comparison) ? 'cannot be checked' : 'not reproduced';
	if (otherBase) {
		const close = Math.abs(ours - expected) <= SAME_SIZE * Math.abs(expected);
		return close || agrees(comparison) ? 'same size, other base' : 'not reproduced';
	}
	return agrees(comparison) ? 'reproduced' : 'not reproduced';
}
