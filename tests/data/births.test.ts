/**
 * The figures of the layers on births, worked out again from the tables: plain loops,
 * districts by the names of their LSOAs, intervals by another formula.
 */
import { describe, expect, it } from 'vitest';
import { builtRegion } from '../../scripts/lib/built-region.ts';
import type { FactsPart, NameOf } from '../../src/lib/facts/parts.ts';
import { projectFacts } from './built.ts';

type Row = Record<string, unknown>;
const NW = 'norfolk-and-waveney';
const BSW = 'bath-swindon-and-wiltshire';
const geodata = projectFacts();
const regions = new Map([NW, BSW].map((slug) => [slug, builtRegion(slug)]));
const number = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);
const sum = (rows: Row[], column: string) =>
	rows.reduce((total, row) => total + number(row[column]), 0);

async function rowsOf(dataset: string): Promise<Row[]> {
	const columns = Object.entries((await geodata.table(dataset)).columns);
	return (columns[0]?.[1].values ?? []).map((_, i) =>
		Object.fromEntries(columns.map(([name, { values }]) => [name, values[i]]))
	);
}

const part = (slug: string, name: NameOf<'facts'>): FactsPart => {
	const found = regions.get(slug)?.part(name);
	if (!found) throw new Error(`no region ${slug}`);
	return found;
};
function figure(slug: string, code: string, column: string) {
	const { codes, columns } = part(slug, 'births');
	const i = codes?.indexOf(code) ?? -1;
	const found = columns[column];
	return {
		value: found?.values[i] ?? NaN,
		lower: found?.lower?.[i] ?? null,
		upper: found?.upper?.[i] ?? null,
		status: found?.status?.[i]
	};
}

describe('births by district', () => {
	it.each([
		[NW, 'E07000148', 1471, 34_133, 43.1],
		[NW, 'E07000146', 1444, 22_368, 64.6],
		[NW, 'E07000147', 682, 13_251, 51.5],
		[BSW, 'E06000030', 2623, 40_787, 64.3],
		[BSW, 'E06000054', 4680, 79_450, 58.9]
	])('%s %s as in the tables', (slug, code, births, females, rate) => {
		expect(figure(slug, code, 'births').value).toBe(births);
		expect(figure(slug, code, 'females_15_44').value).toBe(females);
		expect(figure(slug, code, 'rate').value.toFixed(1)).toBe(rate.toFixed(1));
		// A count this large is nearly normal on the scale of square roots.
		const { lower, upper, status } = figure(slug, code, 'rate');
		expect(status).toBeUndefined();
		const root = (z: number) => ((Math.sqrt(births) + z) ** 2 / females) * 1000;
		expect(Math.abs((lower ?? NaN) - root(-0.98))).toBeLessThan(0.05);
		expect(Math.abs((upper ?? NaN) - root(0.98))).toBeLessThan(0.1);
	});

	it('parts of districts by their share of residents aged 0, without interval', async () => {
		const aged0 = new Map(
			(await rowsOf('residents-2019-lsoa11')).map((row) => [row['lsoa11'], row])
		);
		const females = new Map(
			(await rowsOf('females-15-44-lsoa11')).map((row) => [row['lsoa11'], row])
		);
		const areas = await rowsOf('areas-lsoa11');
		const published = new Map((await rowsOf('births-lad20')).map((row) => [row['name'], row]));
		for (const [slug, code, inPart, district] of [
			[NW, 'E07000206', (row: Row) => String(row['name']).startsWith('Waveney '), 'East Suffolk'],
			[
				BSW,
				'E07000180',
				(row: Row) =>
					String(row['name']).startsWith('Vale of White Horse ') && row['icb22'] === 'E54000040',
				'Vale of White Horse'
			]
		] as const) {
			const here = areas.filter(inPart);
			const all = areas.filter((row) => row['lad22_name'] === district);
			const babies = (rows: Row[]) =>
				sum(
					rows.map((row) => aged0.get(row['lsoa11']) ?? {}),
					'aged_0'
				);
			const births =
				(number(published.get(district)?.['births_2019']) * babies(here)) / babies(all);
			expect(figure(slug, code, 'births').value).toBeCloseTo(births, 1);
			expect(figure(slug, code, 'births').status).toBe('estimate');
			const women = sum(
				here.map((row) => females.get(row['lsoa11']) ?? {}),
				'females_15_44'
			);
			expect(figure(slug, code, 'rate')).toMatchObject({
				status: 'estimate',
				lower: null,
				upper: null
			});
			expect(figure(slug, code, 'rate').value).toBeCloseTo((1000 * births) / women, 1);
		}
		expect(Math.round(figure(NW, 'E07000206', 'births').value)).toBe(1022);
	});

	it('England’s rate, the same way and as published', () => {
		const { england } = part(NW, 'births');
		expect(england).toEqual({
			births: 617_939,
			females_15_44: 10_581_832,
			general_fertility_rate: 55.91
		});
	});

	it('as published: only what the region’s documents print, unmixed', () => {
		expect(part(NW, 'births').printed?.map(({ text }) => text)).toEqual([
			'Norfolk and Waveney: births: 7,643 births (2020/21)',
			expect.stringContaining('18% (2020/21)'),
			expect.stringContaining('North Norfolk'),
			expect.stringContaining('44%')
		]);
		expect(part(BSW, 'births').printed).toHaveLength(2);
	});
});

it('residents aged 0: the same people on the areas of 2011 and of 2021', () => {
	for (const [slug, people] of [
		[NW, 8863],
		[BSW, null]
	] as const) {
		const [before, after] = (['2019', '2025'] as const).map((id) =>
			(part(slug, `residents-aged-0-${id}`).columns['aged_0']?.values ?? []).reduce<number>(
				(total, value) => total + number(value),
				0
			)
		);
		if (people !== null) expect(before).toBe(people);
		expect(after).toBeCloseTo(before ?? NaN, 4);
	}
});
