import { describe, expect, it } from 'vitest';
import { indexBy, makeTable } from './table.ts';

const table = () =>
	makeTable({
		code: { type: 'code', values: ['b', 'a'] },
		group: { type: 'code', values: ['x', 'x'] }
	});

describe('indexBy', () => {
	it('gives the row of each key, and is made once a table and column', () => {
		const one = table();
		const index = indexBy(one, 'code');
		expect([...index]).toEqual([
			['b', 0],
			['a', 1]
		]);
		expect(indexBy(one, 'code')).toBe(index);
		expect(indexBy(table(), 'code')).not.toBe(index);
	});

	it('leaves the table as it was for whoever compares or writes it', () => {
		const one = table();
		indexBy(one, 'code');
		expect(one).toEqual(table());
		expect(JSON.stringify(one)).toBe(JSON.stringify(table()));
	});

	it('refuses a key that stands twice, every time', () => {
		const one = table();
		for (let turn = 0; turn < 2; turn++) {
			expect(() => indexBy(one, 'group')).toThrow('column "group": x stands twice');
		}
	});
});
