import { describe, expect, it } from 'vitest';
import { defaultSitingState } from '../url/siting-state.ts';
import type { Question } from './question.ts';
import { amountWords, fewOr, people } from './plan-words.ts';

const question = { choice: defaultSitingState() } as unknown as Question;

describe('numbers of people in sentences about a plan', () => {
	it('say when babies were counted, and shares in whole percents', () => {
		expect(people(1015.8, question)).toBe('1,016 babies under one in mid-2020');
		expect(amountWords(126.8, 5089.9)).toBe('127 (2%)');
	});

	it('are no numbers below ten, as they are estimates, and none is none', () => {
		expect(people(3.2, question)).toBe('fewer than 10 babies under one in mid-2020 (estimate)');
		expect(amountWords(9.4, 100)).toBe('fewer than 10 (estimate)');
		expect(amountWords(9.6, 100)).toBe('10 (10%)');
		expect(amountWords(0, 100)).toBe('none');
		expect([0, 0.2, 9.6].map(fewOr)).toEqual(['0', 'fewer than 10', '10']);
	});
});
