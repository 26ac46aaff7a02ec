import { describe, expect, it } from 'vitest';
import { projectFacts } from '../../tests/data/built.ts';
import { makeTable } from '../../src/lib/facts/table.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { checkBoards, checkPacks, eachOnce, packsAddUp, packsWithinBars } from './check.ts';

describe('every area once', () => {
	const all = ['a', 'b', 'c'];
	it('is right where each lies in one set', () => {
		const sets = new Map([
			['x', ['a', 'b']],
			['y', ['c']]
		]);
		expect(eachOnce('', all, sets).wrong).toEqual([]);
	});
	it('names those in none, in two, and of nowhere', () => {
		const sets = new Map([
			['x', ['a', 'b', 'z']],
			['y', ['b']]
		]);
		expect(eachOnce('', all, sets).wrong).toEqual([
			'x has z, which is in no list',
			'b is in x and y',
			'c is in no board'
		]);
	});
});

describe('the facts', () => {
	it('make England of the boards, as published', async () => {
		const findings = await checkBoards(projectFacts());
		expect(findings).toHaveLength(6);
		expect(findings.flatMap(({ wrong }) => wrong)).toEqual([]);
	});
});

const board = (slug: string, code: string) => ({
	slug,
	kind: 'board',
	area: [{ vintage: 'icb26', codes: [code] }]
});

describe('packs', () => {
	const manifest = (slug: string, files: object[]) =>
		({ regions: { [slug]: { slug, files } } }) as unknown as Manifest;

	it('of a region that there is not, or without a file, are wrong', async () => {
		const geodata = projectFacts();
		const check = (slug: string, files: object[]) =>
			checkPacks(geodata, '/nowhere', manifest(slug, files), () => ({}));
		expect((await check('atlantis', [])).wrong).toEqual(['atlantis is no region of geodata']);
		const path = 'packs/devon/areas-2021.0.json';
		expect((await check('devon', [{ part: 'areas-2021', path }])).wrong).toEqual([
			`devon: ${path} is not there`
		]);
	});

	it('above their bar are wrong, and so are maps that need too much as they open', () => {
		const file = (part: string, gzipBytes: number) => ({ part, path: '', gzipBytes });
		const wrong = (areas: number, others: number) =>
			packsWithinBars(
				manifest('devon', [file('areas-2021', areas), file('register', others)]),
				() => ({ lsoa: { codes: [] } })
			).wrong;
		expect(wrong(350_000, 150_100)).toEqual(['devon: 500.1 kB, and may have 500.0']);
		expect(wrong(350_100, 0)).toEqual([
			'devon: the first view of its map 350.1 kB, and may have 350.0'
		]);
		expect(wrong(350_000, 150_000)).toEqual([]);
	});

	it('of some boards do not add up to England', async () => {
		const boards = [board('north', 'N'), board('south', 'S')];
		const england = (residents: number) => ({
			...Object.fromEntries(
				['2021', '2011'].map((vintage) => [
					`areas-${vintage}`,
					{ lsoa: { residents: [100, residents] } }
				])
			),
			...Object.fromEntries(
				['2025', '2019'].map((edition) => [
					`deprivation-${edition}`,
					{
						part: 'deprivation',
						columns: { imd_decile: { values: [1, 9] } },
						england: { residents: 600, core20_residents: 200 }
					}
				])
			),
			'link-workers': {
				ids: ['U1'],
				names: [''],
				figures: { fte: [1.5], patients: [1], practices: [1], imd_score: [1] },
				unplaced: {
					ids: ['U2'],
					names: [''],
					figures: { fte: [0.5], patients: [null], practices: [null], imd_score: [null] }
				}
			}
		});
		const parts = (residents: number) => england(residents) as Record<string, unknown>;
		const all = {
			regions: Object.fromEntries(
				boards.map(({ slug }) => [
					slug,
					{ slug, files: Object.keys(parts(0)).map((part) => ({ part, path: part })) }
				])
			)
		} as unknown as Manifest;
		const text = (...values: string[]) => ({ type: 'text', values }) as const;
		const number = (...values: number[]) => ({ type: 'number', values }) as const;
		// U3 has no patients, and its board was divided: no board of today has it.
		const tables: Record<string, ReturnType<typeof makeTable>> = {
			'link-workers-pcn': makeTable({
				census: text('2022-06', '2022-09', '2022-09', '2022-09'),
				pcn: text('U1', 'U1', 'U00000', 'U3'),
				icb24: text('E1', 'E1', 'E1', 'E2'),
				fte: number(7, 4, 9, 5)
			}),
			'pcn-practices-2022-23': makeTable({ pcn: text('U1', 'U3'), patients: number(1, 0) })
		};
		const areas = makeTable({ icb24: text('E1', 'E2', 'E2'), icb26: text('F1', 'F1', 'F2') });
		const geodata = {
			allRegions: () => boards,
			once: () => Promise.resolve({ '2021': areas }),
			table: (id: string) => Promise.resolve(tables[id])
		} as unknown as Geodata;
		const wrongOf = async (residents: number) =>
			(await packsAddUp(geodata, all, (part) => parts(residents)[part])).wrong.filter(
				(line) => !line.startsWith('LSOAs')
			);
		expect(await wrongOf(200)).toEqual([]);
		expect(await wrongOf(201)).toEqual([
			'residents, 2019: all boards have 602.00, England 600.00',
			'residents, 2025: all boards have 602.00, England 600.00'
		]);
	});
});
