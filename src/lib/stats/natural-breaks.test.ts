import fc from 'fast-check';
import { ckmeans } from 'simple-statistics';
import { expect, it } from 'vitest';
import { naturalBreaks } from './natural-breaks.ts';

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** How far the numbers of each group are from its mean, squared and summed. */
function differences(groups: readonly (readonly number[])[]): number {
	return groups.reduce((total, group) => {
		const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
		return total + group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	}, 0);
}

/** Numbers in the groups that begin at some of them. */
const grouped = (sorted: readonly number[], starts: readonly number[]): number[][] =>
	[-Infinity, ...starts].map((start, i) =>
		sorted.filter((value) => value >= start && value < (starts[i] ?? Infinity))
	);

const MOST = 7;
const values = fc.array(
	fc.integer({ min: -50, max: 5000 }).map((tenths) => tenths / 10),
	{
		minLength: 1,
		maxLength: 60
	}
);

it('differ as little within groups as those of a library, for every count', () => {
	fc.assert(
		fc.property(values, (some) => {
			const sorted = ascending(some);
			const different = new Set(sorted).size;
			const made = naturalBreaks(sorted, MOST);
			expect(made).toHaveLength(Math.min(MOST, different));
			for (const [at, starts] of made.entries()) {
				const groups = grouped(sorted, starts);
				expect(groups).toHaveLength(at + 1);
				const theirs = differences(ckmeans(sorted, at + 1));
				expect(differences(groups)).toBeLessThanOrEqual(theirs + 1e-6 * (1 + theirs));
			}
		})
	);
});

it('begin where a gap is', () => {
	expect(naturalBreaks([1, 2, 2, 10, 11, 30, 31, 31], 3)).toEqual([[], [30], [10, 30]]);
	expect(naturalBreaks([4, 4, 4], MOST)).toEqual([[]]);
	expect(naturalBreaks([1, 2], MOST)).toEqual([[], [2]]);
});
