/**
 * Colours on a smooth curve past a few given ones. d3-interpolate and d3-color know this curve and
 * twenty others, and would be an eighth of all that the first map runs; the test holds ours to
 * theirs.
 */

/** A colour as "#rrggbb". */
type Channels = readonly [red: number, green: number, blue: number];

/**
 * As many colours as are asked for, evenly along a cubic B-spline through the first and the last of
 * `given`, and near those between; the one in the middle where one is asked for. All are "#rrggbb".
 */
export function ramp(given: readonly string[], count: number): string[] {
	const channels = given.map(channelsOf);
	return Array.from({ length: count }, (_, i) => {
		const t = count === 1 ? 0.5 : i / (count - 1);
		const colour = [0, 1, 2].map((at) =>
			along(
				channels.map((one) => one[at] ?? 0),
				t
			)
		);
		return `#${colour.map(hexadecimal).join('')}`;
	});
}

const channelsOf = (colour: string): Channels => {
	const number = Number.parseInt(colour.slice(1), 16);
	return [number >> 16, (number >> 8) & 255, number & 255];
};

const hexadecimal = (channel: number): string =>
	Math.round(Math.min(Math.max(channel, 0), 255))
		.toString(16)
		.padStart(2, '0');

/** Uniform cubic B-spline over values, from the first (0) to the last (1). */
function along(values: readonly number[], t: number): number {
	const last = values.length - 1;
	const from = Math.min(Math.floor(t * last), last - 1);
	const at = (i: number) => values[i] ?? 0;
	const [b, c] = [at(from), at(from + 1)];
	// Beyond its ends the curve goes on as straight as it came.
	const a = from > 0 ? at(from - 1) : 2 * b - c;
	const d = from < last - 1 ? at(from + 2) : 2 * c - b;
	const x = (t - from / last) * last;
	const [x2, x3] = [x * x, x * x * x];
	return (
		((1 - 3 * x + 3 * x2 - x3) * a +
			(4 - 6 * x2 + 3 * x3) * b +
			(1 + 3 * x + 3 * x2 - 3 * x3) * c +
			x3 * d) /
		6
	);
}
