/**
 * The site's figures beside a second computation: `tests/second-route/`, in Python's standard
 * library, from `geodata/` alone. Skipped where there is no Python 3.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import loadHighs from 'highs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/lib/paths.ts';
import {
	CAR_MINUTES,
	carModel,
	type Agreement as CarAgreement
} from '../../src/lib/access/car-model.ts';
import { withoutCar } from '../../src/lib/access/cars.ts';
import { sitesOf, type Site } from '../../src/lib/access/site.ts';
import { DETOUR, SETTLEMENTS, type Settlement } from '../../src/lib/access/travel.ts';
import { LIBRARY_WALKS, walkModel } from '../../src/lib/access/walk-model.ts';
import { makeFacts } from '../../src/lib/facts/facts.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { factNumbers } from '../../src/lib/facts/figures.ts';
import { optionalNumbers, optionalStrings, strings } from '../../src/lib/facts/table.ts';
import { numberOf } from '../../src/lib/facts/value.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { DEFAULT_MATERNITY, HUBS_PART, UNITS_PART } from '../../src/lib/gaps/maternity-answer.ts';
import { maternity, maternityParts } from '../../src/lib/gaps/maternity.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { partsNeeded, PARTS_WELCOME, Workbench } from '../../src/lib/gaps/workbench.ts';
import { PLUS_GROUPS } from '../../src/lib/indicators/plus-groups.ts';
import { isSeenLately } from '../../src/lib/register/freshness.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { collectionsIn, unpackClaims } from '../../src/lib/register/register.ts';
import { planOf } from '../../src/lib/siting/assignment.ts';
import { score, type Plan } from '../../src/lib/siting/plan.ts';
import {
	makeQuestion,
	partsOf,
	sitingFacts,
	type Choice,
	type Question
} from '../../src/lib/siting/question.ts';
import { ifOpen } from '../../src/lib/siting/unconfirmed.ts';
import { solve } from '../../src/lib/siting/solve.ts';
import { nearSwaps } from '../../src/lib/siting/swaps.ts';
import { byarInterval } from '../../src/lib/stats/poisson.ts';
import { wilsonInterval } from '../../src/lib/stats/wilson.ts';
import { defaultSitingState, SITING_CODEC } from '../../src/lib/url/siting-state.ts';
import { packs, projectFacts } from './built.ts';

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
type Agreement = Record<'areas' | 'bias' | 'mean_error' | 'published_far' | 'ours_far', number>;
interface Community {
	name: string;
	core20: number;
	all: number;
	e2sfca: number;
	e2sfca_all: number;
}
interface Swapped {
	buildings: number;
	objective: number;
	/** How much worse, as a share, by the ids of the two buildings. */
	swaps: Record<string, number>;
}
interface SecondRoute {
	core20: Record<Slug, Record<'2025' | '2019', Core20>>;
	births: {
		districts: Record<string, Births>;
		regions: Record<Slug, number>;
		to_june_2019: Record<string, number>;
		england: number;
		deciles: Record<string, number>;
		deciles_sum: number;
	};
	life_expectancy: {
		england: Record<Sex, { average: number; official: number; communities: number }>;
		communities: Record<string, Record<Sex, Interval>>;
		districts: Record<string, Record<Sex, Interval>>;
	};
	slopes: Record<
		Slug,
		Record<Sex, { slope: Interval; fifths: Interval; by_fifth: number[]; range: number }>
	>;
	females: Record<Slug, Record<'2025' | '2025_core20' | '2019', number>>;
	no_car: Record<string, number>;
	no_car_2011: Record<Slug, Record<string, number>>;
	plus_groups: { england: Record<string, number> } & Record<
		Slug,
		{
			region: Record<string, number>;
			communities: Record<string, Record<string, number>>;
			not_well: Record<string, number>;
		}
	>;
	maternity: Record<
		Slug,
		{
			females: number;
			confirmed: number;
			all: number;
			uneven_least: number;
			uneven_most: number;
			median_minutes: number;
			far_communities: Record<string, number>;
		}
	>;
	car_model: {
		held_out: Agreement & { districts: number };
		by_settlement: Record<Settlement, Agreement>;
		by_district: Record<string, Agreement>;
		fitted: number[];
		straight_lines: { areas: number; half_within_km: number; all_within_km: number };
	};
	walk_model: Record<
		string,
		Record<'areas' | 'same' | 'within_one', number> & Record<'agree' | 'network' | 'ours', number[]>
	>;
	gaps: Record<
		string,
		{
			communities: Record<string, Community>;
			gaps: string[];
			across_need: { index: number; neediest_fifth: number };
		}
	>;
	/** E2SFCA of an hour's reach of food banks, by region and way, then by community. */
	shared: Record<string, Record<string, number>>;
	/** By region and whom hubs are for. */
	plans: Record<string, { people: number; reached: number; plan: string[]; swapped: Swapped }>;
	freshness: Record<Slug, { listed: number; recent: number }>;
	joined: Record<Slug, { places: number; registered: number; apart: string[]; moved: string[] }>;
	siting: {
		aged_0: Record<Slug, number>;
		people: number;
		rural_people: number;
		today: number;
		rural: number;
		without_today: number;
		plan: string[];
		listings: Swapped;
		places: Swapped | null;
		suited: {
			plan: string[];
			reached: number;
			rural: number;
			if_open: number;
			lists: Record<string, number>;
			centres: string[];
			places: Swapped | null;
		};
	};
	intervals: {
		wilson: [number: number, of: number, lower: number, upper: number][];
		poisson: [count: number, lower: number, upper: number][];
	};
}

const hasPython =
	spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
const NO_PYTHON =
	'There is no Python 3.8 here (python3), so the figures are not worked out a second time.';
/** The address that says what the plain one of the page of hubs meant before. */
const OLD =
	'?who=aged-0&in=core20-or-rural&aim=coverage&hubs=5&unit=minutes&mode=walk&reach=20&from=venues,libraries&standing=maternity-hubs';
/** Who shares a place lives furthest away where an hour by car is near. */
const FOOD_BANKS_BY_CAR: GapsRequest = {
	...DEFAULT_REQUEST,
	bar: 'region',
	provision: ['food-bank'],
	mode: 'drive',
	reach: { cost: 60, unit: 'minutes' }
};
const region = packs();
const geodata = projectFacts();
let second: SecondRoute;

beforeAll(() => {
	if (!hasPython) {
		console.warn(NO_PYTHON);
		return;
	}
	const script = join(PROJECT, 'tests/second-route/second_route.py');
	// `-B`: no compiled files beside the sources.
	const { status, stdout, stderr } = spawnSync('python3', ['-B', script, '--given'], {
		input: JSON.stringify(whatIsOnePlace()),
		encoding: 'utf8',
		maxBuffer: 2 ** 26
	});
	if (status !== 0) throw new Error(`the second computation failed:\n${stderr}`);
	second = JSON.parse(stdout) as SecondRoute;
});

beforeEach((context) => {
	if (!hasPython) context.skip(NO_PYTHON);
});

/** Points of the places that the linkage finds: the one thing that is not worked out again. */
function whatIsOnePlace() {
	const pointOf = ({ longitude, latitude }: Site) => [longitude, latitude];
	const [NW] = SLUGS;
	const sites = (slug: Slug, parts: ('community-venues' | 'libraries' | 'food-banks')[]) =>
		sitesOf(parts.map((part) => region(slug).part(part)));
	return {
		places: Object.fromEntries(
			SLUGS.map((slug) => [slug, sites(slug, ['community-venues']).map(pointOf)])
		),
		buildings: Object.fromEntries(
			sites(NW, ['community-venues', 'libraries'])
				.filter(({ inside }) => inside)
				.map((site) => [site.id, pointOf(site)])
		),
		joined: Object.fromEntries(SLUGS.map((slug) => [slug, severalListings(slug)])),
		food_banks: { [NW]: benchOf(NW).sites(['food-bank'], false).map(pointOf) },
		suited: Object.fromEntries(
			sitingQuestion(defaultSitingState()).sites.map((site) => [site.id, pointOf(site)])
		),
		suited_by_region: Object.fromEntries(
			SLUGS.map((slug) => [
				slug,
				Object.fromEntries(
					sitingQuestion(defaultSitingState(), {}, slug).sites.map((site) => [
						site.id,
						pointOf(site)
					])
				)
			])
		)
	};
}

/** Listings and point of each place of a region that has several. */
function severalListings(slug: Slug): Record<string, [listings: string[], point: number[] | null]> {
	const places = new Map<string, string[]>();
	for (const { id, place } of unpackClaims(region(slug).part('register'))) {
		places.set(place, [...(places.get(place) ?? []), id]);
	}
	const points = new Map(
		sitesOf(
			(['community-venues', 'libraries', 'food-banks', 'gp-practices', 'pharmacies'] as const).map(
				(part) => region(slug).part(part)
			)
		).map(({ id, longitude, latitude }) => [id, [longitude, latitude]])
	);
	return Object.fromEntries(
		[...places].flatMap(([place, ids]) =>
			ids.length > 1 ? [[place, [ids, points.get(place) ?? null]]] : []
		)
	);
}

/** The question of the page of the worked example, with other lists where some are given. */
function sitingQuestion(
	choice: Choice,
	lists: Readonly<Record<string, AssetsPart>> = {},
	slug: Slug = 'norfolk-and-waveney'
) {
	const names = new Set<string>(partsOf(choice));
	const find = (name: string) =>
		lists[name] ?? (names.has(name) ? region(slug).part(name as 'community-venues') : undefined);
	return makeQuestion(sitingFacts(find), choice, find);
}

/** What the page of gaps knows of a region. */
function benchOf(slug: Slug): Workbench {
	const pack = region(slug);
	const names = new Set<string>([
		...partsNeeded(DEFAULT_REQUEST),
		...partsNeeded({ ...DEFAULT_REQUEST, edition: '2019' }),
		...partsNeeded(FOOD_BANKS_BY_CAR),
		...partsNeeded({ ...FOOD_BANKS_BY_CAR, edition: '2019' }),
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
			expect(Math.abs((births ?? NaN) - own.births), key).toBeLessThan(0.1);
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
		for (const code of part.codes ?? []) {
			const [before] = figure(part, code, 'to_june_2019');
			// The part of Vale of White Horse is not that district.
			const own = code === 'E07000180' ? null : (second.births.to_june_2019[code] ?? null);
			if (own !== null) expect(Math.abs((before ?? NaN) - own), code).toBeLessThan(0.1);
		}
		expect(part.england['to_june_2019']).toBe(second.births.to_june_2019['england']);
		const all = total((part.columns['births']?.values ?? []).map(Number));
		expect(Math.abs(all - second.births.regions[slug])).toBeLessThan(0.2);
	});

	it('has the same slope and fifths of life expectancy over its communities', () => {
		const ours = region(slug).part('life-expectancy-gaps').region ?? {};
		for (const sex of ['males', 'females'] as const) {
			const own = second.slopes[slug][sex];
			for (const name of ['slope', 'fifths'] as const) {
				const [value, lower, upper] = own[name];
				expect(ours[`${sex}_${name}`], `${sex} ${name}`).toBe(Number(value.toFixed(2)));
				// The slope's interval is simulated there, and worked out here.
				expect(Math.abs((ours[`${sex}_${name}_lower`] ?? NaN) - lower)).toBeLessThan(0.02);
				expect(Math.abs((ours[`${sex}_${name}_upper`] ?? NaN) - upper)).toBeLessThan(0.02);
			}
			expect(own.by_fifth).toHaveLength(5);
			own.by_fifth.forEach((years, at) => {
				expect(Math.abs((ours[`${sex}_fifth_${at + 1}`] ?? NaN) - years)).toBeLessThan(0.0051);
			});
			expect(ours[`${sex}_range`]).toBeCloseTo(own.range, 2);
		}
	});

	it('has as many of each plus group, in England, the region and every community', () => {
		const own = second.plus_groups[slug];
		const { areas, units } = benchOf(slug).edition('2025');
		const { codes, members } = units('msoa');
		const all = [...areas.codes.keys()];
		for (const { part, column, all: of } of PLUS_GROUPS) {
			const facts = region(slug).part(part);
			const [some, whole] = [factNumbers(facts, column), factNumbers(facts, of)];
			const share = (those: readonly number[]) =>
				(100 * total(those.map((at) => some[at] ?? NaN))) /
				total(those.map((at) => whole[at] ?? NaN));
			expect(share(all), column).toBeCloseTo(own.region[column] ?? NaN, 9);
			const england = facts.england[`${column}_percent_mean`];
			expect(england, column).toBeCloseTo(second.plus_groups.england[column] ?? NaN, 9);
			expect(codes).toHaveLength(Object.keys(own.communities).length);
			codes.forEach((code, unit) => {
				const theirs = own.communities[code]?.[column];
				expect(share(members[unit] ?? []), `${code} ${column}`).toBeCloseTo(theirs ?? NaN, 9);
			});
		}
		const english = region(slug).part('english-2025');
		for (const [code, share] of Object.entries(own.not_well)) {
			const at = english.codes?.indexOf(code) ?? -1;
			const of = (name: string) => english.columns[name]?.values[at] ?? NaN;
			expect((100 * of('not_well')) / of('residents_3_over'), code).toBeCloseTo(share, 9);
		}
	});

	it('has as many households without a car beside figures by car of 2019', () => {
		const { units } = benchOf(slug).edition('2019');
		const cars = benchOf(slug).cars('2019', { mode: 'drive', unit: 'minutes' });
		const { codes, members } = units('msoa');
		const own = second.no_car_2011[slug];
		expect(Object.keys(own).length).toBeGreaterThan(100);
		for (const [code, share] of Object.entries(own)) {
			const those = members[codes.indexOf(code)] ?? [];
			expect(cars && withoutCar(cars, those), code).toBeCloseTo(share, 9);
		}
	});

	it('joins no listings far apart, and has places where registers have them', () => {
		const { places, registered, apart, moved } = second.joined[slug];
		expect([apart, moved]).toEqual([[], []]);
		expect(places).toBeGreaterThan(100);
		expect(registered).toBeGreaterThan(20);
	});

	it('has plans that no other five of the buildings better, and their swaps, rural ones among them', async () => {
		const { highs, choice } = { highs: await loadHighs(), choice: defaultSitingState() };
		for (const focus of ['core20-or-rural', 'rural'] as const) {
			const question = sitingQuestion({ ...choice, focus }, {}, slug);
			const { problem, peopleOfDemand } = question;
			const own = second.plans[`${slug} ${focus}`];
			const plan = await solve(problem, {
				method: 'exact',
				timeLimit: Infinity,
				seed: 1,
				loadHighs: () => Promise.resolve(highs)
			});
			expect(plan.status, focus).toBe('optimal');
			expect(plan.objective, focus).toBeCloseTo(own?.reached ?? NaN, 1);
			expect(total([...peopleOfDemand]), focus).toBeCloseTo(own?.people ?? NaN, 1);
			// Its plan may be another that is as good: the swaps are asked of that one.
			expect(planIn(question, own?.plan ?? []).objective, focus).toBeCloseTo(
				plan.objective ?? NaN,
				6
			);
			expectSwaps(question, own?.plan ?? [], own?.swapped ?? null);
			expect(Math.min(0, ...Object.values(own?.swapped.swaps ?? {}))).toBeGreaterThan(-1e-6);
		}
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

describe.each(SLUGS)('venues of %s', (slug) => {
	it('are as many listings, as many of them seen in the year before they were collected', () => {
		const register = region(slug).part('register');
		const collected = collectionsIn(register).get('community-venues') ?? '';
		const listed = unpackClaims(register).filter(
			// What has moved on is closed where it was; its list names it all the same.
			({ source, status, moves }) =>
				source === 'community-venues' && (status !== 'closed' || moves === true)
		);
		const recent = listed.filter(({ lastSeen }) => isSeenLately(lastSeen, collected));
		expect({ listed: listed.length, recent: recent.length }).toEqual(second.freshness[slug]);
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

describe.each(SLUGS)('journeys to a place of birth, %s', (slug) => {
	it('are as far, to a twentieth of a percent of the females', () => {
		const pack = region(slug);
		const names = new Set([...partsNeeded(DEFAULT_REQUEST), ...maternityParts(DEFAULT_MATERNITY)]);
		const bench = new Workbench(pack.name, (part) =>
			names.has(part) ? pack.part(part) : undefined
		);
		const parts = { units: pack.part(UNITS_PART), hubs: pack.part(HUBS_PART) };
		const { all, far, uneven } = maternity(DEFAULT_MATERNITY, bench, parts);
		const own = second.maternity[slug];
		expect(Math.abs(all.people / own.females - 1)).toBeLessThan(1e-5);
		expect(Math.abs(all.shares.confirmed - own.confirmed)).toBeLessThan(0.0005);
		expect(Math.abs(all.shares.all - own.all)).toBeLessThan(0.0005);
		expect(Math.abs((all.median ?? NaN) - own.median_minutes)).toBeLessThan(0.05);
		expect(Math.abs((uneven?.most.low ?? NaN) - own.uneven_least)).toBeLessThan(0.0005);
		expect(Math.abs((uneven?.most.high ?? NaN) - own.uneven_most)).toBeLessThan(0.0005);
		expect(far.map(({ code }) => code).sort()).toEqual(Object.keys(own.far_communities).sort());
		for (const { code, minutes } of far) {
			expect(Math.abs(minutes - (own.far_communities[code] ?? NaN)), code).toBeLessThan(0.02);
		}
	});
});

describe('the models of journeys', () => {
	const tables = async () => {
		const ids = ['areas-lsoa11', CAR_MINUTES, LIBRARY_WALKS];
		return makeFacts(
			Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await geodata.table(id)])))
		);
	};

	it('agree with published minutes by car as much, and have the same fit', async () => {
		const ours = carModel(await tables());
		const { held_out, by_settlement, by_district, fitted, straight_lines } = second.car_model;
		const same = (found: CarAgreement, own: Agreement | undefined, where: string) => {
			expect(found.areas, where).toBe(own?.areas);
			expect(found.bias, where).toBeCloseTo(own?.bias ?? NaN, 9);
			expect(found.meanError, where).toBeCloseTo(own?.mean_error ?? NaN, 9);
			expect(found.publishedFar, where).toBeCloseTo(own?.published_far ?? NaN, 9);
			expect(found.oursFar, where).toBeCloseTo(own?.ours_far ?? NaN, 9);
		};
		same(ours.heldOut, held_out, 'held out');
		expect(ours.heldOut.districts).toBe(held_out.districts);
		for (const one of SETTLEMENTS) same(ours.bySettlement[one], by_settlement[one], one);
		expect(ours.districts).toHaveLength(Object.keys(by_district).length);
		for (const one of ours.districts) same(one, by_district[one.name], one.name);
		ours.fitted.forEach((speed, at) => expect(speed).toBeCloseTo(fitted[at] ?? NaN, 6));
		// The straight lines that it all rests on, from points of hospitals: a postcode is a few streets.
		expect(straight_lines.areas).toBeGreaterThan(20_000);
		expect(straight_lines.half_within_km).toBeLessThan(0.005);
		expect(straight_lines.all_within_km).toBeLessThan(0.5);
	});

	it('agree with walks on a network as much', async () => {
		const facts = await tables();
		for (const detour of [1.2, DETOUR]) {
			const { all, bySettlement } = walkModel(facts, detour);
			for (const [name, found] of Object.entries({ all, ...bySettlement })) {
				const own = second.walk_model[`${detour} ${name}`];
				expect(found.areas, name).toBe(own?.areas);
				for (const [value, other] of [
					[
						[found.same, found.withinOne],
						[own?.same, own?.within_one]
					],
					[found.agree, own?.agree],
					[found.network, own?.network],
					[found.ours, own?.ours]
				] as const) {
					value.forEach((one, at) => expect(one, name).toBeCloseTo(other?.[at] ?? NaN, 9));
				}
			}
		}
	});
});

/** A list of places as it is in `geodata/`: every open listing with a point is a place, none are merged. */
async function rawList(slug: Slug, part: 'community-venues' | 'libraries'): Promise<AssetsPart> {
	const pack = region(slug).part(part);
	const inside = new Set(region(slug).part('areas-2021').lsoa.codes);
	const table = await geodata.table(part);
	const [ids, status] = [strings(table, 'id'), strings(table, 'status')];
	const longitude = optionalNumbers(table, 'longitude');
	const latitude = optionalNumbers(table, 'latitude');
	const lsoa21 = optionalStrings(table, 'lsoa21');
	const around = (values: readonly number[]) => [
		values.reduce((a, b) => Math.min(a, b)) - 0.1,
		values.reduce((a, b) => Math.max(a, b)) + 0.1
	];
	const [[west = NaN, east = NaN], [south = NaN, north = NaN]] = [
		around(pack.longitude),
		around(pack.latitude)
	];
	const rows = [...ids.keys()].filter((row) => {
		const [x, y] = [longitude[row] ?? null, latitude[row] ?? null];
		if (status[row] === 'closed' || x === null || y === null) return false;
		return x > west && x < east && y > south && y < north;
	});
	const none = rows.map(() => null);
	return {
		kind: 'assets',
		part,
		datasets: pack.datasets,
		collected: pack.collected,
		reachKm: pack.reachKm,
		ids: rows.map((row) => ids[row] ?? ''),
		names: rows.map((row) => ids[row] ?? ''),
		kindOf: rows.map(() => 0),
		kinds: pack.kinds.slice(0, 1),
		status: rows.map(() => 0),
		statuses: ['unverified'],
		longitude: rows.map((row) => longitude[row] ?? NaN),
		latitude: rows.map((row) => latitude[row] ?? NaN),
		lsoa21: rows.map((row) => {
			const code = lsoa21[row] ?? null;
			return code !== null && inside.has(code) ? code : null;
		}),
		lsoa11: none,
		addresses: none,
		postcodes: none,
		lastSeen: none,
		claims: rows.map(() => []),
		sources: []
	};
}

describe.each([
	['norfolk-and-waveney', 'places'],
	['norfolk-and-waveney', 'venues'],
	['norfolk-and-waveney', 'pharmacies'],
	['norfolk-and-suffolk', 'places'],
	['norfolk-and-suffolk', 'venues'],
	['norfolk-and-suffolk', 'pharmacies'],
	['bath-swindon-and-wiltshire', 'places'],
	['bath-swindon-and-wiltshire', 'venues'],
	['bath-swindon-and-wiltshire', 'pharmacies']
] as const)('gaps of %s, %s', (slug, kind) => {
	it('are the same communities, with the same counts, and E2SFCA to a hundredth', async () => {
		const pack = region(slug);
		const request: GapsRequest = {
			...DEFAULT_REQUEST,
			provision: [kind === 'pharmacies' ? 'pharmacy' : 'community-venue']
		};
		const raw = kind === 'venues' ? await rawList(slug, 'community-venues') : null;
		const names = new Set<string>([...partsNeeded(request), ...PARTS_WELCOME]);
		const bench = new Workbench(pack.name, (part) => {
			if (part === 'community-venues' && raw) return raw;
			return names.has(part) ? pack.part(part) : undefined;
		});
		const { areas, gaps, units, inequality } = analyseGaps(request, bench);
		const own = second.gaps[`${slug} ${kind}`];
		const above = areas.filter((area) => area.above);
		expect(above).toHaveLength(Object.keys(own?.communities ?? {}).length);
		for (const area of above) {
			const theirs = own?.communities[area.code];
			const count = numberOf(area.provision) ?? NaN;
			expect(Math.abs(count - (theirs?.core20 ?? NaN)), area.name).toBeLessThan(0.02);
			const all = area.whole?.provision ?? count;
			expect(Math.abs(all - (theirs?.all ?? NaN)), area.name).toBeLessThan(0.02);
			const shared = area.whole?.e2sfca ?? area.e2sfca;
			for (const [ours, other] of [
				[area.e2sfca, theirs?.e2sfca],
				[shared, theirs?.e2sfca_all]
			]) {
				const apart = Math.abs((ours ?? NaN) - (other ?? NaN));
				expect(apart, area.name).toBeLessThanOrEqual(0.01 * (other ?? NaN));
			}
		}
		expect(gaps.map((unit) => units.codes[unit] ?? '').sort()).toEqual(own?.gaps);
		const across = own?.across_need;
		expect(Math.abs((inequality?.index.value ?? NaN) - (across?.index ?? NaN))).toBeLessThan(0.002);
		const fifth = (inequality?.neediestFifth ?? NaN) - (across?.neediest_fifth ?? NaN);
		expect(Math.abs(fifth)).toBeLessThan(0.002);
	});
});

describe.each(['drive', 'walk'] as const)('food banks shared within an hour, %s', (mode) => {
	it('are as many for 10,000 residents of each community, to a hundredth', () => {
		const slug = 'norfolk-and-waveney';
		const { areas } = analyseGaps({ ...FOOD_BANKS_BY_CAR, mode }, benchOf(slug));
		const own = second.shared[`${slug} ${mode}`] ?? {};
		expect(areas).toHaveLength(Object.keys(own).length);
		for (const { code, name, e2sfca } of areas) {
			const apart = Math.abs((e2sfca ?? NaN) - (own[code] ?? NaN));
			expect(apart, name).toBeLessThanOrEqual(0.01 * (own[code] ?? NaN));
		}
	});
});

/** A plan of the second computation in a question. */
function planIn({ problem, siteIndex, standing }: Question, ids: readonly string[]): Plan {
	const open = ids.map((id) => siteIndex.get(id));
	expect(open).not.toContain(undefined);
	const plan = planOf(problem, [...standing, ...open.map(Number)]);
	const { objective, unservedWeight } = score(problem, plan);
	const proof = { status: 'feasible', bound: null, gap: null, seconds: 0 } as const;
	return { ...plan, ...proof, objective, servedWeight: objective, unservedWeight };
}

/** Each swap that the second computation finds, with its loss, is one of the site's, and no other is. */
function expectSwaps(question: Question, ids: readonly string[], theirs: Swapped | null) {
	expect(question.candidates).toBe(theirs?.buildings);
	const { swaps } = nearSwaps(question.problem, planIn(question, ids));
	const id = (site: number) => question.sites[site]?.id ?? '';
	const found = swaps.map(({ out, into }) => `${id(out)} ${id(into)}`);
	expect(found.sort()).toEqual(Object.keys(theirs?.swaps ?? {}).sort());
	for (const { out, into, worse } of swaps) {
		// Better than the plan counts as no worse.
		const own = Math.max(0, theirs?.swaps[`${id(out)} ${id(into)}`] ?? NaN);
		expect(worse).toBeCloseTo(own, 5);
	}
}

describe('the plan that Norfolk and Waveney opens with', () => {
	it('puts 909 of 5,090 babies near a hub, none of them rural', () => {
		const own = second.siting.suited;
		const question = sitingQuestion(defaultSitingState());
		expect([own.reached, own.if_open, second.siting.people].map(Math.round)).toEqual([
			909, 936, 5090
		]);
		expect(own.rural).toBe(0);
		expect(planIn(question, own.plan).objective).toBeCloseTo(own.reached, 1);
		expect(ifOpen(question, planIn(question, own.plan).open).near).toBeCloseTo(own.if_open, 1);
		expectSwaps(question, own.plan, own.places);
		expect(Math.min(...Object.values(own.places?.swaps ?? {}))).toBeGreaterThan(-1e-6);
	});

	it('chooses from the buildings that suit, and no others', () => {
		const { lists, centres } = second.siting.suited;
		const { sites } = sitingQuestion(defaultSitingState());
		const of = (list: string) => sites.filter((site) => site.list === list);
		for (const [list, count] of Object.entries(lists)) expect(of(list), list).toHaveLength(count);
		const listed = new Set(centres);
		const named = of('community-centres');
		// Several listings of one building count once.
		expect(named.length).toBeGreaterThan(10);
		expect(named.length).toBeLessThanOrEqual(listed.size);
		expect(sites).toHaveLength(total(Object.values(lists)) + named.length);
	});
});

describe('the plan of venues and libraries that it opened with before', () => {
	const choice: Choice = SITING_CODEC.read(OLD).state;
	const slug = 'norfolk-and-waveney';

	it('reaches as many babies: 1,016 of 5,090, 127 of them today', () => {
		const own = second.siting;
		const question = sitingQuestion(choice);
		const { objective } = planIn(question, own.plan);
		expect([own.listings.objective, own.people, own.rural_people].map(Math.round)).toEqual([
			1016, 5090, 3456
		]);
		expect(Math.round(own.today)).toBe(127);
		expect(objective).toBeCloseTo(own.listings.objective, 1);
		expect(total([...question.peopleOfDemand])).toBeCloseTo(own.people, 1);
		expect(Math.round(own.without_today)).toBe(889);
		expect(own.rural).toBe(0);
		for (const one of SLUGS) {
			const aged0 = factNumbers(region(one).part('residents-aged-0-2025'), 'aged_0');
			expect(Math.abs(total(aged0) - own.aged_0[one])).toBeLessThan(1);
		}
	});

	it.each(['places', 'listings'] as const)(
		'has the swaps within 1% that trying every one of the %s gives',
		async (which) => {
			const raw = async () => ({
				'community-venues': await rawList(slug, 'community-venues'),
				libraries: await rawList(slug, 'libraries')
			});
			const question = sitingQuestion(choice, which === 'listings' ? await raw() : {});
			expectSwaps(question, second.siting.plan, second.siting[which]);
		}
	);

	it('is the best of all that differ in one building', () => {
		expect(Math.min(...Object.values(second.siting.places?.swaps ?? {}))).toBeGreaterThan(-1e-6);
	});
});
