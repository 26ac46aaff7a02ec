/**
 * The plus groups of the Census by another route: plain sums over the committed tables, beside what
 * map, gaps and siting say of them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { needOf } from '../../src/lib/gaps/needs.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { needSentence } from '../../src/lib/gaps/sentences.ts';
import { Workbench } from '../../src/lib/gaps/workbench.ts';
import { factsColumn } from '../../src/lib/facts/figures.ts';
import { numbers, numbersBy, strings, stringsBy, type Table } from '../../src/lib/facts/table.ts';
import { numberOf } from '../../src/lib/facts/value.ts';
import { PLUS_DATASET, PLUS_GROUPS } from '../../src/lib/indicators/plus-groups.ts';
import { WHO } from '../../src/lib/siting/people.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { buildView, selectIn, type View } from '../../src/lib/view/view.ts';
import { packs, projectFacts } from './built.ts';

const SLUG = 'norfolk-and-waveney';
const geodata = projectFacts();
const region = packs()(SLUG);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
let table: Table;
let areas: Table;

beforeAll(async () => {
	table = await geodata.table(PLUS_DATASET);
	areas = await geodata.table('areas-lsoa21');
});

/** Their share of some neighbourhoods of England, in percent, from the counts. */
const shareOf = (column: string, all: string, has: (code: string) => boolean) => {
	const [counts, of] = [numbers(table, column), numbers(table, all)];
	const rows = strings(table, 'lsoa21').flatMap((code, row) => (has(code) ? [row] : []));
	return (
		(100 * sum(rows.map((row) => counts[row] ?? NaN))) / sum(rows.map((row) => of[row] ?? NaN))
	);
};

const viewOf = (layer: string): View => {
	const view = buildView(region.summary, { ...defaultState(), layer, overlays: [] }, (name) =>
		region.has(name) ? region.part(name) : undefined
	);
	if (!view) throw new Error('no view');
	return view;
};

describe('the table of plus groups', () => {
	it('adds up to England’s published totals', () => {
		expect(sum(numbers(table, 'no_car'))).toBe(5_515_948);
		expect(sum(numbers(table, 'households_cars'))).toBe(23_435_839);
		expect(sum(numbers(table, 'disabled'))).toBe(9_774_486);
		expect(sum(numbers(table, 'residents_5_over'))).toBe(53_413_167);
	});

	it('has twice as many households without a car in Core20 neighbourhoods as elsewhere', async () => {
		const decile = numbersBy(await geodata.table('deprivation-2025'), 'lsoa21', 'imd_decile');
		const isCore20 = (code: string) => (decile.get(code) ?? NaN) <= 2;
		expect(shareOf('no_car', 'households_cars', isCore20)).toBeCloseTo(39.8, 1);
		expect(shareOf('no_car', 'households_cars', (code) => !isCore20(code))).toBeCloseTo(19.5, 1);
	});
});

describe.each(PLUS_GROUPS)('$title', ({ id, column, all, words, of }) => {
	it('are one share on map, in words, details and table', () => {
		const view = viewOf(`plus-${id}`);
		const ours = new Set(view.areas.codes);
		const [{ contribution }] = view.layers as [(typeof view.layers)[number]];
		const written = (share: number) => `${share.toFixed(1)}%`;
		const inEngland = written(shareOf(column, all, () => true));
		const here = written(shareOf(column, all, (code) => ours.has(code)));
		expect(contribution.legend.note).toContain(`England: ${inEngland}.`);
		expect(contribution.findings[0]?.text).toContain(`${here} (England: ${inEngland}).`);
		const [code = ''] = view.areas.codes;
		expect(view.label(0).text).toBe(written(shareOf(column, all, (one) => one === code)));
		expect(selectIn(view, code)?.details.rows[0]?.value).toBe(view.label(0).text);

		const [group] = view.areas.groups.district;
		const inGroup = new Set(group?.members.map((area) => view.areas.codes[area] ?? ''));
		const row = selectIn(view, group?.code ?? '')?.details.rows[0];
		expect(row?.value).toBe(written(shareOf(column, all, (one) => inGroup.has(one))));
		expect(row?.note).toContain(` ${of}; England ${inEngland}.`);

		const counts = numbersBy(table, 'lsoa21', column);
		expect(view.columns.find((one) => one.id === column)?.values).toEqual(
			view.areas.codes.map((one) => counts.get(one))
		);
	});

	it('are people whom a hub can be for, as they are counted', () => {
		const who = WHO[`plus-${id}`];
		const { areas: ours } = viewOf('deprivation');
		const facts = region.part(who.part ?? 'cars-2025');
		const counts = numbersBy(table, 'lsoa21', column);
		expect(who.words).toBe(words);
		expect(who.count(ours, facts)).toEqual(ours.codes.map((code) => counts.get(code)));
	});
});

describe('households without a car, beside figures by car of the edition of 2019', () => {
	it('are those of 2021 on the areas of 2011: of every community, and of all England', async () => {
		const facts = region.part('cars-2019');
		const links = await geodata.table('lsoa11-lsoa21');
		const [before, after] = ['lsoa11', 'lsoa21'].map((name) => strings(links, name));
		const successors = new Map<string, string[]>();
		const origins = new Map<string, string[]>();
		before?.forEach((code, row) => {
			const to = after?.[row] ?? '';
			successors.set(code, [...(successors.get(code) ?? []), to]);
			origins.set(to, [...(origins.get(to) ?? []), code]);
		});
		const codes = region.part('areas-2011').lsoa.codes;
		let estimates = 0;
		for (const name of ['no_car', 'households_cars']) {
			const counts = numbersBy(table, 'lsoa21', name);
			const { values, status = {} } = factsColumn(facts, name);
			codes.forEach((code, at) => {
				const to = successors.get(code) ?? [];
				if (to.some((one) => (origins.get(one) ?? []).length > 1)) {
					expect(status[at], code).toBe('estimate');
					estimates += 1;
				} else expect(values[at], code).toBe(sum(to.map((one) => counts.get(one) ?? NaN)));
			});
			// What was merged is shared out, and nothing is lost: the region is the same set of people.
			const now = region.part('areas-2021').lsoa.codes.map((code) => counts.get(code) ?? NaN);
			expect(sum(values.map(Number))).toBeCloseTo(sum(now), 1);
		}
		expect(estimates).toBeGreaterThan(0);
		expect(facts.england['no_car_percent_mean']).toBeCloseTo(
			shareOf('no_car', 'households_cars', () => true),
			6
		);
		const bench = new Workbench(region.summary.name, (name) =>
			region.has(name) ? region.part(name) : undefined
		);
		const { areas: units, cars } = analyseGaps(
			{ ...DEFAULT_REQUEST, edition: '2019', mode: 'drive', provision: ['food-bank'] },
			bench
		);
		expect(units.every(({ noCar }) => noCar !== null && noCar > 0 && noCar < 100)).toBe(true);
		expect(cars).toMatch(/of households have no car or van/);
	});
});

describe('as needs', () => {
	const bench = new Workbench(region.summary.name, (name) =>
		region.has(name) ? region.part(name) : undefined
	);

	it('are a share of all that their table counts, with how many', () => {
		const analysis = analyseGaps(
			{ ...DEFAULT_REQUEST, need: 'plus-no-car', bar: 'share-20' },
			bench
		);
		const { areas: ours } = bench.edition('2025');
		const [first] = analysis.areas.filter(({ above }) => above);
		const members = new Set(
			analysis.units.members[first?.unit ?? -1]?.map((area) => ours.codes[area] ?? '')
		);
		const share = shareOf('no_car', 'households_cars', (code) => members.has(code));
		expect(100 * (first ? (numberOf(first.need) ?? NaN) : NaN)).toBeCloseTo(share, 8);
		const counts = numbersBy(table, 'lsoa21', 'no_car');
		expect(first?.people).toBe(sum([...members].map((code) => counts.get(code) ?? NaN)));
		expect(first && needSentence(first, analysis)).toContain(' households with no car or van; ');
	});

	it('tell who cannot speak English well of communities alone', async () => {
		const need = needOf('plus-english');
		expect(need.levels).toEqual(['msoa']);
		const english = await geodata.table('english-2021-msoa21');
		const [counts, all] = ['not_well', 'residents_3_over'].map((name) =>
			numbersBy(english, 'msoa21', name)
		);
		const { edition, areas: ours, units } = bench.edition('2025');
		const measure = need.build({ edition, areas: ours, units: units('msoa'), facts: bench.facts });
		measure.values.forEach((value, unit) => {
			const code = units('msoa').codes[unit] ?? '';
			expect(numberOf(value)).toBeCloseTo((counts?.get(code) ?? NaN) / (all?.get(code) ?? NaN), 12);
		});
		expect(measure.byArea).toBeNull();
		// Nothing smaller is anywhere in the pack.
		expect(region.part('english-2025').codes?.every((code) => code.startsWith('E02'))).toBe(true);
	});
});

describe('what is kept of districts alone', () => {
	it('never tells Gypsy, Irish Traveller or Roma residents exactly, or below 100', async () => {
		const kept = await geodata.table('gypsy-traveller-roma-2021-lad24');
		for (const name of ['gypsy_or_irish_traveller', 'roma']) {
			for (const value of kept.columns[name]?.values ?? []) {
				if (value === null) continue;
				expect(Number(value) % 10).toBe(0);
				expect(value).toBeGreaterThanOrEqual(100);
			}
		}
		expect(strings(kept, 'lad24')).toEqual(
			[...new Set(stringsBy(areas, 'lsoa21', 'lad24').values())].sort()
		);
	});

	it('is no layer, need or weight', () => {
		const names = [
			...PLUS_GROUPS.map(({ id }) => id),
			...region.summary.files.map(({ part }) => part)
		];
		expect(names.filter((name) => /gypsy|traveller|roma\b|arrivals|homeless/.test(name))).toEqual(
			[]
		);
	});
});
