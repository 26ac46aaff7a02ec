/**
 * A figure as a dot with its interval, beside others on one scale: a line for what it is held against
 * and a diamond for England. Where the marks stand, for pages of areas and for comparisons.
 */
import { numberOf, type Value } from '../facts/value.ts';

export const DOT_PLOT = { width: 150, height: 22, margin: 6 } as const;
const { width, height, margin } = DOT_PLOT;
const MIDDLE = height / 2;

/** Where numbers lie on the scale that all of them share, in units of the picture. */
export function dotScale(numbers: readonly number[]): (at: number) => string {
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	// Shares begin at nothing; years of life differ by a few in eighty.
	const from = low > high / 2 ? low - (high - low) * 0.2 : 0;
	const span = high - from || 1;
	return (at) => (margin + ((at - from) / span) * (width - 2 * margin)).toFixed(1);
}

/** The ends of figures and of their intervals: what a scale of them has to hold. */
export const endsOfValues = (values: readonly Value[]): number[] =>
	values.flatMap((value) => {
		const number = numberOf(value);
		const interval = 'interval' in value ? value.interval : undefined;
		return number === null ? [] : [number, ...(interval ? [interval.lower, interval.upper] : [])];
	});

/** Paths of the marks; null where there is nothing to mark. */
export interface DotPlot {
	axis: string;
	range: string | null;
	line: string | null;
	diamond: string | null;
	dot: { x: string; y: string };
}

/** The marks of a figure; null where it has no number. */
export function dotPlot(
	x: (at: number) => string,
	value: Value,
	{ line, diamond }: { line: number | null; diamond: number | null }
): DotPlot | null {
	const here = numberOf(value);
	if (here === null) return null;
	const interval = 'interval' in value ? value.interval : undefined;
	return {
		axis: `M${margin} ${MIDDLE}H${width - margin}`,
		range: interval ? `M${x(interval.lower)} ${MIDDLE}H${x(interval.upper)}` : null,
		line: line === null ? null : `M${x(line)} 3V${height - 3}`,
		diamond: diamond === null ? null : `M${x(diamond)} 5l4 6l-4 6l-4 -6z`,
		dot: { x: x(here), y: String(MIDDLE) }
	};
}
