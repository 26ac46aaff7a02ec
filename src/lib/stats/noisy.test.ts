import { describe, expect, it } from 'vitest';
import { differing, errorOf, shrunk } from './noisy.ts';

describe('many figures that are known only so well', () => {
	it('are drawn towards their mean, those least known the most', () => {
		const figures = [-4, -2, 0, 2, 4, 9].map((value, at) => ({ value, error: at === 5 ? 5 : 0.5 }));
		const drawn = shrunk(figures);
		// By a weighted mean of 0.018 and a variance between of 9.860, worked out apart from this code.
		expect(drawn.map((one) => one.toFixed(2))).toEqual([
			'-3.90',
			'-1.95',
			'0.00',
			'1.95',
			'3.90',
			'2.56'
		]);
		expect(Math.max(...drawn)).toBe(drawn[4]);
	});

	it('are all alike where chance explains what differs', () => {
		const drawn = shrunk([0.1, -0.1, 0.05].map((value) => ({ value, error: 1 })));
		for (const one of drawn) expect(one).toBeCloseTo(0.05 / 3, 6);
	});

	it('stand out by the rule of Benjamini and Hochberg, not one by one', () => {
		// Chances of 0.001, 0.012, 0.035, 0.045 and 0.5: the limits are 0.01, 0.02, 0.03, 0.04 and 0.05.
		const standardised = [3.2905, 2.5121, 2.1084, 2.0047, 0.6745];
		const of = (values: number[]) =>
			differing(
				values.map((value) => ({ value, error: 1 })),
				0
			);
		expect(of(standardised)).toEqual([true, true, false, false, false]);
		expect(of([2, 0, 0.1, -0.3])).toEqual([false, false, false, false]);
		expect(of([-4])).toEqual([true]);
		expect(of([])).toEqual([]);
	});

	it('have the error that their interval says', () => {
		expect(errorOf({ lower: 8.040036, upper: 11.959964 })).toBeCloseTo(1, 6);
	});
});
