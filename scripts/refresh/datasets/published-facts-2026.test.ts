import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberIn } from './published-facts-2026.ts';

it.each([
	['8870', 8870],
	['240 (2.7%)', 240],
	['13.6', 13.6],
	['around 7200', 7200],
	['more than 140000', 140_000],
	['over 640 (551 + 90)', 640],
	['around 7,200', 7200],
	['announced', null]
])('the number in “%s”', (printed, number) => expect(numberIn(printed)).toBe(number));

it('any count is found among words', () => {
	fc.assert(
		fc.property(fc.nat(), (count) => numberIn(`about ${count} people`) === count),
		{ numRuns: 200 }
	);
});
