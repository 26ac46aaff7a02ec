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
