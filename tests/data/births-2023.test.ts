/**
 * Births of 2023 in the packs, worked out again: named values as the publisher has them, the
 * parts of districts from the residents of 2011 neighbourhoods, intervals by another formula.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { builtRegion } from '../../scripts/lib/built-region.ts';
import { decodeAreas } from '../../src/lib/areas/region.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { birthsDocument } from '../../src/lib/gaps/births-file.ts';
import { birthsByDistrict } from '../../src/lib/gaps/births-by-district.ts';
import { births2023, type GroupOfAreas } from '../../src/lib/methods/births-2023.ts';
import { factsOf } from '../../src/lib/server/facts.ts';
import { strings } from '../../src/lib/facts/table.ts';
import { projectFacts } from './built.ts';

const NW = 'norfolk-and-waveney';
const BSW = 'bath-swindon-and-wiltshire';
const NS = 'norfolk-and-suffolk';
const geodata = projectFacts();
const number = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);

async function rowsOf(dataset: string): Promise<Record<string, unknown>[]> {
	const columns = Object.entries((await geodata.table(dataset)).columns);
	return (columns[0]?.[1].values ?? []).map((_, i) =>
		Object.fromEntries(columns.map(([name, { values }]) => [name, values[i]]))
	);
}

function figure(slug: string, code: string, column: string) {
	const { codes, columns } = builtRegion(slug).part('births-2023');
	const i = codes?.indexOf(code) ?? -1;
	const found = columns[column];
	return {
		value: found?.values[i] ?? null,
		lower: found?.lower?.[i] ?? null,
		upper: found?.upper?.[i] ?? null,
		status: found?.status?.[i]
	};
}

describe('births of 2023', () => {
	it.each([
		[NW, 'E07000148', 1290, 35.9, 42],
		[NW, 'E07000147', 579, 44.3, 25],
		[BSW, 'E06000030', 2371, 51.2, 26],
		[BSW, 'E06000054', 4350, 50.9, 86],
		[NS, 'E07000244', 1748, 48.6, 59]
	])('%s %s as published', (slug, code, births, rate, home) => {
		expect(figure(slug, code, 'births').value).toBe(births);
		expect(figure(slug, code, 'rate').value).toBe(rate);
		expect(figure(slug, code, 'home_births').value).toBe(home);
		// A count this large is nearly normal on the scale of square roots.
		const { lower, upper } = figure(slug, code, 'births');
		const root = (z: number) => (Math.sqrt(births) + z) ** 2;
		expect(Math.abs((lower ?? NaN) - root(-0.98))).toBeLessThan(1.5);
		expect(Math.abs((upper ?? NaN) - root(0.98))).toBeLessThan(3);
		const ofRate = figure(slug, code, 'rate');
		expect((ofRate.lower ?? NaN) / rate).toBeCloseTo((lower ?? NaN) / births, 2);
		expect((ofRate.upper ?? NaN) / rate).toBeCloseTo((upper ?? NaN) / births, 2);
	});

	it('the seven districts of Norfolk have 7,405, England 563,561, two deciles a quarter', async () => {
		const { columns, england } = builtRegion(NW).part('births-2023');
		const norfolk = (columns['births']?.values ?? []).slice(0, 7);
		expect(norfolk.reduce<number>((sum, value) => sum + number(value), 0)).toBe(7405);
		expect(england).toMatchObject({ births: 563_561, rate: 49.9, home_births: 9496 });
		expect(number(england['births_decile_1']) + number(england['births_decile_2'])).toBe(142_616);
		expect(england['to_june_2019']).toBe(617_939);
		const rows = (await rowsOf('births-2023')).filter(({ area }) => area !== 'E92000001');
		const shared = rows.find((row) => row['area'] === 'E06000052')?.['shared_births'];
		const all = rows.reduce((sum, row) => sum + (number(row['births']) || 0), 0);
		expect(all + number(shared)).toBe(563_561);
	});

	it('Waveney and the part of Vale of White Horse are estimates without interval or rate', async () => {
		const areas = await rowsOf('areas-lsoa11');
		const aged0 = new Map(
			(await rowsOf('residents-2020-lsoa11')).map((row) => [row['lsoa11'], number(row['aged_0'])])
		);
		const babies = (rows: Record<string, unknown>[]) =>
			rows.reduce((sum, row) => sum + (aged0.get(row['lsoa11'] as string) ?? NaN), 0);
		for (const [slug, code, district, births, inPart] of [
			[NW, 'E07000206', 'East Suffolk', 1748, (name: string) => name.startsWith('Waveney ')],
			[BSW, 'E07000180', 'Vale of White Horse', NaN, () => false]
		] as const) {
			const found = figure(slug, code, 'births');
			expect(found).toMatchObject({ status: 'estimate', lower: null, upper: null });
			expect(figure(slug, code, 'rate')).toMatchObject({ value: null, status: 'not-published' });
			expect(figure(slug, code, 'home_births').value).toBeNull();
			expect(figure(slug, code, 'to_june_2018')).toMatchObject({ status: 'not-published' });
			if (Number.isNaN(births)) continue;
			const all = areas.filter((row) => row['lad22_name'] === district);
			const part = all.filter((row) => inPart(String(row['name'])));
			expect(found.value).toBeCloseTo((births * babies(part)) / babies(all), 1);
		}
		expect(Math.round(figure(NW, 'E07000206', 'births').value ?? NaN)).toBe(884);
	});

	it('districts that share a row have its rate and no number; several together have no rate', async () => {
		const facts = await factsOf(geodata, [
			'births-2023',
			'areas-lsoa21',
			'residents-2021-crosswalk'
		]);
		const lads = strings(facts.table('areas-lsoa21'), 'lad24');
		const lsoas = strings(facts.table('areas-lsoa21'), 'lsoa21');
		const group = (...codes: string[]): GroupOfAreas => ({
			code: codes.join('+'),
			lsoas: lsoas.filter((_, i) => codes.includes(lads[i] ?? ''))
		});
		const [cornwall, two, barnsley] = births2023(facts, [
			group('E06000052'),
			group('E07000148', 'E07000147'),
			group('E08000016')
		]);
		expect(cornwall).toMatchObject({ births: null, rate: 46.6, shared: 4346, homeBirths: null });
		expect(cornwall?.rateInterval?.lower).toBeLessThan(46.6);
		expect(two).toMatchObject({ births: 1290 + 579, rate: null, estimate: false });
		expect(barnsley?.births).toBeGreaterThan(2000);
	});

	it('stand on the page of gaps beside the former series, which has a column a year', () => {
		const region = builtRegion(NW);
		const areas = decodeAreas(region.part('areas-2021'));
		const { rows, england, deciles } = birthsByDistrict(region.part('births-2023'), areas);
		const row = (name: string) => rows.find((one) => one.name === name);
		expect(row('Norwich')).toMatchObject({
			births: '1,290',
			interval: '1,221 to 1,362',
			rate: '35.9',
			home: '42 (3.3%)',
			isEstimate: false
		});
		expect(row('Norwich')?.before.at(-1)).toBe('1,471');
		expect(row('Waveney')).toMatchObject({
			births: 'about 884 (estimate)',
			interval: null,
			rate: 'not published',
			home: 'not published',
			isEstimate: true
		});
		expect(row('Waveney')?.before[0]).toBe('not published');
		expect(england).toMatchObject({ births: '563,561', rate: '49.9' });
		expect(deciles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
	});

	it('are a file of their own, in which no row has both counts', () => {
		const region = builtRegion(NW);
		const areas = decodeAreas(region.part('areas-2021'));
		const text = toCsv(
			birthsDocument(region.part('births-2023'), areas, {
				region: region.summary.name,
				sources: [
					{
						id: 'births-2023',
						title: 'Births 2023',
						publisher: 'ONS',
						period: 'calendar year 2023'
					}
				],
				owner: 'Nobody looks after them.'
			})
		);
		const rows = parse(text, { columns: true }) as Record<string, string>[];
		const of = (name: string, year: string) =>
			rows.filter((row) => row['name'] === name && row['year'] === year);
		expect(of('Norwich', '2023')).toEqual([
			expect.objectContaining({
				code: 'E07000148',
				count: 'registered in the calendar year',
				births: '1290',
				births_status: 'value',
				births_95_percent_lower: '1220.6',
				general_fertility_rate: '35.9',
				births_at_home: '42',
				Sources: 'Births 2023 (calendar year 2023)',
				looked_after_by: 'Nobody looks after them.'
			})
		]);
		expect(of('Norwich', '2019')).toEqual([
			expect.objectContaining({
				count: 'born in the year to 30 June',
				births: '1471',
				general_fertility_rate: ''
			})
		]);
		expect(of('Waveney', '2023')[0]).toMatchObject({
			births: '883.9',
			births_status: 'estimate',
			births_95_percent_lower: '',
			general_fertility_rate: ''
		});
		expect(of('Waveney', '2002')[0]).toMatchObject({ births: '', births_status: 'not-published' });
		const deciles = rows.filter(({ name }) => name?.startsWith('England, decile'));
		expect(deciles.reduce((sum, { births }) => sum + Number(births), 0)).toBe(563_561);
		expect(rows).toHaveLength(9 * 19 + 10);
	});
});
