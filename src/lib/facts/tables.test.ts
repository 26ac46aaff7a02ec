import { describe, expect, it } from 'vitest';
import { makeFacts, numbersBy, valueOf } from './tables.ts';

const tables = { one: { code: ['a', 'b'], value: [1, null], flag: [true, false] } };

describe('facts', () => {
	it('hands out typed columns and tells which tables were used', () => {
		const used: string[] = [];
		const facts = makeFacts(tables, (dataset) => used.push(dataset));
		expect(facts.texts('one', 'code')).toEqual(['a', 'b']);
		expect(facts.cells('one', 'value')).toEqual([1, null]);
		expect(new Set(used)).toEqual(new Set(['one']));
	});

	it('refuses what is not there or not of the type', () => {
		const facts = makeFacts(tables);
		expect(() => facts.texts('two', 'code')).toThrow('"two" is not loaded');
		expect(() => facts.texts('one', 'name')).toThrow('only: code, value, flag');
		expect(() => facts.numbers('one', 'value')).toThrow('row 1: not a number');
		expect(() => facts.texts('one', 'flag')).toThrow('row 0: not a text');
	});

	it('refuses a key that stands twice or is missing', () => {
		const facts = makeFacts({ one: { code: ['a', 'a'], value: [1, 2] } });
		expect(() => numbersBy(facts, 'one', 'code', 'value')).toThrow('a stands twice');
		expect(() => valueOf(new Map(), 'a', 'one')).toThrow('one: no value for a');
	});
});
