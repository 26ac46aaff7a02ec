import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, compare, SAME_SIZE } from './compare.ts';

describe('compare', () => {
	it('needs a count to be the same', () => {
		expect(compare({ expected: 42, ours: 42 })).toBe('reproduced');
		expect(compare({ expected: 42, ours: 43 })).toBe('not reproduced');
		expect(compare({ expected: 42, ours: 42.4 })).toBe('not reproduced');
	});

	it('takes a printed figure at the precision it was printed with', () => {
		expect(compare({ expected: 164_000, ours: 163_834, rounding: 1000 })).toBe('reproduced');
		expect(compare({ expected: 164_000, ours: 163_499, rounding: 1000 })).toBe('not reproduced');
		expect(compare({ expected: 11.9, ours: 11.86, rounding: 0.1 })).toBe('reproduced');
		expect(compare({ expected: 11.9, ours: 11.84, rounding: 0.1 })).toBe('not reproduced');
	});

	it('never says "reproduced" of another base', () => {
		expect(compare({ expected: 100, ours: 100, otherBase: true })).toBe('same size, other base');
		expect(compare({ expected: 100, ours: 95, otherBase: true })).toBe('same size, other base');
		expect(compare({ expected: 100, ours: 94, otherBase: true })).toBe('not reproduced');
	});

	it('lets a document contradict itself, but not confirm itself', () => {
		expect(compare({ expected: 9, ours: 8.8, rounding: 1, ownFigures: true })).toBe(
			'cannot be checked'
		);
		expect(compare({ expected: 9, ours: 8.4, rounding: 1, ownFigures: true })).toBe(
			'not reproduced'
		);
	});

	it('takes no figure for none', () => {
		for (const otherBase of [true, false]) {
			for (const ownFigures of [true, false]) {
				const outcome = compare({ expected: 1, ours: NaN, otherBase, ownFigures });
				expect(outcome).toBe('not reproduced');
			}
		}
	});

	it('holds for every figure that rounds to the printed one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(1, 10, 1000), (ours, unit) => {
				const expected = Math.round(ours / unit) * unit;
				return agrees({ expected, ours, rounding: unit });
			})
		);
	});

	it('calls the same size what lies within the stated share', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.double({ min: 0, max: 2, noNaN: true }),
				(expected, factor) => {
					const outcome = compare({ expected, ours: expected * factor, otherBase: true });
					if (Math.abs(factor - 1) < SAME_SIZE * 0.999) return outcome === 'same size, other base';
					if (Math.abs(factor - 1) > SAME_SIZE * 1.001) return outcome === 'not reproduced';
					return true;
				}
			)
		);
	});
});
