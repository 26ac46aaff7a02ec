import { scaleQuantile } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
	it('lies on the line between two values', () => {
		expect(quantile([10, 20], 0.25)).toBe(12.5);
		expect(quantile([10, 20, 40], 0.5)).toBe(20);
		expect(quantile([10, 20, 40], 0.75)).toBe(30);
	});

	it('ends with the lowest and the highest value', () => {
		expect([0, 1].map((share) => quantile([3, 4, 9], share))).toEqual([3, 9]);
		expect(quantile([7], 0.4)).toBe(7);
		expect(() => quantile([], 0.5)).toThrow('no values');
	});

	it('is what another library makes of the same values, to the last digit', () => {
		const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(values, fc.integer({ min: 2, max: 9 }), (given, classes) => {
				const theirs = scaleQuantile<number>()
					.domain(given)
					.range([...Array(classes).keys()])
					.quantiles();
				const sorted = [...given].sort((a, b) => a - b);
				const ours = theirs.map((_, i) => quantile(sorted, (i + 1) / classes));
				expect(ours).toEqual(theirs);
			})
		);
	});
});
