/** The place of one area among its like, and which places its interval allows. */
import { numberOf, type Value } from '../facts/value.ts';

export interface Places {
	/** From 1. */
	best: number;
	worst: number;
}

/**
 * The places that the intervals allow one of several values: behind all that surely come before it,
 * before all that surely come after. Null where it has no interval, and so no such range.
 */
export function placesAllowed(
	values: readonly Value[],
	at: number,
	highestFirst: boolean
): Places | null {
	const one = values[at];
	if (!one || !('interval' in one) || !one.interval) return null;
	const { lower, upper } = one.interval;
	const others = values.flatMap((value, other) => {
		const number = numberOf(value);
		if (number === null || other === at) return [];
		const interval = 'interval' in value ? value.interval : undefined;
		return interval ?? { lower: number, upper: number };
	});
	const below = others.filter((other) => other.upper < lower).length;
	const above = others.filter((other) => other.lower > upper).length;
	const [before, after] = highestFirst ? [above, below] : [below, above];
	return { best: before + 1, worst: others.length + 1 - after };
}
