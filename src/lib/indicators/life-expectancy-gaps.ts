/**
 * Differences of life expectancy between the communities of a region, for a table whose
 * differences hold while its levels are off. Nothing here gives a level back.
 *
 * Weights are residents of mid-2020; deprivation is the average rank of a community's
 * neighbourhoods, as people live in them (1 is the most deprived).
 */
import { normalNumbers } from '../stats/random.ts';
import { slopeIndexOfInequality } from '../stats/slope-index.ts';
import { Z95 } from '../stats/poisson.ts';
import { weightedMean } from '../stats/weighted.ts';
import type { Interval } from '../stats/interval.ts';

export interface Community {
	code: string;
	/** Life expectancy at birth, in years, with its standard error. */
	years: number;
	standardError: number;
	/** Residents inside the region. */
	residents: number;
	averageRank: number;
}

export interface Gap extends Interval {
	value: number;
}

export interface Gaps {
	/** Years above or below the region's mean, by community. */
	differences: Map<string, Gap>;
	/** Slope index of inequality: years from the most to the least deprived end. */
	slope: Gap;
	/** The least deprived fifth of residents, by their communities, less the most deprived. */
	fifths: Gap;
	/** Years of each fifth of residents above or below the region's mean, the most deprived first. */
	byFifth: readonly number[];
	/** Years between the lowest and the highest community. */
	range: number;
	/** Years that would be between them on average if all communities were alike. */
	rangeByChance: number;
}

/** Draws for the interval of the slope: its limits move by about 0.005 years at most. */
const SLOPE_DRAWS = 20_000;
const DRAWS = 10_000;
const SEED = 20_162_020;

/** The standard error that a 95% interval was made with. */
export function standardErrorOf({ lower, upper }: Interval): number {
	return (upper - lower) / (2 * Z95);
}

/**
 * Differences of communities from their population-weighted mean, and how they go with
 * deprivation. The interval of a difference has the standard error √(se₁² + se₂²) of the
 * community and the mean. Throws with fewer than two communities.
 */
export function gapsBetween(communities: readonly Community[]): Gaps {
	const mean = meanOf(communities);
	const byDeprivation = [...communities].sort(
		(a, b) => a.averageRank - b.averageRank || (a.code < b.code ? -1 : 1)
	);
	const years = communities.map((community) => community.years);
	const fifths = fifthsOf(byDeprivation).map(meanOf);
	const [most, least] = [fifths[0] ?? mean, fifths.at(-1) ?? mean];
	return {
		differences: new Map(
			communities.map(({ code, years, standardError }) => [
				code,
				gap(years - mean.value, Math.hypot(standardError, mean.standardError))
			])
		),
		slope: slopeIndexOfInequality(
			byDeprivation.map(({ years, standardError, residents }) => ({
				value: years - mean.value,
				standardError,
				population: residents
			})),
			SLOPE_DRAWS
		),
		fifths: gap(least.value - most.value, Math.hypot(most.standardError, least.standardError)),
		byFifth: fifths.map(({ value }) => value - mean.value),
		range: Math.max(...years) - Math.min(...years),
		rangeByChance: rangeByChance(communities.map(({ standardError }) => standardError))
	};
}

function gap(value: number, standardError: number): Gap {
	const half = Z95 * standardError;
	return { value, lower: value - half, upper: value + half };
}

function meanOf(communities: readonly Community[]): { value: number; standardError: number } {
	const weights = communities.map(({ residents }) => residents);
	const value = weightedMean(
		communities.map(({ years }) => years),
		weights
	);
	if (value === null) throw new Error('no community with residents');
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const variance = communities.reduce(
		(sum, { residents, standardError }) => sum + ((residents / all) * standardError) ** 2,
		0
	);
	return { value, standardError: Math.sqrt(variance) };
}

/**
 * Communities by fifths of residents, in the order given: one belongs to the fifth that the middle
 * of its residents falls into. Of few communities a fifth may have none, and is left out.
 */
function fifthsOf(byDeprivation: readonly Community[]): Community[][] {
	const all = byDeprivation.reduce((sum, { residents }) => sum + residents, 0);
	const found: Community[][] = [[], [], [], [], []];
	let before = 0;
	for (const community of byDeprivation) {
		const middle = (before + community.residents / 2) / all;
		before += community.residents;
		found[Math.min(4, Math.floor(middle * 5))]?.push(community);
	}
	return found.filter(({ length }) => length > 0);
}

function rangeByChance(standardErrors: readonly number[]): number {
	const normal = normalNumbers(SEED);
	let sum = 0;
	for (let draw = 0; draw < DRAWS; draw++) {
		let low = Infinity;
		let high = -Infinity;
		for (const standardError of standardErrors) {
			const error = standardError * normal();
			low = Math.min(low, error);
			high = Math.max(high, error);
		}
		sum += high - low;
	}
	return sum / DRAWS;
}
