import { describe, expect, it } from 'vitest';
import { makeTable, optionalNumbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { readMade, type Rows } from '../fixture.ts';
import { column } from '../tables.ts';
import { busStopsLsoa21 } from './bus-stops-lsoa21.ts';

const OAS = ['E00000001', 'E00000002', 'E00000003', 'E00000004'];
const TABLES = {
	'centroids-oa21': makeTable({
		oa21: column('code', OAS),
		lsoa21: column('code', ['E01000002', 'E01000002', 'E01000001', 'E01000001'])
	})
};
const read = (rows: [number | '', number | ''][]) =>
	readMade(
		busStopsLsoa21,
		rows.map(([metres, stops], at): Rows[number] => ({ oa21: OAS[at] ?? '', metres, stops })),
		TABLES
	) as Table;

describe('the nearest bus stop', () => {
	it('is a mean over output areas, and how many have one near', () => {
		const table = read([
			[100, 3],
			[401, 0],
			[400, 1],
			[50, 9]
		]);
		expect(strings(table, 'lsoa21')).toEqual(['E01000001', 'E01000002']);
		expect(optionalNumbers(table, 'output_areas')).toEqual([2, 2]);
		expect(optionalNumbers(table, 'near_stop')).toEqual([2, 1]);
		expect(optionalNumbers(table, 'stop_metres')).toEqual([225, 251]);
	});

	it('is unknown, not far, where it is of one output area', () => {
		const table = read([
			[100, 3],
			['', ''],
			[400, 1],
			[50, 9]
		]);
		for (const name of ['output_areas', 'near_stop', 'stop_metres']) {
			expect(optionalNumbers(table, name)[1]).toBeNull();
		}
	});

	it.each([
		[100, 0],
		[500, 2],
		['', 0]
	] as const)(
		'is refused where %s metres and %s stops within 400 can’t both be',
		(metres, stops) => {
			expect(() =>
				read([
					[metres, stops],
					[1, 1],
					[1, 1],
					[1, 1]
				])
			).toThrow('E00000001: ');
		}
	);
});
