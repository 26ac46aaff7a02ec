import { describe, expect, it } from 'vitest';
import { makeTable, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { readMade } from '../fixture.ts';
import { column } from '../tables.ts';
import { lifeExpectancy2023 } from './life-expectancy-2023.ts';

const row = (area: string, sex: string, value: number, age = '<1') => ({
	period: '2021 to 2023',
	area,
	name: area,
	sex,
	age,
	value,
	lower: value - 1,
	upper: value + 1
});
const both = (area: string, males: number, females = males + 4) => [
	row(area, 'Male', males),
	row(area, 'Female', females)
];
/** Two districts of as many people, one of them by its newer code, and the board that they are. */
const rows = () => [
	...both('E06000001', 78),
	...both('E08000038', 80),
	...both('E10000001', 60),
	row('E06000001', 'Male', 18, '65 to 69'),
	...both('E54000001', 79),
	...both('E92000001', 79)
];
const tables = {
	'areas-lsoa21': makeTable({
		lsoa21: column('code', ['E01000001', 'E01000002', 'E01000003', 'E01000004']),
		lad24: column('code', ['E06000001', 'E08000016', 'E09000001', 'E06000053']),
		icb24: column('code', ['E54000001', 'E54000001', 'E54000001', 'E54000001'])
	}),
	'residents-2021-age': makeTable({
		lsoa21: column('code', ['E01000001', 'E01000002', 'E01000003', 'E01000004']),
		total: column('integer', [100, 100, 0, 0])
	}),
	recodes: makeTable({
		before: column('code', ['E08000016']),
		after: column('code', ['E08000038']),
		level: column('code', ['district']),
		since: column('code', ['lad26'])
	})
};
const read = (from: ReturnType<typeof rows>) => readMade(lifeExpectancy2023, from, tables) as Table;

describe('life expectancy of 2021 to 2023', () => {
	it('keeps England, districts and boards at birth, by the codes of 2024, and no county', () => {
		const table = read(rows());
		expect(strings(table, 'area')).toEqual(['E06000001', 'E08000016', 'E54000001', 'E92000001']);
		expect(strings(table, 'level')).toEqual(['district', 'district', 'board', 'england']);
		expect(numbers(table, 'males_value')).toEqual([78, 80, 79, 79]);
		expect(numbers(table, 'females_upper')).toEqual([83, 85, 84, 84]);
	});

	it('refuses districts or boards that do not average to England', () => {
		const off = rows().map((one) =>
			one.area === 'E06000001' && one.sex === 'Female'
				? row(one.area, one.sex, one.value + 0.3, one.age)
				: one
		);
		expect(() => read(off)).toThrow('females: the districts average 83.15');
		const board = rows().filter(({ area }) => area !== 'E54000001');
		expect(() => read([...board, ...both('E54000001', 79.2)])).toThrow('males: the boards average');
	});

	it('refuses an interval that is not around its value, and areas that are missing or too many', () => {
		const [first, ...others] = rows();
		if (!first) throw new Error('no rows');
		expect(() => read([{ ...first, lower: 78.5 }, ...others])).toThrow('is not between');
		expect(() => read(rows().filter(({ area }) => area !== 'E54000001'))).toThrow('is missing');
		expect(() => read(rows().filter(({ area }) => area !== 'E92000001'))).toThrow('England');
		expect(() => read([...rows(), ...both('E09000001', 79)])).toThrow('inside another');
		expect(() => read([...rows(), ...both('E07000009', 79)])).toThrow('E07000009');
	});
});
