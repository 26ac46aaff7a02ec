import { describe, expect, it } from 'vitest';
import { makeTable, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { readMadeCopies, type Rows } from '../fixture.ts';
import { column } from '../tables.ts';
import { plusGroups2021 } from './plus-groups-2021.ts';

const [FIRST, SECOND] = ['E01000001', 'E01000002'] as const;
const AREAS = makeTable({ lsoa21: column('code', [FIRST, SECOND]) });
const AGES = makeTable({ ...AREAS.columns, total: column('integer', [40, 60]) });

/** The six tables of two neighbourhoods, the second one first. */
function tables(): Rows[] {
	const both = (first: Rows[number], second: Rows[number]): Rows => [
		{ lsoa21: SECOND, ...second },
		{ lsoa21: FIRST, ...first }
	];
	return [
		both(
			{ households_cars: 20, no_car: 5, one_car: 10, two_cars: 4, three_or_more_cars: 1 },
			{ households_cars: 30, no_car: 0, one_car: 10, two_cars: 15, three_or_more_cars: 5 }
		),
		both(
			{
				households_composition: 21,
				one_person: 8,
				one_family: 10,
				other_households: 3,
				lone_parent_families: 5,
				lone_parents: 3,
				lone_parents_grown: 2
			},
			{
				households_composition: 30,
				one_person: 10,
				one_family: 15,
				other_households: 5,
				lone_parent_families: 4,
				lone_parents: 4,
				lone_parents_grown: 0
			}
		),
		both(
			{ households_dimensions: 20, none: 8, one: 6, two: 3, three: 2, four: 1 },
			{ households_dimensions: 29, none: 29, one: 0, two: 0, three: 0, four: 0 }
		),
		both(
			{
				residents_disability: 41,
				disabled: 9,
				limited_a_lot: 4,
				limited_a_little: 5,
				not_disabled: 32
			},
			{
				residents_disability: 60,
				disabled: 1,
				limited_a_lot: 0,
				limited_a_little: 1,
				not_disabled: 59
			}
		),
		both(
			{ residents_health: 40, very_good: 20, good: 10, fair: 5, bad: 4, very_bad: 1 },
			{ residents_health: 60, very_good: 60, good: 0, fair: 0, bad: 0, very_bad: 0 }
		),
		both(
			{
				residents_5_over: 38,
				no_care: 30,
				hours_19_or_less: 5,
				hours_20_to_49: 2,
				hours_50_or_more: 1
			},
			{
				residents_5_over: 50,
				no_care: 50,
				hours_19_or_less: 0,
				hours_20_to_49: 0,
				hours_50_or_more: 0
			}
		)
	];
}

const read = (change: (copies: Rows[]) => void = () => undefined): Table => {
	const copies = tables();
	change(copies);
	return readMadeCopies(plusGroups2021, copies, {
		'areas-lsoa21': AREAS,
		'residents-2021-age': AGES
	}) as Table;
};
/** Change cells of the first neighbourhood in one of the tables. */
const with_ = (copy: number, cells: Rows[number]) => (copies: Rows[]) =>
	Object.assign(copies[copy]?.[1] ?? {}, cells);

describe('plus groups of the Census', () => {
	it('have the number of each beside all of the same table, in the order of their codes', () => {
		const table = read();
		expect(strings(table, 'lsoa21')).toEqual([FIRST, SECOND]);
		expect(
			Object.fromEntries(
				Object.keys(table.columns)
					.filter((name) => name !== 'lsoa21')
					.map((name) => [name, numbers(table, name)])
			)
		).toEqual({
			households_cars: [20, 30],
			no_car: [5, 0],
			households_composition: [21, 30],
			lone_parents: [3, 4],
			households_dimensions: [20, 29],
			deprived_two_or_more: [6, 0],
			residents_disability: [41, 60],
			disabled: [9, 1],
			residents_health: [40, 60],
			bad_health: [5, 0],
			residents_5_over: [38, 50],
			carers: [8, 0]
		});
	});

	it.each([
		['cars', 0, { no_car: 6 }, 'the parts add up to 21, the total is 20'],
		['lone parents', 1, { lone_parents: 5 }, 'the parts add up to 7, the total is 5'],
		['disability', 3, { limited_a_lot: 9 }, 'the parts add up to 14, the total is 9'],
		['care', 5, { hours_50_or_more: 2 }, 'the parts add up to 39, the total is 38']
	] as const)('of %s are refused where parts don’t add up to it', (_, copy, cells, message) => {
		expect(() => read(with_(copy, cells))).toThrow(`${FIRST}: ${message}`);
	});

	it('are refused where a table’s total is another’s by more than ONS changes it', () => {
		expect(() => read(with_(4, { residents_health: 56, very_good: 36 }))).toThrow(
			`${FIRST}: 56 in all, but 40 in another table; they may differ by 15`
		);
		expect(() => read(with_(4, { residents_health: 55, very_good: 35 }))).not.toThrow();
	});

	it('are refused where a neighbourhood is missing in one of the tables', () => {
		expect(() => read((copies) => copies[5]?.pop())).toThrow(`${FIRST} is missing`);
	});
});
