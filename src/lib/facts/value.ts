import type { Interval } from '../stats/interval.ts';

/**
 * A figure about an area is never a bare number: what isn't known is said, and zero
 * is a value like any other.
 */
export type Value =
	| { kind: 'value'; value: number; interval?: Interval }
	/** `basis` says how it was estimated, in words. */
	| { kind: 'estimate'; value: number; interval?: Interval; basis?: string }
	| { kind: 'suppressed' }
	| { kind: 'missing' }
	| { kind: 'not-surveyed' }
	| { kind: 'not-applicable' }
	/** The publisher gives it for something larger only. */
	| { kind: 'not-published' };

export type Absence = Exclude<Value['kind'], 'value' | 'estimate'>;

/** What a figure is where it isn't a plain value. */
export type Status = Exclude<Value['kind'], 'value'>;

export const ABSENCE_TEXT: Readonly<Record<Absence, string>> = {
	suppressed: 'withheld by the publisher',
	missing: 'no data',
	'not-surveyed': 'not surveyed',
	'not-applicable': 'does not apply',
	'not-published': 'not published'
};

/** Numbers that are all there, as values. */
export const known = (numbers: readonly number[]): Value[] =>
	numbers.map((value) => ({ kind: 'value', value }));

/** The number of a value, or null where there is none. */
export function numberOf(value: Value): number | null {
	return value.kind === 'value' || value.kind === 'estimate' ? value.value : null;
}

/** The units that have a number, by it; those with the same stay in their order. */
export function ranked(
	values: readonly Value[],
	first: 'highest' | 'lowest'
): { unit: number; value: Value; number: number }[] {
	const sign = first === 'highest' ? -1 : 1;
	return values
		.flatMap((value, unit) => {
			const number = numberOf(value);
			return number === null ? [] : [{ unit, value, number }];
		})
		.sort((a, b) => sign * (a.number - b.number));
}

/** In words: the formatted number, "about …" for an estimate, or why there is none. */
export function describe(value: Value, format: (value: number) => string): string {
	if (value.kind === 'value') return format(value.value);
	if (value.kind === 'estimate') return `about ${format(value.value)} (estimate)`;
	return ABSENCE_TEXT[value.kind];
}

/** The interval in words, "7.9 to 9.1", or null where there is none. */
export function describeInterval(value: Value, format: (value: number) => string): string | null {
	const interval = 'interval' in value ? value.interval : undefined;
	return interval ? `${format(interval.lower)} to ${format(interval.upper)}` : null;
}

/** "1,290 (95% interval 1,221 to 1,362)", "about 760 (estimate)". */
export function describeWithInterval(value: Value, format: (value: number) => string): string {
	const interval = describeInterval(value, format);
	return `${describe(value, format)}${interval === null ? '' : ` (95% interval ${interval})`}`;
}
