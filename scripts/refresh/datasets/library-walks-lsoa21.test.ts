import { describe, expect, it } from 'vitest';
import { makeTable, optionalNumbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { readMade, type Rows } from '../fixture.ts';
import { column } from '../tables.ts';
import { libraryWalksLsoa21 } from './library-walks-lsoa21.ts';

const OAS = ['E00000001', 'E00000002', 'E00000003', 'E00000004'];
const TABLES = {
	'centroids-oa21': makeTable({
		oa21: column('code', OAS),
		lsoa21: column('code', ['E01000002', 'E01000002', 'E01000001', 'E01000001'])
	})
};
const read = (rows: [number | '', 0 | 1][]) =>
	readMade(
		libraryWalksLsoa21,
		rows.map(([minutes, unrouted], at): Rows[number] => ({
			oa21: OAS[at] ?? '',
			minutes,
			unrouted
		})),
		TABLES
	) as Table;
const figures = (table: Table) =>
	['output_areas', 'library_15', 'library_30'].map((name) => optionalNumbers(table, name));

describe('walks to a library', () => {
	it('are counted by output area, within 15 and 30 minutes', () => {
		const table = read([
			[15, 0],
			[20, 0],
			['', 0],
			[5, 0]
		]);
		expect(strings(table, 'lsoa21')).toEqual(['E01000001', 'E01000002']);
		expect(figures(table)).toEqual([
			[2, 2],
			[1, 1],
			[1, 2]
		]);
	});

	it('are unknown, not far, where a library that was not routed is nearer', () => {
		const table = read([
			['', 1],
			[5, 0],
			[20, 1],
			[5, 0]
		]);
		for (const values of figures(table)) expect(values).toEqual([null, null]);
	});

	it('are known where one within 15 minutes was routed: a nearer one changes nothing', () => {
		const table = read([
			[10, 1],
			[5, 0],
			['', 0],
			[30, 0]
		]);
		expect(figures(table)).toEqual([
			[2, 2],
			[0, 2],
			[1, 2]
		]);
	});

	it('are refused with minutes that are no band', () => {
		expect(() =>
			read([
				[12, 0],
				[5, 0],
				[5, 0],
				[5, 0]
			])
		).toThrow('E00000001: 12 is none of the bands');
	});
});
