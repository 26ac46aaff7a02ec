/**
 * Slope index of inequality, as `phe_sii` of PHEindicatormethods for a measure with
 * symmetric intervals (value_type 0; after Low & Low 2004): each group stands at the middle
 * of its share of the population, counted from the most deprived; a straight line is fitted
 * by least squares with those shares as weights (`phe_sii` writes it as a regression of
 * √a·Y on √a and b·√a); the index is its slope.
 *
 * Units: those of the values. Sign: positive where values rise from the most to the least
 * deprived. Interval: every group's value is drawn again from a normal distribution with its
 * standard error, 100,000 times (unless fewer are asked for) from a fixed seed; of the sorted
 * slopes, those at 2.5% and 97.5% are the limits.
 */
import type { Interval } from './interval.ts';
import { normalNumbers } from './random.ts';

export interface Ranked {
	/** The measure of a group. */
	value: number;
	standardError: number;
	population: number;
}

export interface SlopeIndex extends Interval {
	value: number;
}

const REPETITIONS = 100_000;
const SEED = 20_190_926;

/**
 * The slope index over groups in order, the most deprived first. Throws with fewer than two
 * groups, or where a group has no population.
 */
export function slopeIndexOfInequality(
	groups: readonly Ranked[],
	repetitions = REPETITIONS
): SlopeIndex {
	const weights = slopeWeights(groups.map(({ population }) => population));
	const value = groups.reduce((sum, group, i) => sum + (weights[i] ?? NaN) * group.value, 0);
	// The slope is linear in the values: a draw of every value moves it by this much.
	const scales = groups.map(({ standardError }, i) => (weights[i] ?? NaN) * standardError);
	const normal = normalNumbers(SEED);
	const slopes = new Float64Array(repetitions);
	for (let i = 0; i < repetitions; i++) {
		let slope = value;
		for (const scale of scales) slope += scale * normal();
		slopes[i] = slope;
	}
	slopes.sort();
	return {
		value,
		lower: slopes[Math.round(repetitions * 0.025) - 1] ?? NaN,
		upper: slopes[Math.round(repetitions * 0.975) - 1] ?? NaN
	};
}

/** What each group's value counts in the slope: a·(b − b̄) / Σ a·(b − b̄)². */
function slopeWeights(populations: readonly number[]): number[] {
	if (populations.length < 2) throw new Error('a slope needs two groups or more');
	const all = populations.reduce((sum, population) => sum + population, 0);
	let before = 0;
	const groups = populations.map((population) => {
		if (!(population > 0)) throw new Error('a group of the slope index has no population');
		const share = population / all;
		const middle = before + share / 2;
		before += share;
		return { share, middle };
	});
	const mean = groups.reduce((sum, { share, middle }) => sum + share * middle, 0);
	const squares = groups.reduce((sum, { share, middle }) => sum + share * (middle - mean) ** 2, 0);
	return groups.map(({ share, middle }) => (share * (middle - mean)) / squares);
}
