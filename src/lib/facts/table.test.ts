import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	flags,
	indexBy,
	makeTable,
	numbers,
	numbersBy,
	optionalNumbers,
	optionalStrings,
	strings,
	stringsBy,
	valueOf,
	type Cell
} from './table.ts';

const table = () =>
	makeTable({
		code: { type: 'code', values: ['b', 'a'] },
		group: { type: 'code', values: ['x', 'x'] },
		value: { type: 'number', values: [1, null] },
		size: { type: 'integer', values: [3, 4] },
		flag: { type: 'flag', values: [true, false] }
	});

describe('makeTable', () => {
	it('refuses columns of unequal length', () => {
		const column = (...values: string[]) => ({ type: 'text' as const, values });
		expect(() => makeTable({ a: column('x'), b: column() })).toThrow('unequal length: a 1, b 0');
	});
});

describe('a column', () => {
	it('is read by its type, without a copy', () => {
		const one = table();
		expect(strings(one, 'code')).toBe(one.columns['code']?.values);
		expect(optionalNumbers(one, 'value')).toEqual([1, null]);
		expect(optionalNumbers(one, 'size')).toEqual([3, 4]);
		expect(optionalStrings(one, 'group')).toEqual(['x', 'x']);
		expect(flags(one, 'flag')).toEqual([true, false]);
	});

	it('that is not there or not of the type is one clear error, every time', () => {
		const one = { ...table(), dataset: 'one' };
		for (let turn = 0; turn < 2; turn++) {
			expect(() => strings(one, 'name')).toThrow(
				'one has no column "name"; there are: code, group, value, size, flag'
			);
			expect(() => strings(one, 'toString')).toThrow('one has no column "toString"');
			expect(() => numbers(one, 'value')).toThrow('one, column "value", row 1: not a number');
			expect(() => strings(one, 'flag')).toThrow('one, column "flag", row 0: not a text');
			expect(() => flags(one, 'code')).toThrow('one, column "code", row 0: not a flag');
			expect(() => optionalStrings(one, 'size')).toThrow('row 0: not a text or missing');
			expect(() => optionalNumbers(one, 'code')).toThrow('row 0: not a number or missing');
		}
		expect(() => numbers(table(), 'value')).toThrow(/^column "value", row 1: not a number$/);
	});

	it('is given out only if every cell is of the type', () => {
		const cells: fc.Arbitrary<Cell> = fc.oneof(
			fc.string(),
			fc.integer(),
			fc.boolean(),
			fc.constant(null)
		);
		const given = (read: () => readonly Cell[]) => {
			try {
				return read();
			} catch {
				return 'refused';
			}
		};
		fc.assert(
			fc.property(fc.array(cells, { maxLength: 4 }), (values) => {
				const one = makeTable({ a: { type: 'text', values } });
				const all = (...kinds: string[]) =>
					values.every((cell) => kinds.includes(cell === null ? 'null' : typeof cell));
				for (const [read, kinds] of [
					[strings, ['string']],
					[optionalStrings, ['string', 'null']],
					[numbers, ['number']],
					[optionalNumbers, ['number', 'null']],
					[flags, ['boolean']]
				] as const) {
					expect(given(() => read(one, 'a'))).toEqual(all(...kinds) ? values : 'refused');
				}
			})
		);
	});
});

describe('an index', () => {
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

	it('serves columns by key, each made once', () => {
		const one = table();
		expect([...numbersBy(one, 'code', 'size')]).toEqual([
			['b', 3],
			['a', 4]
		]);
		expect(stringsBy(one, 'code', 'group').get('a')).toBe('x');
		expect(numbersBy(one, 'code', 'size')).toBe(numbersBy(one, 'code', 'size'));
		expect(() => numbersBy(one, 'group', 'size')).toThrow('x stands twice');
		expect(() => valueOf(numbersBy(one, 'code', 'size'), 'c', 'one')).toThrow('no value for c');
	});
});
