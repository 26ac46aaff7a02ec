import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK_METHODS, divide, fixed, type BreakMethod } from './classes.ts';

const methods = Object.keys(BREAK_METHODS) as BreakMethod[];

describe('dividing values into classes', () => {
	it('divides by equal numbers, equal steps and natural groups', () => {
		const values = [1, 2, 3, 10, 11, 12, 50, 51, 52];
		expect(divide(values, { method: 'equal', classes: 3 }).breaks).toEqual([18, 35]);
		expect(divide(values, { method: 'natural', classes: 3 }).breaks).toEqual([10, 50]);
		const { classOf } = divide(values, { method: 'quantile', classes: 3 });
		expect(values.map(classOf)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
	});

	it('loses no value and makes no class without width', () => {
		const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(
				values,
				fc.constantFrom(...methods),
				fc.integer({ min: 3, max: 7 }),
				(given, method, classes) => {
					const { breaks, classOf, extent } = divide(given, { method, classes });
					const bounds = [extent[0], ...breaks];
					for (let i = 1; i < bounds.length; i++) {
						expect(bounds[i]).toBeGreaterThan(bounds[i - 1] ?? Infinity);
					}
					for (const value of given) {
						const at = classOf(value);
						expect(at).toBeGreaterThanOrEqual(0);
						expect(at).toBeLessThanOrEqual(breaks.length);
						if (at > 0) expect(value).toBeGreaterThanOrEqual(breaks[at - 1] ?? Infinity);
						if (at < breaks.length) expect(value).toBeLessThan(breaks[at] ?? -Infinity);
					}
				}
			)
		);
	});

	it('gives one class where all values are the same', () => {
		expect(divide([4, 4, 4], { method: 'quantile', classes: 5 }).breaks).toEqual([]);
	});

	it('drops fixed bounds outside the values', () => {
		expect(fixed([-5, 0, 0, 3, 99], [-1, 4]).breaks).toEqual([0, 3]);
	});
});
