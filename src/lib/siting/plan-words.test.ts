import { describe, expect, it } from 'vitest';
import { defaultSitingState } from '../url/siting-state.ts';
import type { Question } from './question.ts';
import { amountWords, fewOr, ofSome, people } from './plan-words.ts';

const question = { choice: defaultSitingState() } as unknown as Question;

describe('numbers of people in sentences about a plan', () => {
	it('say when babies were counted, and shares in whole percents', () => {
		expect(ofSome(1015.8, 5089.9, question)).toBe(
			'1,016 of 5,090 babies under one in mid-2020 in Core20 or rural neighbourhoods (20%)'
		);
		expect(amountWords(126.8, 5089.9)).toBe('127 (2%)');
	});

	it('are no numbers below ten, as they are estimates, and none is none', () => {
		expect(people(3.2, question)).toBe('fewer than 10 babies under one in mid-2020 (estimate)');
		expect(ofSome(3.2, 100, question)).toMatch(/^fewer than 10 \(estimate\) of 100 babies/);
		expect(ofSome(0, 100, question)).toMatch(/^none of 100 babies/);
		expect(amountWords(9.4, 100)).toBe('fewer than 10 (estimate)');
		expect(amountWords(9.6, 100)).toBe('10 (10%)');
		expect(amountWords(0, 100)).toBe('none');
		expect([0, 0.2, 9.6].map(fewOr)).toEqual(['0', 'fewer than 10', '10']);
	});
});
