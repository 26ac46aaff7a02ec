/** Population-weighted mean of values, weights in the same order. Null without weight. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number | null {
	let sum = 0;
	let total = 0;
	values.forEach((value, i) => {
		const weight = weights[i] ?? 0;
		sum += value * weight;
		total += weight;
	});
	return total > 0 ? sum / total : null;
}

/**
 * Population-weighted quantile: the lowest value at or below which at least a share of the
 * weight lies; where exactly that share does, the mean with the next (the usual median of
 * an even number). Values without weight don't count. Null without weight.
 */
export function weightedQuantile(
	values: readonly number[],
	weights: readonly number[],
	share: number
): number | null {
	const pairs = values
		.map((value, i) => ({ value, weight: weights[i] ?? 0 }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => a.value - b.value);
	const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
	if (pairs.length === 0) return null;
	const wanted = share * total;
	let before = 0;
	for (const [at, { value, weight }] of pairs.entries()) {
		before += weight;
		if (before > wanted * (1 + 1e-12)) return value;
		if (before >= wanted * (1 - 1e-12)) {
			const next = pairs[at + 1]?.value ?? value;
			return value === next ? value : (value + next) / 2;
		}
	}
	return pairs.at(-1)?.value ?? null;
}

/**
 * Where each value stands in the population, from 0 to 1 in ascending order: the middle of
 * its share of the weight, ties together at the middle of theirs (van Doorslaer and
 * Koolman 2004). NaN without weight in all.
 */
export function midRanks(values: readonly number[], weights: readonly number[]): number[] {
	const total = values.reduce((sum, _, i) => sum + (weights[i] ?? 0), 0);
	const order = [...values.keys()].sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN));
	const ranks = new Array<number>(values.length).fill(NaN);
	let before = 0;
	for (let first = 0; first < order.length;) {
		const value = values[order[first] ?? -1];
		let end = first;
		let weight = 0;
		while (end < order.length && values[order[end] ?? -1] === value) {
			weight += weights[order[end] ?? -1] ?? 0;
			end++;
		}
		for (const at of order.slice(first, end)) ranks[at] = (before + weight / 2) / total;
		before += weight;
		first = end;
	}
	return ranks;
}
