import { describe, expect, it } from 'vitest';
import { makeFacts } from './facts.ts';
import { makeTable } from './table.ts';

const one = makeTable({ code: { type: 'code', values: ['a', 'b'] } });

describe('facts', () => {
	it('hand out the tables themselves, and tell which were asked for', () => {
		const used: string[] = [];
		const facts = makeFacts({ one, other: one }, (dataset) => used.push(dataset));
		expect(facts.has('other')).toBe(true);
		expect(facts.has('toString')).toBe(false);
		expect(facts.table('one')).toBe(one);
		expect(used).toEqual(['one']);
	});

	it('refuse a table that is not there', () => {
		expect(() => makeFacts({ one }).table('two')).toThrow('the table "two" is not loaded');
		expect(() => makeFacts({ one }).table('toString')).toThrow('"toString" is not loaded');
	});
});
