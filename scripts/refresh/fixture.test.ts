import { describe, expect, it } from 'vitest';
import { makeTable, numbers, type Table } from '../../src/lib/facts/table.ts';
import { residents2021Age } from './datasets/residents-2021-age.ts';
import { readMade, type Rows } from './fixture.ts';
import { column } from './tables.ts';

const CODES = ['E01000002', 'E01000001'];
const areas = { 'areas-lsoa21': makeTable({ lsoa21: column('code', CODES) }) };
const rows = (): Rows =>
	CODES.map((lsoa21, n) => ({
		lsoa21,
		total: 21 + n,
		aged_0_15: 1 + n,
		aged_16_24: 2,
		aged_25_34: 3,
		aged_35_49: 4,
		aged_50_64: 5,
		aged_65_over: 6
	}));

describe('one reader by itself', () => {
	it('makes its table of made-up rows', () => {
		const table = readMade(residents2021Age, rows(), areas) as Table;
		expect(table.columns['lsoa21']?.values).toEqual([...CODES].sort());
		expect(numbers(table, 'total')).toEqual([22, 21]);
	});

	it.each([
		[{ total: 99 }, 'E01000002: the parts add up to 21, the total is 99'],
		[{ total: 'many' }, 'row 2, column "Total": "many" is not a number'],
		[{ lsoa21: 'E01000003' }, 'E01000003 is not a code of areas-lsoa21']
	])('refuses %o as the refresh does', (wrong, message) => {
		const [first = {}, ...others] = rows();
		expect(() =>
			readMade(residents2021Age, [{ ...first, ...wrong } as Rows[number], ...others], areas)
		).toThrow(message);
	});

	it('has only the tables that it is given', () => {
		expect(() => readMade(residents2021Age, rows())).toThrow('areas-lsoa21');
	});
});
