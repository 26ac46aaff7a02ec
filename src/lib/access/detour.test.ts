import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitDetour } from './detour.ts';

describe('the detour factor', () => {
	it('comes out of ways that have it', () => {
		// Two ways of 1 and 3 km that are 1.2 times as long and 0.2 km besides: 1.4 and 3.8 km.
		const fit = fitDetour([
			{ straight: 1, road: 1.4 },
			{ straight: 3, road: 3.8 }
		]);
		expect(fit.slope).toBeCloseTo(1.2, 12);
		expect(fit.intercept).toBeCloseTo(0.2, 12);
		expect(fit.ratio).toBeCloseTo(5.2 / 4, 12);
		// 1.3 km for 1.4 and 3.9 km for 3.8.
		expect(fit.medianError).toBeCloseTo(0.1 / 1.4, 12);
		expect(fit.withinQuarter).toBe(1);
	});

	it('does not mind the order of the areas', () => {
		const pairs = fc.array(
			fc.record({
				straight: fc.double({ min: 0.1, max: 20, noNaN: true }),
				road: fc.double({ min: 0.1, max: 30, noNaN: true })
			}),
			{ minLength: 2, maxLength: 20 }
		);
		fc.assert(
			fc.property(pairs, (given) => {
				fc.pre(new Set(given.map(({ straight }) => straight.toFixed(3))).size > 1);
				const [one, other] = [fitDetour(given), fitDetour([...given].reverse())];
				expect(other.ratio).toBeCloseTo(one.ratio, 8);
				expect(other.medianError).toBeCloseTo(one.medianError, 8);
			})
		);
	});

	it('refuses one distance', () => {
		expect(() => fitDetour([{ straight: 1, road: 2 }])).toThrow('one distance');
	});
});
