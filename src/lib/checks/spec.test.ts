import { describe, expect, it } from 'vitest';
import { parseCheckList } from './spec.ts';

const list = (check: object) => ({ format: 1, region: null, checks: [check] });
const check = {
	claim: { statement: 'people' },
	method: 'residents',
	board: 'E54000001',
	rounding: 1000
};

describe('parseCheckList', () => {
	it('takes a list as it is', () => {
		expect(parseCheckList('a.json', list(check))).toEqual(list(check));
	});

	it.each([
		['an unknown method', { ...check, method: 'guess' }, 'checks.0.method'],
		['a name for a code', { ...check, board: 'Board 1' }, 'checks.0.board'],
		['a field that does not belong', { ...check, edition: '2019' }, 'checks.0.edition'],
		['a rounding to nothing', { ...check, rounding: 0 }, 'checks.0.rounding'],
		['no reason', { ...check, method: 'not-in-open-data', board: undefined }, 'checks.0']
	])('refuses %s, naming file and field', (_, wrong, where) => {
		expect(() => parseCheckList('a.json', list(wrong))).toThrow(`a.json, ${where}`);
	});
});
