/** Every file that the site offers, and every answer of the command line, says who looks after it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../scripts/analyse/analyse.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { filesBelow } from '../../scripts/lib/files.ts';
import { GIVEN_BACK, PACKS, PROJECT } from '../../scripts/lib/paths.ts';
import { downloadsIndex, type Download } from '../../src/lib/facts/downloads.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';

const { owner } = JSON.parse(readFileSync(join(PACKS, 'manifest.json'), 'utf8')) as Manifest;
const regions = publishedRegions();
const read = (path: string) => readFileSync(path, 'utf8');

describe('the owner', () => {
	it.each(regions)('stands in every file to take away of %s', (slug) => {
		const list = JSON.parse(read(join(PACKS, downloadsIndex(slug)))) as Download[];
		expect(list.length).toBeGreaterThan(5);
		const silent = list.filter(({ path }) => !read(join(PROJECT, 'static', path)).includes(owner));
		expect(silent.map(({ path }) => path)).toEqual([]);
	});

	it('stands in every file that is given back', () => {
		const files = filesBelow(GIVEN_BACK);
		expect(files.length).toBeGreaterThan(regions.length);
		expect(files.filter((path) => !read(join(GIVEN_BACK, path)).includes(owner))).toEqual([]);
	});

	it.each([
		['gaps', '--format', 'json'],
		['gaps', '--format', 'csv'],
		['siting', '--model', 'mclp', '--p', '1', '--reach', '20', '--method', 'heuristic']
	])('stands in what the command line answers: %s %s %s', async (name, ...options) => {
		const { output, code } = await analyse([name, '--region', regions[0] ?? '', ...options]);
		expect(code).toBe(0);
		expect(output).toContain(owner);
	});
});
