import { describe, expect, it } from 'vitest';
import { makeTable, optionalNumbers, type Table } from '../../../src/lib/facts/table.ts';
import { readMade } from '../fixture.ts';
import { column } from '../tables.ts';
import { carMinutesLsoa11 } from './car-minutes-lsoa11.ts';

const codes = ['E01000001', 'E01000002', 'E01000003', 'E01000004'];
const hospitals = (rows: readonly (readonly [string, number | null, number, string | null])[]) =>
	makeTable({
		postcode: column(
			'code',
			rows.map(([postcode]) => postcode)
		),
		longitude: column(
			'number',
			rows.map(([, longitude]) => longitude)
		),
		latitude: column(
			'number',
			rows.map(([, , latitude]) => latitude)
		),
		note: column(
			'text',
			rows.map(([, , , note]) => note)
		)
	});
const tables = {
	'areas-lsoa11': makeTable({ lsoa11: column('code', codes) }),
	'lsoa11-lsoa21': makeTable({
		lsoa11: column('code', codes),
		lsoa21: column('code', codes),
		change: column('code', ['U', 'U', 'U', 'M'])
	}),
	'centroids-oa21': makeTable({
		lsoa21: column('code', [...codes, 'E01000001']),
		longitude: column('number', [0, 0, 0, 0, 0]),
		latitude: column('number', [52, 52, 52, 52, 52.02])
	}),
	// Two of one postcode, and one point that the list doubts.
	hospitals: hospitals([
		['AB1 2CD', 0, 52.03, null],
		['AB1 2CD', 0, 52.05, null],
		['AB1 2CD', 5, 55, 'The point lies 400 km from the postcode.']
	]),
	'neonatal-hospitals': hospitals([
		['AB1 2CD', 0, 54, null],
		['EF3 4GH', 0, 53, null],
		['IJ5 6KL', null, 0, null]
	])
};
const row = (lsoa11: string, unit: string) => ({ lsoa11, minutes: 12.5, unit, unit_name: 'Unit' });

describe('the reader of minutes by car', () => {
	it('sets the mean straight line beside them, where outline and unit are known', () => {
		const table = readMade(
			carMinutesLsoa11,
			[
				row('E01000001', 'AB12CD'),
				row('E01000002', 'EF34GH'),
				row('E01000003', 'IJ56KL'),
				row('E01000004', 'AB12CD')
			],
			tables
		) as Table;
		const [first, second, ...others] = optionalNumbers(table, 'straight_km');
		// A degree of latitude is 111.195 km.
		expect(first).toBeCloseTo(0.03 * 111.195, 2);
		expect(second).toBeCloseTo(111.195, 2);
		expect(others).toEqual([null, null]);
	});

	it('refuses a neighbourhood that is none', () => {
		expect(() => readMade(carMinutesLsoa11, [row('E01000009', 'AB12CD')], tables)).toThrow(
			'E01000009'
		);
	});
});
