import { expect, it } from 'vitest';
import { mean, standardDeviation } from './spread.ts';

it('gives mean and sample standard deviation', () => {
	expect(mean([2, 4, 9])).toBe(5);
	expect(mean([])).toBeNaN();
	// Textbook: 2, 4, 4, 4, 5, 5, 7, 9 has sum of squares 32 around 5.
	expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
	expect(standardDeviation([3])).toBeNaN();
});
