import { describe, expect, it } from 'vitest';
import {
	makeTable,
	numbers,
	optionalNumbers,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import { readMade } from '../fixture.ts';
import { column } from '../tables.ts';
import { births2023ImdDecile } from './births-2023-imd-decile.ts';
import { births2023 } from './births-2023.ts';

const row = (codes: string, births: number, name = codes) => ({
	codes,
	name,
	births,
	rate: 50,
	maternities: births,
	home_births: 1
});
/** England of one region: two districts that share a row, a unitary one, and a county of one. */
const england = () => {
	const rows = [
		row('E92000001', 60),
		row('E12000001', 60),
		row('E06000001, E06000002', 30, 'One and Two'),
		row('E06000003', 20),
		row('E10000001', 10),
		row('E07000001', 10)
	];
	const [all, region] = rows;
	if (all && region) all.home_births = region.home_births = 3;
	return rows;
};
const lads = (...codes: string[]) => ({
	'areas-lsoa21': makeTable({ lad24: column('code', codes) })
});
const LADS = lads('E06000001', 'E06000002', 'E06000003', 'E07000001');

describe('births by district of 2023', () => {
	it('keeps England and the districts, and gives those that share a row its rate and not its counts', () => {
		const table = readMade(births2023, england(), LADS) as Table;
		expect(strings(table, 'area')).toEqual([
			'E06000001',
			'E06000002',
			'E06000003',
			'E07000001',
			'E92000001'
		]);
		expect(optionalNumbers(table, 'births')).toEqual([null, null, 20, 10, 60]);
		expect(optionalNumbers(table, 'home_births')).toEqual([null, null, 1, 1, 3]);
		expect(numbers(table, 'rate')).toEqual([50, 50, 50, 50, 50]);
		expect(optionalNumbers(table, 'shared_births')).toEqual([30, 30, null, null, null]);
	});

	it.each([1, 2, 3, 4, 5])('refuses a total or a district that is off by one (row %i)', (at) => {
		const rows = england();
		const one = rows[at];
		if (one) one.births += 1;
		expect(() => readMade(births2023, rows, LADS)).toThrow(/districts of E\d+ add up to/);
	});

	it('refuses a district that is missing, or that nobody knows', () => {
		expect(() => readMade(births2023, england(), lads('E06000001'))).toThrow('is not a district');
		const more = lads('E06000001', 'E06000002', 'E06000003', 'E07000001', 'E07000009');
		expect(() => readMade(births2023, england(), more)).toThrow('E07000009 is missing');
	});
});

describe('births by decile of 2023', () => {
	const deciles = () => [
		{ country: 'England', decile: 'All deciles', births: 60, stillbirths: 10, stillbirth_rate: 4 },
		...Array.from({ length: 10 }, (_, i) => ({
			country: 'England',
			decile: String(10 - i),
			births: 6,
			stillbirths: 1,
			stillbirth_rate: 4
		}))
	];
	const districts = {
		'births-2023': readMade(births2023, england(), LADS) as Table
	};

	it('are ten, in order, and add up to England of the districts', () => {
		const table = readMade(births2023ImdDecile, deciles(), districts) as Table;
		expect(numbers(table, 'decile')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(numbers(table, 'births').reduce((sum, births) => sum + births, 0)).toBe(60);
	});

	it('are refused where they add up to something else, or one is missing', () => {
		const rows = deciles();
		if (rows[3]) rows[3].births = 7;
		expect(() => readMade(births2023ImdDecile, rows, districts)).toThrow('add up to 61');
		expect(() => readMade(births2023ImdDecile, deciles().slice(0, 10), districts)).toThrow(
			'9 deciles'
		);
	});

	it('are refused where they add up to another England than the districts', () => {
		const rows = deciles();
		if (rows[0]) rows[0].births = 61;
		if (rows[1]) rows[1].births = 7;
		expect(() => readMade(births2023ImdDecile, rows, districts)).toThrow(
			'by district add up to 60'
		);
	});
});
