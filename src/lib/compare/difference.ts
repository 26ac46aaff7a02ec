/** What two figures say of each other. */
import type { Interval } from '../stats/interval.ts';
import { numberOf, type Value } from '../facts/value.ts';

/**
 * `clear`: chance alone seldom makes such a difference; `close`: it may; `none`: the two are not to
 * be held against each other.
 */
export type Verdict = { kind: 'clear'; higher: boolean } | { kind: 'close' } | { kind: 'none' };

const NONE: Verdict = { kind: 'none' };

/**
 * How a figure stands to another. With intervals by theirs: the interval of the difference, made of
 * the two (Zou and Donner 2008; of Wilson's it is Newcombe's tenth method of 1998), has no zero in
 * it. Figures of everybody have no interval: they differ clearly from `least` on. What is estimated
 * is not held against what is published.
 */
export function verdictOf(value: Value, base: Value, least: number | null): Verdict {
	const [a, b] = [numberOf(value), numberOf(base)];
	if (a === null || b === null || value.kind !== base.kind) return NONE;
	const [own, other] = [intervalOf(value), intervalOf(base)];
	if (own && other) {
		const { lower, upper } = differenceInterval(a, own, b, other);
		return lower > 0 || upper < 0 ? { kind: 'clear', higher: a > b } : { kind: 'close' };
	}
	if (least === null) return NONE;
	return Math.abs(a - b) >= least ? { kind: 'clear', higher: a > b } : { kind: 'close' };
}

const intervalOf = (value: Value): Interval | undefined =>
	'interval' in value ? value.interval : undefined;

/** The 95% interval of a − b, of two independent figures with 95% intervals of their own. */
export function differenceInterval(a: number, ofA: Interval, b: number, ofB: Interval): Interval {
	return {
		lower: a - b - Math.hypot(a - ofA.lower, ofB.upper - b),
		upper: a - b + Math.hypot(ofA.upper - a, b - ofB.lower)
	};
}
