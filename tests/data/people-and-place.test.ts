/**
 * People and places by another route: plain loops over the committed tables, areas by the
 * names of their LSOAs or districts, beside the parts of the packs and England's figures.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { coastalLsoas } from '../../scripts/build/coast.ts';
import type { PartContext } from '../../scripts/build/part.ts';
import { agesPart, ethnicGroupsPart, femalesPart } from '../../scripts/build/parts/people.ts';
import { ruralUrbanPart } from '../../scripts/build/parts/place.ts';
import { selectRegion } from '../../scripts/build/selection.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { made, packs, projectFacts } from './built.ts';
import { rowsOf as rowsOfTable, type Row } from './rows.ts';

const geodata = projectFacts();
const region = packs();
const contexts = new Map<string, PartContext>();
beforeAll(async () => {
	for (const region of geodata.regions()) {
		const selection = await selectRegion(geodata, region);
		contexts.set(region.slug, { geodata, region, selection });
	}
});
const context = (slug: string): PartContext => {
	const found = contexts.get(slug);
	if (!found) throw new Error(slug);
	return found;
};
const NW = 'norfolk-and-waveney';
const BSW = 'bath-swindon-and-wiltshire';

const read = new Map<string, Promise<Row[]>>();

/** Rows of a table as objects, made once. */
function rowsOf(id: string): Promise<Row[]> {
	const made = read.get(id) ?? geodata.table(id).then(rowsOfTable);
	read.set(id, made);
	return made;
}
const sum = (rows: readonly Row[], column: string): number =>
	rows.reduce((total, row) => total + Number(row[column]), 0);
const total = (part: FactsPart, column: string): number =>
	(part.columns[column]?.values ?? []).reduce<number>((all, value) => all + (value ?? NaN), 0);

/** LSOAs of 2011 by district names, which stand in the names of LSOAs. */
const NW_2011 =
	/^(Breckland|Broadland|Great Yarmouth|King's Lynn and West Norfolk|North Norfolk|Norwich|South Norfolk|Waveney) \d/;

describe('ages', () => {
	it('of mid-2020 are those of the LSOAs named for the eight districts', async () => {
		const part = made(region(NW), agesPart('2019')) as FactsPart;
		const names = new Map(
			(await rowsOf('areas-lsoa11')).map(({ lsoa11, name }) => [lsoa11, String(name)])
		);
		const here = (await rowsOf('residents-2020-lsoa11')).filter(({ lsoa11 }) =>
			NW_2011.test(names.get(lsoa11) ?? '')
		);
		expect(here).toHaveLength(611);
		for (const column of ['total', 'aged_0_15', 'aged_16_24', 'aged_65_over']) {
			expect(total(part, column), column).toBe(sum(here, column));
		}
		// The published estimate of England.
		expect(part.england['total']).toBe(56_550_138);
		expect(total(part, 'aged_65_over')).toBe(257_855);
	});
	it('of Census 2021 are those of the LSOAs that the change lookup leads to', async () => {
		const part = made(region(NW), agesPart('2025')) as FactsPart;
		const names = new Map(
			(await rowsOf('areas-lsoa11')).map(({ lsoa11, name }) => [lsoa11, String(name)])
		);
		const codes = new Set(
			(await rowsOf('lsoa11-lsoa21'))
				.filter(({ lsoa11 }) => NW_2011.test(names.get(lsoa11) ?? ''))
				.map(({ lsoa21 }) => lsoa21)
		);
		const here = (await rowsOf('residents-2021-age')).filter(({ lsoa21 }) => codes.has(lsoa21));
		expect(here).toHaveLength(624);
		expect(total(part, 'aged_65_over')).toBe(sum(here, 'aged_65_over'));
		expect(total(part, 'total')).toBe(sum(here, 'total'));
	});
});

it('the five ethnic groups are all residents, of every neighbourhood', async () => {
	for (const slug of [NW, BSW]) {
		const { columns, england } = made(region(slug), ethnicGroupsPart);
		const value = (column: string, i: number) => columns[column]?.values[i] ?? NaN;
		const groups = ['asian', 'black', 'mixed', 'other', 'white'];
		columns['total']?.values.forEach((all, i) => {
			expect(groups.reduce((s, column) => s + value(column, i), 0)).toBe(all);
		});
		expect(england['total']).toBe(56_490_108);
	}
});

it('females aged 15 to 44 are the 168,264 and the 160,213 of mid-2020, the 175,940 and 171,111 of 2021', () => {
	const of = (slug: string, id: '2019' | '2025') =>
		made(region(slug), femalesPart(id)) as FactsPart;
	expect(total(of(NW, '2019'), 'females_15_44')).toBeCloseTo(168_264, -1);
	expect(total(of(NW, '2025'), 'females_15_44')).toBeCloseTo(175_940, -1);
	expect(total(of(BSW, '2025'), 'females_15_44')).toBeCloseTo(171_111, -1);
	expect(of(NW, '2025').england['females_15_44']).toBeCloseTo(10_997_714, -1);
	expect(of(NW, '2025').datasets).toEqual(['females-15-44-lsoa21']);
	// The sources' 160,213 leave out the four LSOAs of Vale of White Horse.
	const bsw = made(region(BSW), femalesPart('2019')) as FactsPart;
	const { codes } = context(BSW).selection['2011'];
	const council = codes.flatMap((code, i) => (/^E0102874[5-8]$/.test(code) ? [] : [i]));
	expect(council).toHaveLength(532);
	const values = bsw.columns['females_15_44']?.values ?? [];
	expect(council.reduce((all, i) => all + (values[i] ?? NaN), 0)).toBeCloseTo(160_213, -1);
});

describe('places', () => {
	it('know every rural-urban class, and England’s residents in each', async () => {
		for (const id of ['2025', '2019'] as const) {
			const part = made(region(BSW), ruralUrbanPart(id)) as FactsPart;
			const residents = Object.values(part.england).reduce((all, count) => all + count, 0);
			expect(residents).toBe(id === '2025' ? 56_489_608 : 56_550_138);
			const year = id === '2025' ? '21' : '11';
			const rows = await rowsOf(`areas-lsoa${year}`);
			const board = id === '2025' ? 'icb24' : 'icb22';
			const here = rows.filter((row) => row[board] === 'E54000040');
			const rural = here.filter((row) => /rural/i.test(String(row[`ruc${year}_name`])));
			const from = id === '2025' ? 2 : 4;
			const classes = part.columns['class']?.values ?? [];
			expect(classes.filter((one) => (one ?? -1) >= from)).toHaveLength(rural.length);
		}
	});

	it('stand in fifths of England’s neighbourhoods', async () => {
		const part = region(NW).part('access-2025');
		const rows = await rowsOf('underlying-2025');
		for (const column of ['connectivity_score', 'digital_connectivity', 'patients_per_gp']) {
			for (const fifth of [1, 2, 3, 4]) {
				const bound = part.england[`${column}_fifth_${fifth}`] ?? NaN;
				const below = rows.filter((row) => Number(row[column]) < bound).length;
				// Rounded bounds move a few neighbourhoods at most.
				expect(Math.abs(below - (fifth * rows.length) / 5), column).toBeLessThan(60);
			}
		}
	});

	it('digital connectivity is worse where it is higher: with barriers, and from town to country', async () => {
		const [rows, barriers, areas] = await Promise.all([
			rowsOf('underlying-2025'),
			rowsOf('deprivation-2025'),
			rowsOf('areas-lsoa21')
		]);
		const mean = (keep: (i: number) => boolean) => {
			const values = rows.flatMap((row, i) =>
				keep(i) ? [Number(row['digital_connectivity'])] : []
			);
			return values.reduce((a, b) => a + b, 0) / values.length;
		};
		expect(rows.map(({ lsoa21 }) => lsoa21)).toEqual(areas.map(({ lsoa21 }) => lsoa21));
		expect(rows.map(({ lsoa21 }) => lsoa21)).toEqual(barriers.map(({ lsoa21 }) => lsoa21));
		expect(mean((i) => areas[i]?.['ruc21'] === 'RSF1')).toBeGreaterThan(
			mean((i) => areas[i]?.['ruc21'] === 'UN1') + 0.5
		);
		expect(mean((i) => barriers[i]?.['barriers_decile'] === 1)).toBeGreaterThan(
			mean((i) => barriers[i]?.['barriers_decile'] === 10) + 0.5
		);
	});

	it('road distances: the residents who live far', async () => {
		const part = region(NW).part('road-distances-2019');
		const residents = new Map(
			(await rowsOf('residents-2020-lsoa11')).map((row) => [row['lsoa11'], Number(row['total'])])
		);
		const rows = await rowsOf('underlying-2019');
		const far = rows.filter((row) => Number(row['road_km_gp']) >= 3);
		const people = far.reduce((all, row) => all + (residents.get(row['lsoa11']) ?? NaN), 0);
		expect(part.england['road_km_gp_far_share']).toBeCloseTo(people / 56_550_138, 12);
	});
});

describe('the coast', () => {
	const cases = [
		[NW, '2021', 55],
		[NW, '2011', 55],
		[BSW, '2021', 0],
		[BSW, '2011', 0]
	] as const;
	it.each(cases)(
		'%s, %s: %i neighbourhoods',
		(slug, vintage, count) => {
			const { selection } = context(slug);
			const found = coastalLsoas(context(slug), vintage);
			expect(found.size).toBe(count);
			const here = selection[vintage];
			const names = here.listed('name').filter((_, i) => found.has(here.codes[i] ?? ''));
			// Norwich, Breckland, Broadland and South Norfolk reach tidal rivers, not the sea.
			const inland = /^(Norwich|Breckland|Broadland|South Norfolk) /;
			expect(names.filter((name) => inland.test(name))).toEqual([]);
		},
		30_000
	);
});
