/**
 * How unevenly something is spread over a population in order of another thing: the
 * concentration index (Kakwani, Wagstaff and van Doorslaer 1997) with its curve.
 */
import { midRanks } from './weighted.ts';

export interface Spread {
	/** What a group has, per head or on average: not below zero. */
	amount: number;
	/** What puts the groups in order: the first stand lowest. */
	order: number;
	population: number;
}

export interface ConcentrationIndex {
	/**
	 * C = 2·cov_w(y, R)/μ over mid-ranks R, from −1 to 1. Negative: those who come first have
	 * more than their share. Null where nobody has anything.
	 */
	value: number | null;
	/**
	 * Erreygers' (2009) corrected index, 4·μ·C/(b − a), for an amount that lies between the
	 * bounds a and b; null where no bounds are given.
	 */
	erreygers: number | null;
	/** The curve, from (0, 0) to (1, 1): share of people, and what share they have together. */
	curve: { people: number; share: number }[];
}

/**
 * The concentration index of some groups. Ties of order stand together. Throws without
 * population, or where an amount is below zero or outside the bounds.
 */
export function concentrationIndex(
	groups: readonly Spread[],
	bounds?: readonly [number, number]
): ConcentrationIndex {
	const population = groups.reduce((sum, group) => sum + group.population, 0);
	if (!(population > 0)) throw new Error('a concentration index needs a population');
	for (const { amount } of groups) {
		if (!(amount >= 0)) throw new Error(`an amount of ${amount} is below zero`);
		if (bounds && !(amount >= bounds[0] && amount <= bounds[1])) {
			throw new Error(`an amount of ${amount} is not between ${bounds.join(' and ')}`);
		}
	}
	const ranks = midRanks(
		groups.map(({ order }) => order),
		groups.map((group) => group.population)
	);
	const mean = groups.reduce((sum, one) => sum + one.amount * one.population, 0) / population;
	const covariance =
		groups.reduce(
			(sum, one, i) => sum + one.population * (one.amount - mean) * ((ranks[i] ?? NaN) - 0.5),
			0
		) / population;
	const value = mean > 0 ? (2 * covariance) / mean : null;
	return {
		value,
		erreygers: bounds ? (8 * covariance) / (bounds[1] - bounds[0]) : null,
		curve: curveOf(groups, population, mean * population)
	};
}

function curveOf(
	groups: readonly Spread[],
	population: number,
	total: number
): ConcentrationIndex['curve'] {
	const curve = [{ people: 0, share: 0 }];
	const sorted = [...groups].sort((a, b) => a.order - b.order);
	let people = 0;
	let amount = 0;
	sorted.forEach((group, i) => {
		people += group.population;
		amount += group.amount * group.population;
		// Ties are one straight piece of the curve, whatever order they come in.
		if (sorted[i + 1]?.order === group.order) return;
		curve.push({ people: people / population, share: total > 0 ? amount / total : 0 });
	});
	return curve;
}
