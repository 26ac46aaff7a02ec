import { describe, expect, it } from 'vitest';
import { makeTable, numbers, type Table } from '../../../src/lib/facts/table.ts';
import { readMade } from '../fixture.ts';
import { column } from '../tables.ts';
import { AGE_BANDS, residents2021Bands } from './residents-2021-bands.ts';

const areas = { 'areas-lsoa21': makeTable({ lsoa21: column('code', ['E01000001']) }) };
const ages = (total: number) => [
	{ lsoa21: 'E01000001', total, ...Object.fromEntries(AGE_BANDS.map((band) => [band, 10])) }
];

describe('residents by bands of five years', () => {
	it('are eighteen that add up, with the share of the youngest', () => {
		const table = readMade(residents2021Bands, ages(180), areas) as Table;
		expect(numbers(table, 'aged_0_4_percent')[0]).toBeCloseTo(100 / 18, 6);
		expect(numbers(table, 'aged_85_over')).toEqual([10]);
	});

	it('are refused where they do not', () => {
		expect(() => readMade(residents2021Bands, ages(181), areas)).toThrow('add up to 180');
	});
});
