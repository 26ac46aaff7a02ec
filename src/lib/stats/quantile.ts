/**
 * The quantile at a share from 0 to 1 of values in ascending order, on the straight line between the
 * two values that it lies between: R's type 7 (Hyndman and Fan 1996). Throws without values.
 */
export function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * Math.min(Math.max(share, 0), 1);
	const lower = sorted[Math.floor(place)];
	if (lower === undefined) throw new Error('no values to take a quantile of');
	const upper = sorted[Math.floor(place) + 1] ?? lower;
	return lower + (upper - lower) * (place - Math.floor(place));
}
