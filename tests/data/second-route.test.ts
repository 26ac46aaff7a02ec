/**
 * The site's figures beside a second computation: `tests/second-route/`, in Python's standard
 * library, from `geodata/` alone. Skipped where there is no Python 3.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { withoutCar } from '../../src/lib/access/cars.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { factNumbers } from '../../src/lib/facts/figures.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { partsNeeded, PARTS_WELCOME, Workbench } from '../../src/lib/gaps/workbench.ts';
import { byarInterval } from '../../src/lib/stats/poisson.ts';
import { wilsonInterval } from '../../src/lib/stats/wilson.ts';
import { packs } from './built.ts';

const SLUGS = ['norfolk-and-waveney', 'norfolk-and-suffolk', 'bath-swindon-and-wiltshire'] as const;
type Slug = (typeof SLUGS)[number];
type Interval = [value: number, lower: number, upper: number];
type Sex = 'males' | 'females';

interface Core20 {
	neighbourhoods: number;
	communities: number;
	residents: number;
	all_residents: number;
}
interface Births {
	births: number;
	lower?: number;
	upper?: number;
	rate?: number;
	rate_lower?: number;
	rate_upper?: number;
	home?: number;
}
interface SecondRoute {
	core20: Record<Slug, Record<'2025' | '2019', Core20>>;
	births: {
		districts: Record<string, Births>;
		regions: Record<Slug, number>;
		england: number;
		deciles: Record<string, number>;
		deciles_sum: number;
	};
	life_expectancy: {
		england: Record<Sex, { average: number; official: number; communities: number }>;
		communities: Record<string, Record<Sex, Interval>>;
		districts: Record<string, Record<Sex, Interval>>;
	};
	females: Record<Slug, Record<'2025' | '2025_core20' | '2019', number>>;
	no_car: Record<string, number>;
	intervals: {
		wilson: [number: number, of: number, lower: number, upper: number][];
		poisson: [count: number, lower: number, upper: number][];
	};
}

const hasPython =
	spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
const region = packs();
let second: SecondRoute;

beforeAll(() => {
	if (!hasPython) return;
	const script = join(PROJECT, 'tests/second-route/second_route.py');
	// `-B`: no compiled files beside the sources.
	const { status, stdout, stderr } = spawnSync('python3', ['-B', script], {
		encoding: 'utf8',
		maxBuffer: 2 ** 26
	});
	if (status !== 0) throw new Error(`the second computation failed:\n${stderr}`);
	second = JSON.parse(stdout) as SecondRoute;
});

beforeEach((context) => {
	if (!hasPython)
		context.skip('There is no Python 3.8 here, so nothing is worked out a second time.');
});

/** What the page of gaps knows of a region. */
function benchOf(slug: Slug): Workbench {
	const pack = region(slug);
	const names = new Set<string>([
		...partsNeeded(DEFAULT_REQUEST),
		...partsNeeded({ ...DEFAULT_REQUEST, edition: '2019' }),
		...PARTS_WELCOME
	]);
	return new Workbench(pack.name, (part) => (names.has(part) ? pack.part(part) : undefined));
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Value and bounds of an area in a part of a pack. */
function figure(part: FactsPart, code: string, column: string) {
	const at = part.codes?.indexOf(code) ?? -1;
	const { values, lower, upper } = part.columns[column] ?? { values: [] };
	return [values[at] ?? null, lower?.[at] ?? null, upper?.[at] ?? null] as const;
}

describe.each(SLUGS)('%s', (slug) => {
	it.each(['2025', '2019'] as const)('has as much Core20 in edition %s', (edition) => {
		const { areas, core20, units } = benchOf(slug).edition(edition);
		const within = [...areas.codes.keys()].filter((at) => core20[at]);
		const { of } = units('msoa');
		expect({
			neighbourhoods: within.length,
			communities: new Set(within.map((at) => of[at])).size,
			residents: total(within.map((at) => areas.residents[at] ?? NaN)),
			all_residents: total(areas.residents)
		}).toEqual(second.core20[slug][edition]);
	});

	it('has as many births of 2023, to a tenth', () => {
		const part = region(slug).part('births-2023');
		/** Parts of districts have codes of their own in a pack. */
		const PARTS: Record<string, string> = { E07000244: 'E07000206', E07000180: 'E07000180' };
		let count = 0;
		for (const [key, own] of Object.entries(second.births.districts)) {
			const [where, district = '', isPart] = key.split(' ');
			if (where !== slug) continue;
			count++;
			const code = isPart ? (PARTS[district] ?? '') : district;
			const [births, lower, upper] = figure(part, code, 'births');
			expect(births, key).toBeCloseTo(own.births, 0.3);
			if (isPart) {
				expect(lower, key).toBeNull();
				continue;
			}
			expect(births, key).toBe(own.births);
			expect(Math.abs((lower ?? NaN) - (own.lower ?? NaN)), key).toBeLessThan(0.06);
			expect(Math.abs((upper ?? NaN) - (own.upper ?? NaN)), key).toBeLessThan(0.06);
			const [rate, low, high] = figure(part, code, 'rate');
			expect(rate, key).toBe(own.rate);
			expect(Math.abs((low ?? NaN) - (own.rate_lower ?? NaN)), key).toBeLessThan(0.06);
			expect(Math.abs((high ?? NaN) - (own.rate_upper ?? NaN)), key).toBeLessThan(0.06);
			expect(figure(part, code, 'home_births')[0], key).toBe(own.home);
		}
		expect(count).toBe(part.codes?.length);
		const all = total((part.columns['births']?.values ?? []).map(Number));
		expect(Math.abs(all - second.births.regions[slug])).toBeLessThan(0.2);
	});

	it('has the life expectancy of its districts, and the estimates of its communities', () => {
		const official = region(slug).part('life-expectancy-2023');
		const estimates = region(slug).part('life-expectancy-estimates');
		for (const sex of ['males', 'females'] as const) {
			let districts = 0;
			for (const code of official.codes ?? []) {
				const own = second.life_expectancy.districts[code]?.[sex];
				const [value, lower, upper] = figure(official, code, sex);
				if (value === null) continue;
				expect([value, lower, upper], code).toEqual(own);
				districts++;
			}
			expect(districts).toBeGreaterThan(2);
			let communities = 0;
			for (const code of estimates.codes ?? []) {
				const own = second.life_expectancy.communities[code]?.[sex];
				if (!own) continue;
				figure(estimates, code, sex).forEach((value, at) => {
					expect(Math.abs((value ?? NaN) - (own[at] ?? NaN)), `${code} ${sex}`).toBeLessThan(0.006);
				});
				communities++;
			}
			// Communities that were redrawn have other codes now.
			expect(communities).toBeGreaterThan(0.9 * (estimates.codes?.length ?? NaN));
		}
	});

	it('has as many females aged 15 to 44, to one in a hundred thousand', () => {
		const { areas, core20 } = benchOf(slug).edition('2025');
		const now = factNumbers(region(slug).part('females-15-44-2025'), 'females_15_44');
		const within = now.filter((_, at) => core20[at]);
		const before = factNumbers(region(slug).part('females-15-44-2019'), 'females_15_44');
		const own = second.females[slug];
		expect(now).toHaveLength(areas.count);
		for (const [ours, theirs] of [
			[total(now), own['2025']],
			[total(within), own['2025_core20']],
			[total(before), own['2019']]
		] as const) {
			expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-5);
		}
	});

	it('has the same share of households without a car', () => {
		const part = region(slug).part('cars-2025');
		const { core20 } = benchOf(slug).edition('2025');
		const within = core20.flatMap((is, at) => (is ? [at] : []));
		expect(withoutCar(part)).toBeCloseTo(second.no_car[slug] ?? NaN, 9);
		expect(withoutCar(part, within)).toBeCloseTo(second.no_car[`${slug} core20`] ?? NaN, 9);
		expect(part.england['no_car_percent_mean']).toBeCloseTo(second.no_car['england'] ?? NaN, 1);
	});
});

describe('figures that are known by number', () => {
	it('are those of the second computation too', () => {
		const { births, life_expectancy: lives, no_car } = second;
		expect(second.core20['norfolk-and-waveney']['2025']).toMatchObject({
			neighbourhoods: 91,
			communities: 39,
			residents: 150_192
		});
		expect(second.core20['norfolk-and-waveney']['2019']).toMatchObject({
			neighbourhoods: 96,
			communities: 42,
			residents: 163_834
		});
		expect(second.core20['bath-swindon-and-wiltshire']['2025']).toMatchObject({
			neighbourhoods: 33,
			communities: 20,
			residents: 53_710
		});
		expect(Math.round(births.districts['norfolk-and-waveney E07000244 part']?.births ?? NaN)).toBe(
			884
		);
		expect([births.england, births.deciles_sum]).toEqual([563_561, 563_561]);
		const level = (code: string) => lives.communities[code]?.males[0].toFixed(1);
		expect(['E02005557', 'E02005543', 'E02005595'].map(level)).toEqual(['71.3', '69.8', '83.6']);
		expect(lives.england.males.average.toFixed(2)).toBe('79.05');
		expect(lives.england.females.average.toFixed(2)).toBe('83.03');
		expect([no_car['core20']?.toFixed(1), no_car['elsewhere']?.toFixed(1)]).toEqual([
			'39.8',
			'19.5'
		]);
	});

	it('of England stand in the packs', () => {
		const births = region('norfolk-and-waveney').part('births-2023').england;
		expect(births['births']).toBe(second.births.england);
		for (const [decile, number] of Object.entries(second.births.deciles)) {
			expect(births[`births_decile_${decile}`]).toBe(number);
		}
		const lives = region('norfolk-and-waveney').part('life-expectancy-estimates').england;
		for (const sex of ['males', 'females'] as const) {
			const own = second.life_expectancy.england[sex];
			expect(lives[sex]).toBe(own.official);
			expect(lives[`${sex}_average`]).toBe(Number(own.average.toFixed(2)));
		}
	});
});

describe('intervals', () => {
	it('are those of the textbook formulas', () => {
		for (const [number, of, lower, upper] of second.intervals.wilson) {
			const ours = wilsonInterval(number, of);
			expect(ours.lower).toBeCloseTo(lower, 9);
			expect(ours.upper).toBeCloseTo(upper, 9);
		}
		for (const [count, lower, upper] of second.intervals.poisson) {
			const ours = byarInterval(count);
			expect(ours.lower, String(count)).toBeCloseTo(lower, 6);
			expect(ours.upper, String(count)).toBeCloseTo(upper, 6);
		}
	});
});
