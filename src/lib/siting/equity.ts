/**
 * Plans that ask who gains: some people count for more, nobody travels beyond a cap (the `reach`
 * of a p-median), or the least covered district comes first (`least-share.ts`).
 */

/**
 * Weights in which people of some neighbourhoods count `times` as much. Throws for a negative
 * factor.
 */
export function emphasise(
	weights: ArrayLike<number>,
	isAmong: (demand: number) => boolean,
	times: number
): Float64Array {
	if (!(times >= 0)) throw new RangeError(`${times} is not a factor of 0 or more`);
	return Float64Array.from(weights, (weight, i) => (isAmong(i) ? weight * times : weight));
}
