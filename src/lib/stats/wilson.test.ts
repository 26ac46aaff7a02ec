import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('Wilson’s interval', () => {
	// Newcombe (1998), Statistics in Medicine 17, table I, method 3.
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('of %i out of %i', (count, total, lower, upper) => {
		const found = wilsonInterval(count, total);
		expect(found.lower).toBeCloseTo(lower, 4);
		expect(found.upper).toBeCloseTo(upper, 4);
	});

	it('holds the proportion and stays between 0 and 1', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.double({ min: 0, max: 1 }),
				(total, share) => {
					fc.pre(!Number.isNaN(share));
					const count = Math.round(total * share);
					const { lower, upper } = wilsonInterval(count, total);
					expect(lower).toBeGreaterThanOrEqual(0);
					expect(upper).toBeLessThanOrEqual(1);
					expect(lower).toBeLessThanOrEqual(count / total + 1e-12);
					expect(upper).toBeGreaterThanOrEqual(count / total - 1e-12);
				}
			)
		);
	});

	it('refuses a part larger than the whole', () => {
		expect(() => wilsonInterval(3, 2)).toThrow('no part');
		expect(() => wilsonInterval(0, 0)).toThrow('no part');
	});
});
