/**
 * The figures of `npm run check:figures`, each worked out a second time by another route:
 * plain loops over the tables, areas by the names of their LSOAs or by the change lookup in
 * place of board codes, ranks in place of deciles, another order of adding up. Nothing of
 * `src/lib` is used but the checks themselves.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/lib/checks/result.ts';
import { runChecks } from '../../src/lib/checks/run-checks.ts';
import { loadChecks } from '../../src/lib/server/load-checks.ts';
import { columnsOfPacks } from '../../scripts/check-figures/published.ts';
import { GEODATA } from '../../scripts/lib/paths.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import { projectFacts } from './built.ts';
import { joinedRows, rowsOf as rowsOfTable, type Row } from './rows.ts';

let results: Map<string, CheckResult>;
let tableOf: (dataset: string) => Table;
let rowsOf: (dataset: string) => Row[];
let all2011: readonly Row[];
let all2021: readonly Row[];

beforeAll(async () => {
	const input = await loadChecks(GEODATA, columnsOfPacks);
	const links = await projectFacts().table('lsoa11-lsoa21');
	const tables: typeof input.tables = { ...input.tables, 'lsoa11-lsoa21': links };
	results = new Map(runChecks(input).map((result) => [result.id, result]));
	const made = new Map<string, Row[]>();
	tableOf = (dataset) => {
		const table = tables[dataset];
		if (!table) throw new Error(`no table ${dataset}`);
		return table;
	};
	rowsOf = (dataset) => {
		const rows = made.get(dataset) ?? rowsOfTable(tableOf(dataset));
		made.set(dataset, rows);
		return rows;
	};
	all2011 = join(
		'lsoa11',
		'areas-lsoa11',
		'deprivation-2019',
		'residents-2020-lsoa11',
		'females-15-44-lsoa11'
	);
	all2021 = join('lsoa21', 'areas-lsoa21', 'deprivation-2025', 'residents-2021-age');
});

const result = (id: string): CheckResult => {
	const found = results.get(id);
	if (!found) throw new Error(`no result ${id}`);
	return found;
};
const value = (id: string): number => result(id).value ?? NaN;
const number = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);
const sum = (rows: readonly Row[], column: string): number =>
	rows.reduce((total, row) => total + number(row[column]), 0);
/** One row out of several tables with the same key. */
const join = (key: string, ...datasets: string[]): Row[] =>
	joinedRows(key, ...datasets.map((dataset) => tableOf(dataset)));
/** Rows whose LSOA is named for one of these districts: the name less " 001A". */
const named = (rows: readonly Row[], ...districts: string[]): Row[] =>
	rows.filter((row) => districts.includes(String(row['name']).slice(0, -5)));
const IN_2011 = 32_844;
const IN_2021 = 33_755;
/** By rank: the most deprived share of LSOAs, as the publisher cuts deciles (rounding up). */
const mostDeprived = (rows: readonly Row[], tenths: number, lsoas: number): Row[] =>
	rows.filter((row) => Math.ceil((10 * number(row['imd_rank'])) / lsoas) <= tenths);

const NORFOLK = [
	'Breckland',
	'Broadland',
	'Great Yarmouth',
	"King's Lynn and West Norfolk",
	'North Norfolk',
	'Norwich',
	'South Norfolk'
];
const COUNCILS = ['Swindon', 'Bath and North East Somerset', 'Wiltshire'];
const lsoas2011 = () => all2011;
const norfolkAndWaveney = () => named(lsoas2011(), ...NORFOLK, 'Waveney');
/** 2021 LSOAs that came from some of 2011. */
function successors(rows: readonly Row[]): Row[] {
	const from = new Set(rows.map((row) => row['lsoa11']));
	const to = new Set(
		rowsOf('lsoa11-lsoa21')
			.filter((row) => from.has(row['lsoa11']))
			.map((row) => row['lsoa21'])
	);
	return all2021.filter((row) => to.has(row['lsoa21']));
}

describe('most deprived neighbourhoods', () => {
	it('2019, by the names of LSOAs and by rank', () => {
		const within = mostDeprived(norfolkAndWaveney(), 2, IN_2011);
		expect(norfolkAndWaveney()).toHaveLength(611);
		expect(within).toHaveLength(value('nw-core20-lsoas-2019'));
		expect(within).toHaveLength(96);
		expect(new Set(within.map((row) => row['msoa11_name'])).size).toBe(
			value('nw-core20-communities')
		);
		expect(value('nw-core20-communities-framework')).toBe(42);
		expect(sum(within, 'total')).toBe(value('nw-core20-people'));
		expect(value('nw-core20-residents-2019')).toBe(163_834);
		expect(sum(norfolkAndWaveney(), 'total')).toBe(value('nw-population'));
	});

	it('2025, by the change lookup and by rank', () => {
		const within = mostDeprived(successors(norfolkAndWaveney()), 2, IN_2021);
		expect(within).toHaveLength(value('nw-core20-lsoas-2025'));
		expect(new Set(within.map((row) => row['msoa21_name'])).size).toBe(
			value('nw-core20-communities-2025')
		);
		const bands = [
			'aged_0_15',
			'aged_16_24',
			'aged_25_34',
			'aged_35_49',
			'aged_50_64',
			'aged_65_over'
		];
		const byBand = bands.reduce((total, band) => total + sum(within, band), 0);
		expect(byBand).toBe(value('nw-core20-residents-2025'));
		expect([within.length, byBand]).toEqual([91, 150_192]);
	});

	it('of three councils, without the four LSOAs of a fourth', () => {
		const councils = named(lsoas2011(), ...COUNCILS);
		expect(councils).toHaveLength(532);
		const first = mostDeprived(councils, 1, IN_2011);
		const counts = COUNCILS.map((council) => named(first, council).length);
		expect(counts).toEqual([
			value('swindon-decile1'),
			value('banes-decile1'),
			value('wiltshire-decile1')
		]);
		expect(counts).toEqual([12, 2, 1]);
		const within = mostDeprived(successors(councils), 2, IN_2021);
		expect(successors(councils)).toHaveLength(565);
		expect(within).toHaveLength(value('bsw-core20-lsoas-2025'));
		expect(new Set(within.map((row) => row['msoa21'])).size).toBe(
			value('bsw-core20-communities-2025')
		);
		expect(sum(within, 'total')).toBe(value('bsw-core20-residents-2025'));
	});

	it('females aged 15 to 44: close to the female share of the whole district', () => {
		const within = mostDeprived(norfolkAndWaveney(), 2, IN_2011);
		const districts = new Map<unknown, number>();
		for (const row of lsoas2011()) {
			districts.set(row['lad22'], (districts.get(row['lad22']) ?? 0) + number(row['aged_15_44']));
		}
		const females = new Map<unknown, number>();
		for (const row of lsoas2011()) {
			females.set(row['lad22'], (females.get(row['lad22']) ?? 0) + number(row['females_15_44']));
		}
		const byDistrict = within.reduce(
			(total, row) =>
				total +
				(number(row['aged_15_44']) * (females.get(row['lad22']) ?? NaN)) /
					(districts.get(row['lad22']) ?? NaN),
			0
		);
		expect(Math.abs(value('nw-core20-females') / byDistrict - 1)).toBeLessThan(0.02);
		expect(value('nw-core20-females')).toBeCloseTo(sum(within, 'females_15_44'), 6);
		expect(Math.round(value('nw-core20-females'))).toBe(32_267);
	});
});

describe('births', () => {
	/** Births and residents aged 0 by name of the district. */
	function byDistrict(): Map<string, { births: number; aged0: number }> {
		const births = new Map(
			rowsOf('births-lad20').map((row) => [row['name'], number(row['births_2019'])])
		);
		const in2019 = join('lsoa11', 'areas-lsoa11', 'residents-2019-lsoa11');
		const waveney = sum(named(in2019, 'Waveney'), 'aged_0');
		const eastSuffolk = waveney + sum(named(in2019, 'Suffolk Coastal'), 'aged_0');
		return new Map(
			[...NORFOLK, 'Waveney'].map((name) => [
				name,
				{
					births:
						name === 'Waveney'
							? ((births.get('East Suffolk') ?? NaN) * waveney) / eastSuffolk
							: (births.get(name) ?? NaN),
					aged0: sum(named(lsoas2011(), name), 'aged_0')
				}
			])
		);
	}

	it('of a former district are its share of its successor’s', () => {
		expect(Math.round(byDistrict().get('Waveney')?.births ?? NaN)).toBe(1022);
	});

	it('add up, and Norwich has its share', () => {
		const districts = byDistrict();
		const all = [...districts.values()];
		const births = all.reduce((total, district) => total + district.births, 0);
		const aged0 = all.reduce((total, district) => total + district.aged0, 0);
		expect(value('nw-births')).toBeCloseTo(births, 6);
		expect(result('nw-births').figure).toContain(aged0.toLocaleString('en-GB'));
		expect(aged0).toBe(8863);
		const norwich = districts.get('Norwich');
		expect(value('nw-births-norwich-share')).toBeCloseTo(
			(100 * (norwich?.births ?? NaN)) / births,
			6
		);
		expect(((100 * (norwich?.aged0 ?? NaN)) / aged0).toFixed(1)).toBe('16.1');
		expect(result('nw-births-norwich-share')).toMatchObject({ outcome: 'not reproduced' });
		expect(result('nw-births').outcome).toBe('not reproduced');
	});

	it('are fewest where the document says', () => {
		const districts = byDistrict();
		for (const column of ['births', 'aged0'] as const) {
			const [fewest] = [...districts].sort(([, a], [, b]) => a[column] - b[column]);
			expect(fewest?.[0]).toBe('North Norfolk');
		}
		expect(result('nw-births-lowest').outcome).toBe('same size, other base');
	});

	it('in the two most deprived fifths, by rank', () => {
		const all = norfolkAndWaveney();
		const share = (100 * sum(mostDeprived(all, 4, IN_2011), 'aged_0')) / sum(all, 'aged_0');
		expect(value('nw-births-deprived-quintiles')).toBeCloseTo(share, 9);
		expect(share.toFixed(1)).toBe('43.4');
	});
});

describe('charities', () => {
	it('add up to what is printed', () => {
		const rows = rowsOf('published-charities-by-district');
		expect(sum(rows.reverse(), 'registered_charities')).toBe(value('charities-rows'));
		expect(sum(rows, 'total_income_gbp')).toBe(value('charities-income'));
		expect([value('charities-rows'), value('charities-income')]).toEqual([2848, 383_878_820]);
		expect(result('norfolk-charities').outcome).toBe('cannot be checked');
	});

	it('a head, with residents by the names of LSOAs', () => {
		const table = rowsOf('published-charities-by-district').map((row) => {
			const residents = sum(named(lsoas2011(), String(row['name'])), 'total');
			return {
				name: row['name'],
				perHead: (1e4 * number(row['registered_charities'])) / residents,
				income: number(row['total_income_gbp']) / residents
			};
		});
		const [fewest] = [...table].sort((a, b) => a.perHead - b.perHead);
		expect(fewest?.name).toBe('Great Yarmouth');
		expect(fewest?.perHead).toBeCloseTo(value('gy-gap-charities-per-10000'), 9);
		expect(fewest?.perHead.toFixed(1)).toBe('16.2');
		const [poorest] = [...table].sort((a, b) => a.income - b.income);
		expect(poorest?.name).toBe("King's Lynn and West Norfolk");
		expect(poorest?.income.toFixed(0)).toBe('102');
		expect(value('gy-gap-charity-income-per-resident').toFixed(0)).toBe('146');
		expect(result('gy-gap-charity-income-per-resident').outcome).toBe('not reproduced');
	});

	it('beside deprivation by each measure', () => {
		const districts = [...NORFOLK, 'Waveney'].map((name) => {
			const all = named(lsoas2011(), name);
			const within = mostDeprived(all, 2, IN_2011);
			const residents = sum(all, 'total');
			const weighted = (column: string) =>
				all.reduce((total, row) => total + number(row[column]) * number(row['total']), 0) /
				residents;
			return {
				name,
				'gy-gap-average-score': weighted('imd_score_recomputed'),
				'gy-gap-average-rank': -weighted('imd_rank'),
				'gy-gap-core20-share-of-residents': sum(within, 'total') / residents,
				'gy-gap-core20-share-of-lsoas': within.length / all.length,
				'gy-gap-core20-lsoas': within.length
			};
		});
		const leader = (measure: Exclude<keyof (typeof districts)[number], 'name'>) =>
			[...districts].sort((a, b) => b[measure] - a[measure])[0];
		for (const measure of [
			'gy-gap-average-score',
			'gy-gap-average-rank',
			'gy-gap-core20-share-of-residents'
		] as const) {
			expect(leader(measure)?.name).toBe('Great Yarmouth');
			expect(Math.abs(leader(measure)?.[measure] ?? NaN)).toBeCloseTo(value(measure), 8);
			expect(result(measure).outcome).toBe('reproduced');
		}
		for (const measure of ['gy-gap-core20-share-of-lsoas', 'gy-gap-core20-lsoas'] as const) {
			expect(leader(measure)?.name).toBe('Norwich');
			expect(result(measure).outcome).toBe('not reproduced');
		}
	});
});

it('practices, by network and by sub-board', () => {
	const open = rowsOf('pcn-practices-2022-23').filter(
		(row) => row['sub_icb_ods'] === '26A' && row['close_date'] === null
	);
	expect(open).toHaveLength(value('nw-gp-practices'));
	const byNetwork = new Map<unknown, number>();
	for (const row of open)
		byNetwork.set(row['pcn'], (byNetwork.get(row['pcn']) ?? 0) + number(row['patients']));
	const patients = [...byNetwork.values()].reduce((total, network) => total + network, 0);
	byNetwork.delete(null);
	expect(byNetwork.size).toBe(value('nw-pcns'));
	expect(value('nw-patients-per-practice')).toBeCloseTo(patients / open.length, 6);
	expect([open.length, byNetwork.size]).toEqual([105, 17]);
});

describe('life expectancy', () => {
	it('gap, by the names of communities', () => {
		const codes = new Map(
			rowsOf('areas-lsoa11').map((row) => [row['msoa11_hcl_name'], row['msoa11']])
		);
		const table = new Map(rowsOf('life-expectancy-msoa11').map((row) => [row['msoa11'], row]));
		const of = (name: string, sex: string) =>
			number(table.get(codes.get(name) ?? null)?.[`${sex}_value`]);
		const gap = of('Eaton', 'males') - of('North Lynn', 'males');
		expect(value('nw-le-gap')).toBeCloseTo(gap, 9);
		expect(gap.toFixed(1)).toBe('11.9');
		expect((of('Eaton', 'males') - of('Yarmouth Parade', 'males')).toFixed(1)).toBe('12.5');
		expect(of('Eaton', 'persons') - of('North Lynn', 'persons')).toBeLessThan(gap);
		expect(result('nw-le-gap').outcome).toBe('same size, other base');
		for (const id of ['nw-le-lowest', 'nw-le-highest']) {
			expect(result(id)).toMatchObject({ outcome: 'not reproduced', value: null });
		}
	});

	it('excess over the districts, by communities first', () => {
		const msoas = new Map<unknown, { district: unknown; residents: number }>();
		for (const row of lsoas2011()) {
			const residents = (msoas.get(row['msoa11'])?.residents ?? 0) + number(row['total']);
			msoas.set(row['msoa11'], { district: row['lad22'], residents });
		}
		const districts = new Map<unknown, { years: number; residents: number }>();
		for (const row of rowsOf('life-expectancy-msoa11')) {
			const msoa = msoas.get(row['msoa11']);
			if (!msoa || row['persons_value'] === null) continue;
			const { years, residents } = districts.get(msoa.district) ?? { years: 0, residents: 0 };
			districts.set(msoa.district, {
				years: years + number(row['persons_value']) * msoa.residents,
				residents: residents + msoa.residents
			});
		}
		const excesses = rowsOf('health-index-lad21').map((row) => {
			const level = [2017, 2018, 2019, 2020].reduce(
				(total, year) => total + number(row[`life_expectancy_${year}`]) / 4,
				0
			);
			const { years, residents } = districts.get(row['lad21']) ?? { years: NaN, residents: NaN };
			return years / residents - level;
		});
		const mean = excesses.reduce((total, excess) => total + excess, 0) / excesses.length;
		expect(excesses).toHaveLength(307);
		expect(Math.abs(value('life-expectancy-gate') - mean)).toBeLessThan(0.01);
		expect(result('life-expectancy-gate').outcome).toBe('reproduced');
	});
});

describe('official summaries', () => {
	it.each([
		['icb', 'icb24', 'deprivation-2025-icb-summaries', 0.1, 42],
		['district', 'lad24', 'deprivation-2025-district-summaries', 0.35, 296]
	] as const)('by %s, from ranks and in one pass', (id, column, dataset, bound, areas) => {
		const sums = new Map<
			unknown,
			{ lsoas: number; first: number; residents: number; score: number; rank: number }
		>();
		for (const row of [...all2021].reverse()) {
			const before = sums.get(row[column]) ?? {
				lsoas: 0,
				first: 0,
				residents: 0,
				score: 0,
				rank: 0
			};
			const residents = number(row['total']);
			sums.set(row[column], {
				lsoas: before.lsoas + 1,
				first: before.first + (Math.ceil((10 * number(row['imd_rank'])) / IN_2021) === 1 ? 1 : 0),
				residents: before.residents + residents,
				score: before.score + residents * number(row['imd_score']),
				rank: before.rank + residents * (IN_2021 + 1 - number(row['imd_rank']))
			});
		}
		const official = rowsOf(dataset);
		expect(official).toHaveLength(areas);
		let largest = 0;
		let largestRank = 0;
		for (const row of official) {
			const ours = sums.get(row[column]);
			if (!ours) throw new Error(`nothing of ${String(row['name'])}`);
			expect((ours.first / ours.lsoas).toFixed(4)).toBe(
				number(row['imd_share_decile_1']).toFixed(4)
			);
			largest = Math.max(
				largest,
				Math.abs(ours.score / ours.residents - number(row['imd_average_score']))
			);
			largestRank = Math.max(
				largestRank,
				Math.abs(ours.rank / ours.residents - number(row['imd_average_rank']))
			);
		}
		expect(largest).toBeLessThanOrEqual(bound);
		expect(value(`${id}-score`)).toBeCloseTo(largest, 9);
		expect(value(`${id}-rank`)).toBeCloseTo(largestRank, 6);
		expect(value(`${id}-share`)).toBe(0);
		if (id === 'icb') {
			const order = (score: (row: Row) => number) =>
				[...official].sort((a, b) => score(b) - score(a)).map((row) => row[column]);
			const score = (row: Row) =>
				(sums.get(row[column])?.score ?? NaN) / (sums.get(row[column])?.residents ?? NaN);
			expect(order(score)).toEqual(order((row) => number(row['imd_average_score'])));
		}
	});
});

it('from 2011 to 2021: unchanged areas keep their counts, and England its totals', () => {
	const before = new Map(lsoas2011().map((row) => [row['lsoa11'], row]));
	const after = new Map(rowsOf('residents-2021-crosswalk').map((row) => [row['lsoa21'], row]));
	for (const column of ['aged_0', 'females_15_44']) {
		let different = 0;
		for (const link of rowsOf('lsoa11-lsoa21')) {
			if (link['change'] !== 'U') continue;
			if (before.get(link['lsoa11'])?.[column] !== after.get(link['lsoa21'])?.[column]) different++;
		}
		expect(different).toBe(0);
		expect(sum([...after.values()], column)).toBeCloseTo(sum([...before.values()], column), 4);
	}
	expect(value('crosswalk-aged-0')).toBe(sum([...before.values()], 'aged_0'));
	expect(value('crosswalk-females')).toBeCloseTo(sum([...before.values()], 'females_15_44'), 4);
});

it('figures printed on pages, beside ours', () => {
	const outcomes = new Map<string, [number | null, string]>([
		['nw-births-2019-20', [8863, 'same size, other base']],
		['norfolk-births-2023', [7405, 'not reproduced']],
		['norfolk-births-2024', [7405, 'same size, other base']],
		['norfolk-births-2019', [8246, 'same size, other base']],
		['norfolk-most-deprived-20', [135_944, 'same size, other base']],
		['nw-decile1-2019', [50, 'not reproduced']],
		['ns-icb-2026', [null, 'reproduced']]
	]);
	for (const [id, [ours, outcome]] of outcomes) {
		expect([id, result(id).value, result(id).outcome]).toEqual([id, ours, outcome]);
	}
	expect(result('norfolk-births-2023').statement).toContain('around 7,200 births (2023)');
	expect(value('norfolk-births-2023-county')).toBe(7405);
});

it('every statement of the documents has one result', () => {
	const printed = [
		...rowsOf('published-statements').map((row) => row['statement_id']),
		...rowsOf('published-facts-2026').map((row) => row['fact_id'])
	];
	const checked = [...results.values()].flatMap(({ statementId }) => statementId ?? []);
	expect(checked.sort()).toEqual(printed.sort());
	expect(printed.length).toBeGreaterThan(50);
});
