import { describe, expect, it } from 'vitest';
import { slopeIndexOfInequality } from './slope-index.ts';

/**
 * The two areas of the example of ?phe_sii: deciles, population, life expectancy, standard
 * error. The slopes are what its regression of √a·Y on √a and b·√a gives (worked out apart,
 * by a matrix solver); the limits come from another generator's 400,000 draws.
 */
const zip = (population: number[], value: number[], standardError: number[]) =>
	population.map((people, i) => ({
		population: people,
		value: value[i] ?? NaN,
		standardError: standardError[i] ?? NaN
	}));
const AREA_1 = zip(
	[7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534],
	[75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3],
	[1.64, 1.58, 1.51, 1.78, 1.7, 1.56, 1.37, 1.4, 2.43, 1.57]
);
const AREA_2 = zip(
	[21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312],
	[70.5, 71.6, 72.5, 73.5, 73.1, 76.2, 78.7, 80.6, 80.9, 80],
	[0.23, 0.26, 0.3, 0.16, 0.79, 0.78, 0.4, 0.28, 0.23, 0.35]
);

describe('slope index of inequality', () => {
	it.each([
		[AREA_1, 7.0002, 3.168, 10.856],
		[AREA_2, 12.6227, 12.013, 13.234]
	])('the worked example of phe_sii', (groups, value, lower, upper) => {
		const found = slopeIndexOfInequality(groups);
		expect(found.value).toBeCloseTo(value, 3);
		expect(Math.abs(found.lower - lower)).toBeLessThan(0.05);
		expect(Math.abs(found.upper - upper)).toBeLessThan(0.05);
	});

	it('comes out the same every time, and does not mind a shift of all values', () => {
		const again = slopeIndexOfInequality(AREA_1, 1000);
		expect(slopeIndexOfInequality(AREA_1, 1000)).toEqual(again);
		const shifted = AREA_1.map((group) => ({ ...group, value: group.value - 80 }));
		expect(slopeIndexOfInequality(shifted, 1000).value).toBeCloseTo(again.value, 9);
	});

	it('is negative where values fall towards the least deprived', () => {
		expect(slopeIndexOfInequality([...AREA_1].reverse(), 1000).value).toBeLessThan(0);
	});

	it('refuses a group without people', () => {
		expect(() =>
			slopeIndexOfInequality([{ value: 1, standardError: 1, population: 0 }, ...AREA_1])
		).toThrow('no population');
	});
});
