/**
 * The figures of the layers on life expectancy by another route: plain loops over the
 * tables, the slope by the normal equations of the weighted regression, its interval by
 * propagating the errors instead of simulating.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import {
	lifeExpectancyGapsPart,
	lifeExpectancyLevelsPart
} from '../../scripts/build/parts/life-expectancy.ts';
import { numbersIn } from '../../src/lib/checks/published.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { made, packs, projectFacts } from './built.ts';

type Row = Record<string, unknown>;
const geodata = projectFacts();
const region = packs();
const number = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);
let lsoas: Row[];
let table: Map<unknown, Row>;

async function rowsOf(dataset: string): Promise<Row[]> {
	const columns = Object.entries((await geodata.table(dataset)).columns);
	return (columns[0]?.[1].values ?? []).map((_, i) =>
		Object.fromEntries(columns.map(([name, { values }]) => [name, values[i]]))
	);
}

beforeAll(async () => {
	const residents = new Map(
		(await rowsOf('residents-2020-lsoa11')).map((row) => [row['lsoa11'], row])
	);
	const ranks = new Map((await rowsOf('deprivation-2019')).map((row) => [row['lsoa11'], row]));
	lsoas = (await rowsOf('areas-lsoa11')).map((row) => ({
		...row,
		total: residents.get(row['lsoa11'])?.['total'],
		rank: ranks.get(row['lsoa11'])?.['imd_rank']
	}));
	table = new Map((await rowsOf('life-expectancy-msoa11')).map((row) => [row['msoa11'], row]));
});

const NW = 'norfolk-and-waveney';
const BSW = 'bath-swindon-and-wiltshire';
const part = (slug: string, name: 'gaps' | 'levels'): FactsPart =>
	made(region(slug), name === 'gaps' ? lifeExpectancyGapsPart : lifeExpectancyLevelsPart);

interface Community {
	code: unknown;
	years: number;
	error: number;
	people: number;
	rank: number;
}
function communities(board: string, sex: string): Community[] {
	const found = new Map<unknown, { people: number; ranks: number }>();
	for (const row of lsoas) {
		if (row['icb22'] !== board) continue;
		const { people, ranks } = found.get(row['msoa11']) ?? { people: 0, ranks: 0 };
		found.set(row['msoa11'], {
			people: people + number(row['total']),
			ranks: ranks + number(row['total']) * number(row['rank'])
		});
	}
	return [...found]
		.map(([code, { people, ranks }]) => ({
			code,
			people,
			rank: ranks / people,
			years: number(table.get(code)?.[`${sex}_value`]),
			error:
				(number(table.get(code)?.[`${sex}_upper`]) - number(table.get(code)?.[`${sex}_lower`])) /
				3.919928
		}))
		.filter(({ years }) => !Number.isNaN(years))
		.sort((a, b) => a.rank - b.rank);
}

describe.each([
	[NW, 'E54000022', 'males', 125],
	[NW, 'E54000022', 'females', 125],
	[BSW, 'E54000040', 'males', 114],
	[BSW, 'E54000040', 'females', 116]
] as const)('%s %s %s', (slug, board, sex, count) => {
	it('differences from the weighted mean, with the interval of the difference', () => {
		const all = communities(board, sex);
		expect(all).toHaveLength(count);
		const people = all.reduce((sum, one) => sum + one.people, 0);
		const mean = all.reduce((sum, one) => sum + one.people * one.years, 0) / people;
		const error = Math.sqrt(
			all.reduce((sum, one) => sum + (one.people * one.error) ** 2, 0) / people ** 2
		);
		const { codes, columns } = part(slug, 'gaps');
		for (const one of all) {
			const i = codes?.indexOf(String(one.code)) ?? -1;
			expect(columns[sex]?.values[i]).toBeCloseTo(one.years - mean, 1);
			const half = 1.959964 * Math.sqrt(one.error ** 2 + error ** 2);
			expect(Math.abs((columns[sex]?.upper?.[i] ?? NaN) - (one.years - mean + half))).toBeLessThan(
				0.01
			);
		}
		// Differences, weighted by people, are nothing on the whole.
		const balance = all.reduce((sum, one) => {
			const i = codes?.indexOf(String(one.code)) ?? -1;
			return sum + one.people * number(columns[sex]?.values[i]);
		}, 0);
		expect(Math.abs(balance / people)).toBeLessThan(0.005);
	});

	it('slope index by the normal equations, its interval by error propagation', () => {
		const all = communities(board, sex);
		const people = all.reduce((sum, one) => sum + one.people, 0);
		let before = 0;
		let [s0, s1, s2, t0, t1] = [0, 0, 0, 0, 0];
		const x = all.map((one) => {
			const share = one.people / people;
			const middle = before + share / 2;
			before += share;
			s0 += share;
			s1 += share * middle;
			s2 += share * middle ** 2;
			t0 += share * one.years;
			t1 += share * middle * one.years;
			return { share, middle };
		});
		const slope = (s0 * t1 - s1 * t0) / (s0 * s2 - s1 ** 2);
		const error = Math.sqrt(
			all.reduce((sum, one, i) => {
				const { share = 0, middle = 0 } = x[i] ?? {};
				return sum + ((share * (s0 * middle - s1) * one.error) / (s0 * s2 - s1 ** 2)) ** 2;
			}, 0)
		);
		const region = part(slug, 'gaps').region ?? {};
		expect(region[`${sex}_slope`]).toBeCloseTo(slope, 1);
		expect(Math.abs(number(region[`${sex}_slope_lower`]) - (slope - 1.96 * error))).toBeLessThan(
			0.03
		);
		expect(Math.abs(number(region[`${sex}_slope_upper`]) - (slope + 1.96 * error))).toBeLessThan(
			0.03
		);
	});
});

it('the framework’s gap has the same size here, males', () => {
	const { codes, columns } = part(NW, 'gaps');
	const of = (name: string) => {
		const code = lsoas.find((row) => row['msoa11_hcl_name'] === name)?.['msoa11'];
		return number(columns['males']?.values[codes?.indexOf(String(code)) ?? -1]);
	};
	// 11.86, rounded in the parts to the hundredth.
	expect(of('Eaton') - of('North Lynn')).toBeCloseTo(11.86, 1);
	expect(of('Eaton') - of('Yarmouth Parade')).toBeCloseTo(12.5, 1);
	expect(part(NW, 'gaps').region?.['males_range']).toBeCloseTo(13.1, 1);
});

it('nothing in the part is a level', () => {
	for (const slug of [NW, BSW]) {
		for (const [where, values] of numbersIn(part(slug, 'gaps')))
			expect(Math.max(...values.map(Math.abs)), where).toBeLessThan(20);
	}
});

it('communities of 2021 that are parts of one have its value, as an estimate', async () => {
	const { codes = [], columns } = part(NW, 'gaps');
	const at = (code: string) => codes.indexOf(code);
	const males = columns['males'];
	for (const [now, before] of [
		['E02007032', 'E02005579'],
		['E02007053', 'E02005590'],
		['E02007054', 'E02005597']
	] as const) {
		expect(males?.values[at(now)]).toBe(males?.values[at(before)]);
		expect(males?.status?.[at(now)]).toBe('estimate');
		expect(males?.status?.[at(before)]).toBeUndefined();
	}
	const known = new Set(codes);
	for (const row of await rowsOf('areas-lsoa21')) {
		if (['E54000022'].includes(String(row['icb24'])))
			expect(known.has(String(row['msoa21'])), String(row['msoa21'])).toBe(true);
	}
});

it('levels are those of whole districts', async () => {
	const index = new Map((await rowsOf('health-index-lad21')).map((row) => [row['lad21'], row]));
	const { codes = [], columns } = part(NW, 'levels');
	codes.forEach((code, i) => {
		const printed = index.get(code)?.['life_expectancy_2020'];
		const value = columns['persons_2020']?.values[i];
		if (code === 'E07000206') expect(value).toBeNull();
		else expect(Math.abs(number(value) - number(printed))).toBeLessThan(0.006);
	});
	expect(part(BSW, 'levels').columns['persons_2020']?.values.at(-1)).toBeNull();
	expect(
		[...index.values()].every((row) => row['life_expectancy_2021'] === row['life_expectancy_2020'])
	).toBe(true);
});
