/** The tables of plus groups that are kept by community or district alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	makeTable,
	numbers,
	optionalNumbers,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import { readMade, type Rows } from '../fixture.ts';
import { column } from '../tables.ts';
import { arrivals2021Lad24 } from './arrivals-2021-lad24.ts';
import { english2021Msoa21 } from './english-2021-msoa21.ts';
import { gypsyTravellerRoma2021Lad24, roundedOrFew } from './gypsy-traveller-roma-2021-lad24.ts';
import { homelessness2025Lad24 } from './homelessness-2025-lad24.ts';

const LSOAS = ['E01000001', 'E01000002', 'E01000003'];
const TABLES = {
	'areas-lsoa21': makeTable({
		lsoa21: column('code', LSOAS),
		msoa21: column('code', ['E02000002', 'E02000001', 'E02000002']),
		lad24: column('code', ['E07000001', 'E07000001', 'E08000019'])
	}),
	recodes: makeTable({
		before: column('code', ['E08000019']),
		after: column('code', ['E08000039'])
	})
};
const rows = (cells: (at: number) => Rows[number]): Rows =>
	LSOAS.map((lsoa21, at) => ({ lsoa21, ...cells(at) }));

describe('who cannot speak English well', () => {
	const made = rows((at) => ({
		residents_3_over: 100,
		english: 80,
		other_language: 20,
		very_well: 10,
		well: 6,
		not_well: 3 - at,
		not_at_all: 1 + at
	}));

	it('is kept by community, those who speak none among them', () => {
		const table = readMade(english2021Msoa21, made, TABLES) as Table;
		expect(Object.keys(table.columns)).toEqual(['msoa21', 'residents_3_over', 'not_well']);
		expect(strings(table, 'msoa21')).toEqual(['E02000001', 'E02000002']);
		expect(numbers(table, 'residents_3_over')).toEqual([100, 200]);
		expect(numbers(table, 'not_well')).toEqual([4, 8]);
	});

	it('is refused where the answers don’t add up', () => {
		const wrong = made.map((row) => ({ ...row, well: 7 }));
		expect(() => readMade(english2021Msoa21, wrong, TABLES)).toThrow(
			'E01000001: the parts add up to 21, the total is 20'
		);
	});
});

describe('who came to the UK lately', () => {
	it('is kept by district', () => {
		const made = rows((at) => ({
			residents: 10,
			born_in_uk: 6 - at,
			years_10_or_more: 1,
			years_5_to_10: 1,
			years_2_to_5: 1,
			under_2_years: 1 + at
		}));
		const table = readMade(arrivals2021Lad24, made, TABLES) as Table;
		expect(strings(table, 'lad24')).toEqual(['E07000001', 'E08000019']);
		expect(numbers(table, 'residents')).toEqual([20, 10]);
		expect(numbers(table, 'years_2_to_5')).toEqual([2, 1]);
		expect(numbers(table, 'under_2_years')).toEqual([3, 3]);
	});
});

describe('Gypsy, Irish Traveller and Roma residents', () => {
	it('are kept by district, to 10, and not below 100', () => {
		const made = rows((at) => ({
			residents: 1000,
			gypsy_or_irish_traveller: 52 - at,
			roma: 33 * at
		}));
		const table = readMade(gypsyTravellerRoma2021Lad24, made, TABLES) as Table;
		expect(Object.keys(table.columns)).toEqual(['lad24', 'gypsy_or_irish_traveller', 'roma']);
		expect(optionalNumbers(table, 'gypsy_or_irish_traveller')).toEqual([100, null]);
		expect(optionalNumbers(table, 'roma')).toEqual([null, null]);
	});

	it('are never told exactly', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100_000 }), (count) => {
				const kept = roundedOrFew(count);
				if (count < 100) expect(kept).toBeNull();
				else {
					expect((kept ?? NaN) % 10).toBe(0);
					expect(Math.abs((kept ?? NaN) - count)).toBeLessThanOrEqual(5);
				}
			})
		);
	});
});

describe('homelessness', () => {
	const QUARTERS = [
		'January to March 2025',
		'April to June 2025',
		'July to September 2025',
		'October to December 2025'
	];
	/** Two districts and England; one has another code in the later quarters. */
	const made = (): Rows =>
		QUARTERS.flatMap((period, at) => [
			{ period, code: 'E92000001', owed: 100, temporary: 50 },
			{ period, code: 'E07000001', owed: 60, temporary: 30 },
			{ period, code: at === 0 ? 'E08000019' : 'E08000039', owed: 30, temporary: 15 }
		]);
	const read = (rows: Rows) => readMade(homelessness2025Lad24, rows, TABLES) as Table;

	it('is kept by district and quarter, under the code that the areas have', () => {
		const table = read(made());
		expect(strings(table, 'lad24')).toEqual([
			...QUARTERS.map(() => 'E07000001'),
			...QUARTERS.map(() => 'E08000019')
		]);
		expect(strings(table, 'quarter').slice(0, 4)).toEqual([
			'2025-01',
			'2025-04',
			'2025-07',
			'2025-10'
		]);
		expect(optionalNumbers(table, 'owed').slice(3, 5)).toEqual([60, 30]);
	});

	it.each(['..', '-', ''])('that is “%s” is missing, not 0', (cell) => {
		const rows = made();
		Object.assign(rows[1] ?? {}, { owed: 90 });
		Object.assign(rows[2] ?? {}, { owed: cell });
		expect(optionalNumbers(read(rows), 'owed').slice(3, 5)).toEqual([60, null]);
	});

	it('is refused where districts are more than England, or a small part of it', () => {
		for (const owed of [71, 20]) {
			const rows = made().map((row) => (row['code'] === 'E07000001' ? { ...row, owed } : row));
			expect(() => read(rows)).toThrow(
				`quarter from 2025-01: districts add up to ${owed + 30}, England is 100`
			);
		}
	});

	it('is refused where a district is twice in a quarter', () => {
		const rows = made();
		rows.push({ period: QUARTERS[0] ?? '', code: 'E08000039', owed: 0, temporary: 0 });
		expect(() => read(rows)).toThrow(
			'9 rows of districts, where each district once a quarter are 8'
		);
	});
});
