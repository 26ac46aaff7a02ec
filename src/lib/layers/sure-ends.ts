/** Ends of a list of estimates, allowing for how uncertain each is: the highest is not what is known least. */
import type { Value } from '../facts/value.ts';
import { errorOf, shrunk, type Noisy } from '../stats/noisy.ts';
import { endsOf } from './ties.ts';

interface Known {
	value: Value;
	number: number;
}

/** A figure with the error that its interval says; null where it has none. */
export function noisyOf({ value, number }: Known): Noisy | null {
	const interval = 'interval' in value ? value.interval : undefined;
	return interval && interval.upper > interval.lower
		? { value: number, error: errorOf(interval) }
		: null;
}

/**
 * Both ends of figures by what is left of each once it is drawn towards all the others, the more the
 * less it is known. Without intervals, by the figures themselves.
 */
export function sureEndsOf<One extends Known>(known: readonly One[]) {
	const noisy = known.flatMap((one) => noisyOf(one) ?? []);
	const drawn = noisy.length === known.length ? shrunk(noisy) : known.map(({ number }) => number);
	const ordered = known
		.map((one, at) => ({ one, left: drawn[at] ?? one.number }))
		.sort((a, b) => a.left - b.left);
	const ends = endsOf(ordered, ({ left }) => left);
	return { first: ends.first.map(({ one }) => one), last: ends.last.map(({ one }) => one) };
}
