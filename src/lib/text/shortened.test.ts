import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from './format.ts';
import { shortened } from './shortened.ts';

/** The fewest decimals with which a number is still shown as what it was, tried one after another. */
function fewest(value: number, shown: 0 | 1 | 2, more: 1 | 3): number {
	const tries = Array.from({ length: 9 }, (_, i) => i + 1).slice(shown + more - 1);
	const rounded = tries.map((decimals) => Math.round(value * 10 ** decimals) / 10 ** decimals);
	const same = (one: number) => FORMATS[shown](one) === FORMATS[shown](value);
	return rounded.find(same) ?? value;
}

describe('a number with few decimals', () => {
	it('is shown as what it was', () => {
		expect(shortened(0.446, 1)).toBe(0.446);
		expect(shortened(12.34567, 1)).toBe(12.346);
		expect(shortened(1234.5004, 0)).toBe(1234.5);
		expect(shortened(7, 1)).toBe(7);
	});

	it('has as many as it needs, also at a half', () => {
		const near = fc
			.tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.double({ min: -6e-3, max: 6e-3 }))
			.map(([halves, beside]) => halves / 200 + (beside || 0));
		const numbers = fc.oneof(near, fc.double({ min: -1e9, max: 1e9, noNaN: true }));
		fc.assert(
			fc.property(
				numbers,
				fc.constantFrom(0 as const, 1 as const, 2 as const),
				fc.constantFrom(1 as const, 3 as const),
				(value, shown, more) => {
					expect(shortened(value, shown, more)).toBe(fewest(value, shown, more));
				}
			)
		);
	});
});
