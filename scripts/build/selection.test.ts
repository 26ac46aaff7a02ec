import { describe, expect, it } from 'vitest';
import { projectFacts } from '../../tests/data/built.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { strings } from '../../src/lib/facts/table.ts';
import { held, selectRegion } from './selection.ts';

const geodata = projectFacts();
const select = (...area: Region['area']) => selectRegion(geodata, { slug: 'x', area });
const counts = async (...area: Region['area']) => {
	const found = await select(...area);
	return [found['2021'].codes.length, found['2011'].codes.length];
};

describe('a region may be', () => {
	it('a board of April 2026', async () => {
		expect(await counts({ vintage: 'icb26', codes: ['E54000068'] })).toEqual([1001, 611 + 368]);
	});
	it('a former board, by its code of 2024 or of 2022', async () => {
		expect(await counts({ vintage: 'icb24', codes: ['E54000022'] })).toEqual([624, 611]);
		expect(await counts({ vintage: 'icb22', codes: ['E54000022'] })).toEqual([624, 611]);
	});
	it('districts of 2024, also those made since the lookup of 2022', async () => {
		// Cumberland, Westmorland and Furness; North Yorkshire; Somerset.
		const [now, before] = await counts({
			vintage: 'lad24',
			codes: ['E06000063', 'E06000064', 'E06000065', 'E06000066']
		});
		expect(now).toBeGreaterThan(1000);
		expect(before).toBe(
			60 + 49 + 68 + 49 + 36 + 59 + 32 + 52 + 104 + 34 + 30 + 71 + 50 + 66 + 70 + 103 + 88
		);
	});
	it('districts and a former district together', async () => {
		expect(
			await counts(
				{ vintage: 'lad24', codes: ['E07000145'] },
				{ vintage: 'lad18', codes: ['E07000206'] }
			)
		).toEqual([60 + 72, 61 + 73]);
	});
	it('a district under the code of another year', async () => {
		const barnsley = await select({ vintage: 'lad24', codes: ['E08000016'] });
		for (const area of [
			{ vintage: 'lad24', codes: ['E08000038'] },
			{ vintage: 'lad26', codes: ['E08000016'] }
		] as const) {
			const other = await select({ vintage: area.vintage, codes: [...area.codes] });
			expect(other['2021'].codes).toEqual(barnsley['2021'].codes);
		}
	});
});

describe('a region may not', () => {
	it('name a code that no lookup knows', async () => {
		await expect(select({ vintage: 'icb26', codes: ['E54000099'] })).rejects.toThrow(
			/^region "x": area: E54000099 is not a code of icb26.*docs\/add-a-region\.md says where/
		);
		// A board that was closed is not one of 2026.
		await expect(select({ vintage: 'icb26', codes: ['E54000022'] })).rejects.toThrow(/E54000022/);
	});
	it('have a neighbourhood twice', async () => {
		await expect(
			select({ vintage: 'icb24', codes: ['E54000022'] }, { vintage: 'lad24', codes: ['E07000148'] })
		).rejects.toThrow(
			/^region "x": Norwich lies inside the board .*Norfolk and Waveney.*: name one or the other \(area: lad24 E07000148 and icb24 E54000022\)$/
		);
	});
});

describe('every neighbourhood', () => {
	it('is in exactly one board, in either vintage', async () => {
		const boards = geodata.allRegions().filter(({ kind }) => kind === 'board');
		expect(boards).toHaveLength(36);
		const found = { '2021': new Map<string, string>(), '2011': new Map<string, string>() };
		for (const region of boards) {
			const selection = await selectRegion(geodata, region);
			for (const vintage of ['2021', '2011'] as const) {
				for (const code of selection[vintage].codes) {
					expect(found[vintage].get(code), code).toBeUndefined();
					found[vintage].set(code, region.slug);
				}
			}
		}
		expect(found['2021'].size).toBe(33_755);
		expect(found['2011'].size).toBe(32_844);
	});
});

describe('what a selection holds', () => {
	it('tells whole boards from parts of one', async () => {
		const { '2021': suffolk } = await select({ vintage: 'icb26', codes: ['E54000068'] });
		const { whole, part } = held(suffolk, 'icb24');
		expect([[...whole], [...part]]).toEqual([['E54000022'], ['E54000023']]);
		expect(strings(suffolk.areas, 'lsoa21')).toHaveLength(33_755);
	});
});
