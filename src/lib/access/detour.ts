/**
 * How much longer journeys by road are than straight lines, fitted to a destination that is
 * known fully: England's primary schools. The Indices of Deprivation 2019 give each
 * neighbourhood's mean distance by road to one; the straight line to the nearest school is
 * worked out here from the same residents' points.
 */

/** A neighbourhood's two distances to the nearest of the same thing, in kilometres. */
export interface DistancePair {
	road: number;
	straight: number;
}

export interface DetourFit {
	areas: number;
	/** All kilometres by road over all straight ones: the factor that keeps the total. */
	ratio: number;
	/** Least squares line of road on straight: what a further kilometre adds … */
	slope: number;
	/** … and what every way has besides, in kilometres. */
	intercept: number;
	/** Middle size of the error of `ratio` × straight, as a share of the way by road. */
	medianError: number;
	/** Share of neighbourhoods where that error is a quarter or less. */
	withinQuarter: number;
}

/** Fit a detour factor. Throws without two different straight distances. */
export function fitDetour(pairs: readonly DistancePair[]): DetourFit {
	const sum = (of: (pair: DistancePair) => number) =>
		pairs.reduce((total, pair) => total + of(pair), 0);
	const areas = pairs.length;
	const road = sum((pair) => pair.road);
	const straight = sum((pair) => pair.straight);
	const spread = sum((pair) => (pair.straight - straight / areas) ** 2);
	if (!(spread > 0)) throw new Error('a detour can’t be fitted to one distance alone');
	const slope =
		sum((pair) => (pair.road - road / areas) * (pair.straight - straight / areas)) / spread;
	const ratio = road / straight;
	const errors = pairs
		.map((pair) => Math.abs(ratio * pair.straight - pair.road) / pair.road)
		.sort((a, b) => a - b);
	return {
		areas,
		ratio,
		slope,
		intercept: (road - slope * straight) / areas,
		medianError: errors[Math.floor(areas / 2)] ?? NaN,
		withinQuarter: errors.filter((error) => error <= 0.25).length / areas
	};
}
