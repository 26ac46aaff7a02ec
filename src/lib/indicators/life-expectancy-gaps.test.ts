import { describe, expect, it } from 'vitest';
import { gapsBetween, standardErrorOf, type Community } from './life-expectancy-gaps.ts';

/** Ten communities of 100 people, a year apart, the most deprived lowest. */
const ladder = (standardError: number): Community[] =>
	Array.from({ length: 10 }, (_, i) => ({
		code: `E0200000${i}`,
		years: 76 + i,
		standardError,
		residents: 100,
		averageRank: i + 1
	}));

describe('gaps of life expectancy', () => {
	it('are differences from the weighted mean, with the error of both', () => {
		const { differences } = gapsBetween(ladder(1));
		const first = differences.get('E02000000');
		expect(first?.value).toBeCloseTo(-4.5, 9);
		// 1.96 × √(1² + (1/√10)²)
		expect((first?.upper ?? NaN) - (first?.value ?? NaN)).toBeCloseTo(1.96 * Math.sqrt(1.1), 3);
	});

	it('are the same whatever the level of the table', () => {
		const shifted = ladder(1).map((community) => ({ ...community, years: community.years + 2.3 }));
		const [one, other] = [gapsBetween(ladder(1)), gapsBetween(shifted)];
		expect(other.slope.value).toBeCloseTo(one.slope.value, 9);
		expect(other.fifths.value).toBeCloseTo(one.fifths.value, 9);
	});

	it('go with deprivation: slope, and the least less the most deprived fifth', () => {
		const { slope, fifths, byFifth, range } = gapsBetween(ladder(0.1));
		expect(slope.value).toBeCloseTo(10, 6);
		expect(fifths.value).toBeCloseTo(8, 9);
		expect(range).toBe(9);
		expect(byFifth).toEqual([-4, -2, 0, 2, 4]);
	});

	it('of a fifth between the ends are those of its communities', () => {
		const bent = ladder(0.1).map((one, i) => (i === 2 || i === 3 ? { ...one, years: 70 } : one));
		const { byFifth, fifths } = gapsBetween(bent);
		expect(Math.min(...byFifth)).toBe(byFifth[1]);
		expect((byFifth[4] ?? NaN) - (byFifth[0] ?? NaN)).toBeCloseTo(fifths.value, 9);
	});

	it('say what chance alone would put between the extremes', () => {
		// The expected range of ten standard normal numbers is 3.078 (Tippett 1925).
		expect(gapsBetween(ladder(1)).rangeByChance).toBeCloseTo(3.078, 1);
		expect(gapsBetween(ladder(0)).rangeByChance).toBe(0);
	});
});

it('standard error out of a 95% interval', () => {
	expect(standardErrorOf({ lower: 78.04, upper: 81.96 })).toBeCloseTo(1, 3);
});
