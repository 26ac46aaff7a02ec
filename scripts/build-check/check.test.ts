import { describe, expect, it } from 'vitest';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { checkBoards, checkPacks, eachOnce } from './check.ts';

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
		const findings = await checkBoards(openGeodata());
		expect(findings).toHaveLength(5);
		expect(findings.flatMap(({ wrong }) => wrong)).toEqual([]);
	});
});

describe('packs', () => {
	const manifest = (slug: string, files: object[]) =>
		({ regions: { [slug]: { slug, files } } }) as unknown as Manifest;

	it('of a region that there is not, or without a file, are wrong', async () => {
		const geodata = openGeodata();
		const check = (slug: string, files: object[]) =>
			checkPacks(geodata, '/nowhere', manifest(slug, files), () => ({}));
		expect((await check('atlantis', [])).wrong).toEqual(['atlantis is no region of geodata']);
		const path = 'packs/devon/areas-2021.0.json';
		expect((await check('devon', [{ part: 'areas-2021', path }])).wrong).toEqual([
			`devon: ${path} is not there`
		]);
	});
});
