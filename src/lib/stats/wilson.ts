/** Intervals of proportions. */
import type { Interval } from './interval.ts';
import { Z95 } from './poisson.ts';

/**
 * 95% interval of a proportion by Wilson's score method (Wilson 1927), as `phe_proportion`
 * of PHEindicatormethods: `count` of `total`, as shares from 0 to 1. Throws where the count
 * is no part of the total.
 */
export function wilsonInterval(count: number, total: number): Interval {
	if (!(total > 0 && count >= 0 && count <= total)) {
		throw new Error(`${count} is no part of ${total}`);
	}
	const square = Z95 ** 2;
	const half = Z95 * Math.sqrt(square + 4 * count * (1 - count / total));
	const below = 2 * (total + square);
	return {
		lower: Math.max(0, (2 * count + square - half) / below),
		upper: Math.min(1, (2 * count + square + half) / below)
	};
}
