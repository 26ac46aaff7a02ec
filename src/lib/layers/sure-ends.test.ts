import { expect, it } from 'vitest';
import type { Value } from '../facts/value.ts';
import { noisyOf, sureEndsOf } from './sure-ends.ts';

const known = (number: number, half?: number) => ({
	number,
	value: {
		kind: 'value',
		value: number,
		...(half !== undefined && { interval: { lower: number - half, upper: number + half } })
	} as Value
});
const numbers = (ends: readonly { number: number }[]) => ends.map(({ number }) => number);

it('are not those of which least is known', () => {
	// As Lakenheath stood: 9.1 years above the average, somewhere from 0.2 to 17.9.
	const middle = [-2, -1, -1, 0, 0, 1, 1, 2].map((number) => known(number, 1));
	const all = [known(-9, 1.5), ...middle, known(4.3, 1.2), known(9.1, 8.9)];
	const { first, last } = sureEndsOf(all);
	expect([numbers(first), numbers(last)]).toEqual([[-9], [4.3]]);
});

it('are those of the figures where nothing says how sure each is, ties together', () => {
	const { first, last } = sureEndsOf([known(3), known(1), known(3), known(2)]);
	expect([numbers(first), numbers(last)]).toEqual([[1], [3, 3]]);
	expect(noisyOf(known(3))).toBeNull();
	expect(sureEndsOf([])).toEqual({ first: [], last: [] });
});
