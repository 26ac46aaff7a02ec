/**
 * A tiny England for tests: two boards, three districts, eight LSOAs that are the same in
 * 2011 and 2021. Every LSOA has 100 residents, two of them aged 0.
 *
 * | LSOA | district | board | community | decile |
 * |---|---|---|---|---|
 * | …001, …002 | North | 1 | A | 1, 2 |
 * | …003, …004 | Split | 1 | B | 2, 5 |
 * | …005, …006 | Split | 2 | C | 6, 7 |
 * | …007, …008 | South | 2 | D | 9, 10 |
 */
import { makeFacts, type Facts } from '../facts/facts.ts';
import { makeTable, type Cell, type Column, type Table } from '../facts/table.ts';
import type { CheckInput } from './run-checks.ts';
import type { CheckSpec } from './spec.ts';

export const BOARD_1 = 'E54000001';
export const BOARD_2 = 'E54000002';
export const NORTH = 'E07000001';
export const SPLIT = 'E07000002';
export const SOUTH = 'E07000003';
export const [A, B, C, D] = ['E02000001', 'E02000002', 'E02000003', 'E02000004'] as const;

const lsoas = Array.from({ length: 8 }, (_, i) => `E0100000${i + 1}`);
const pairs = <T>(...values: T[]): T[] => values.flatMap((value) => [value, value]);
const all = <T>(value: T): T[] => lsoas.map(() => value);

const districts = pairs(NORTH, SPLIT, SPLIT, SOUTH);
const districtNames = pairs('North', 'Split', 'Split', 'South');
const boards = pairs(BOARD_1, BOARD_1, BOARD_2, BOARD_2);
const msoas = pairs(A, B, C, D);
const msoaNames = pairs('Ay', 'Bee', 'Cee', 'Dee');
const deciles = [1, 2, 2, 5, 6, 7, 9, 10];
const ranks = [1, 2, 3, 4, 5, 6, 7, 8];
const scores = [80, 70, 60, 50, 40, 30, 20, 10];
const areas = {
	name: lsoas,
	lad18: districts,
	lad18_name: districtNames,
	ccg19: districts,
	ccg19_name: districtNames
};

/** Cells by column by catalogue id: what tests write down and change. */
export type Columns = Record<string, Record<string, readonly Cell[]>>;

/** They as tables. */
export function tablesOf(columns: Columns): Record<string, Table> {
	const typed = (values: readonly Cell[]): Column => ({
		type: values.some((value) => typeof value === 'number') ? 'number' : 'text',
		values
	});
	return Object.fromEntries(
		Object.entries(columns).map(([id, named]) => [
			id,
			{
				...makeTable(
					Object.fromEntries(Object.entries(named).map(([name, values]) => [name, typed(values)]))
				),
				dataset: id
			}
		])
	);
}

/** They as facts. */
export const factsFrom = (columns: Columns): Facts => makeFacts(tablesOf(columns));

/** Columns by catalogue id, as far as the tests need them. Made anew on every call. */
export function tinyEngland(): Columns {
	return {
		'areas-lsoa11': {
			...areas,
			lsoa11: lsoas,
			msoa11: msoas,
			msoa11_hcl_name: msoaNames,
			lad22: districts,
			icb22: boards
		},
		'areas-lsoa21': {
			...areas,
			lsoa21: lsoas,
			msoa21: msoas,
			msoa21_hcl_name: msoaNames,
			lad24: districts,
			icb24: boards
		},
		'deprivation-2019': {
			lsoa11: lsoas,
			imd_score_recomputed: scores,
			imd_rank: ranks,
			imd_decile: deciles
		},
		'deprivation-2025': {
			lsoa21: lsoas,
			imd_score: scores,
			imd_rank: ranks,
			imd_decile: deciles
		},
		'residents-2019-lsoa11': { lsoa11: lsoas, total: all(100), aged_0: all(2) },
		'residents-2020-lsoa11': { lsoa11: lsoas, total: all(100), aged_0: all(2) },
		'residents-2021-age': { lsoa21: lsoas, total: all(100) },
		'females-15-44-lsoa11': { lsoa11: lsoas, females_15_44: all(20.25) },
		'residents-2021-crosswalk': { lsoa21: lsoas, aged_0: all(2), females_15_44: all(20.25) },
		'births-lad20': { lad20: [NORTH, SPLIT, SOUTH], births_2019: [5, 8, 3] },
		'published-charities-by-district': {
			lad24: [NORTH, SPLIT],
			registered_charities: [4, 6],
			total_income_gbp: [1000, 500]
		},
		'published-documents': { document_id: ['plan'], title: ['The plan'] },
		'published-statements': {
			statement_id: ['people', 'charities'],
			document_id: ['plan', 'plan'],
			area: ['Board 1', 'Board 1'],
			what: ['people in decile 1 or 2', 'registered charities'],
			value: [300, 10],
			unit: ['people', 'charities'],
			period: [null, '2021']
		},
		'deprivation-2025-icb-summaries': {
			icb24: [BOARD_1, BOARD_2],
			name: ['Board 1', 'Board 2'],
			imd_share_decile_1: [0.25, 0],
			imd_average_score: [65.05, 24.9],
			imd_average_rank: [33_756 - 2.5, 33_756 - 6.5],
			imd_rank_of_average_score: [1, 2]
		},
		'life-expectancy-msoa11': {
			msoa11: [A, B, C, D],
			males_value: [78, 80, 82, 84],
			females_value: [82, 83, 84, 85],
			persons_value: [80, 82, 83, 84]
		},
		'health-index-lad21': {
			lad21: [NORTH, SPLIT, SOUTH],
			life_expectancy_2017: [78, 80.5, 82],
			life_expectancy_2018: [78, 80.5, 82],
			life_expectancy_2019: [78, 80.5, 82],
			life_expectancy_2020: [78, 80.5, 82]
		}
	};
}

/** What a run needs, with these checks on the tiny England. */
export function tinyInput(checks: CheckSpec[], tables = tinyEngland()): CheckInput {
	return {
		tables: tablesOf(tables),
		catalogue: [{ id: 'life-expectancy-msoa11', use: 'differences-only' }],
		published: [],
		lists: [{ format: 1, region: null, checks }]
	};
}
