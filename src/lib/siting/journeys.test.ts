import { describe, expect, it } from 'vitest';
import {
	isWithin,
	journeyCell,
	journeysOf,
	journeyWords,
	medianSentence,
	stepsOf
} from './journeys.ts';

const walk = { measure: 'minutes', reach: 20 } as const;

describe('journeys', () => {
	it('are counted up to what the question calls near and the usual steps', () => {
		expect(stepsOf(walk)).toEqual([20, 40, 60]);
		expect(stepsOf({ ...walk, reach: 15 })).toEqual([15, 20, 40, 60]);
		expect(stepsOf({ measure: 'kilometres', reach: 3 })).toEqual([2, 3, 5, 10]);
	});

	it('have a median, whether or not some have nowhere to go', () => {
		const of = (costs: number[], people: number[]) => journeysOf(walk, costs, people);
		expect(of([10, 485, Infinity], [3, 1, 1])).toEqual({ median: 10, bySteps: [3, 3, 3] });
		expect(of([10, 30, Infinity], [1, 1, 3])).toEqual({ median: Infinity, bySteps: [1, 2, 2] });
		expect(of([], []).median).toBeNull();
		// A journey at a limit is within it, whatever rounding makes of it.
		expect(of([20 * (1 + 1e-9)], [1]).bySteps).toEqual([1, 1, 1]);
		expect(isWithin(20.001, 20)).toBe(false);
	});

	it('are out of reach beyond the last step, never a long walk', () => {
		expect(journeyWords(485, 'minutes')).toBe('out of reach');
		expect(journeyWords(60, 'minutes')).toBe('60 minutes');
		expect(journeyWords(9.64, 'kilometres')).toBe('9.6 km');
		expect([journeyCell(485, 'minutes'), journeyCell(33.33, 'minutes')]).toEqual([
			'out of reach',
			33.3
		]);
		expect(journeyCell(null, 'minutes')).toBeNull();
	});

	it('are told in a sentence', () => {
		expect(medianSentence(12, 33, 'minutes')).toBe(
			'Half of them have at most 12 minutes to go (estimate), today 33 minutes.'
		);
		expect(medianSentence(12, 485, 'minutes')).toBe(
			'Half of them have at most 12 minutes to go (estimate); today every hub is out of reach for more than half, over 60 minutes away.'
		);
		expect(medianSentence(248, 485, 'minutes')).toBe(
			'For more than half of them every hub is out of reach, over 60 minutes away, as today.'
		);
		expect(medianSentence(12, null, 'minutes')).toBe(
			'Half of them have at most 12 minutes to go (estimate).'
		);
		expect(medianSentence(null, null, 'minutes')).toBe('');
	});
});
