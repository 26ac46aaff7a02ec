/** The data packages: what they say of their files is so, and programs get the site's figures from them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { serve, type Served } from '../../scripts/lib/serve.ts';
import { factNumbers } from '../../src/lib/facts/figures.ts';
import { groupOf } from '../../src/lib/areas/region.ts';
import { readManifest, readerOf } from '../../src/lib/server/packs.ts';

interface DataPackage {
	name: string;
	profile: string;
	version: string;
	licenses: { name: string; path?: string }[];
	resources: {
		name: string;
		path: string;
		bytes: number;
		hash: string;
		schema: { fields: { name: string; type: string }[]; primaryKey: string };
		licenses: object[];
		sources: { title: string; path: string }[];
	}[];
}

const run = promisify(execFile);
const folderOf = (slug: string) => join(PROJECT, 'static/data/packages', slug);
const packageOf = (slug: string) =>
	JSON.parse(readFileSync(join(folderOf(slug), 'datapackage.json'), 'utf8')) as DataPackage;

describe.each(publishedRegions())('the data package of %s', (slug) => {
	const { name, profile, resources, licenses } = packageOf(slug);

	it('has what the standard asks', () => {
		expect([name, profile]).toEqual([slug, 'tabular-data-package']);
		expect(licenses.length).toBeGreaterThan(0);
		expect(resources.map((one) => one.path)).toEqual([
			'deprivation-2025.csv',
			'deprivation-2019.csv',
			'community-venues.csv',
			'food-banks.csv'
		]);
		for (const { sources } of resources) expect(sources.length).toBeGreaterThan(0);
	});

	it.each(resources)('says of $path what is so', ({ path, bytes, hash, schema }) => {
		const file = readFileSync(join(folderOf(slug), path));
		expect(file.length).toBe(bytes);
		expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
		const [header = [], ...rows] = parse(file) as string[][];
		expect(header).toEqual(schema.fields.map((field) => field.name));
		for (const field of header) expect(field).toMatch(/^[a-z][a-z0-9_]*$/);
		const key = header.indexOf(schema.primaryKey);
		expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
		schema.fields.forEach(({ type }, at) => {
			const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
			if (type === 'integer') expect(cells.filter((cell) => !/^-?\d+$/.test(cell))).toEqual([]);
			if (type === 'number') expect(cells.filter((cell) => !Number.isFinite(+cell))).toEqual([]);
		});
	});
});

/** Whether a program can be run. */
const isThere = async (program: string, flag = '--version') =>
	run(program, [flag]).then(
		() => true,
		() => false
	);
const there = { python3: await isThere('python3'), Rscript: await isThere('Rscript') };

describe('programs that read one', () => {
	const [slug = ''] = publishedRegions();
	let site: Served;
	beforeAll(async () => {
		site = await serve(join(PROJECT, 'static'), { port: 0 });
	});
	afterAll(() => site.close());

	/** The same figures from the pack that the pages are made of. */
	function expected(): string {
		const region = readManifest().regions[slug];
		if (!region) throw new Error(`no region ${slug}`);
		const parts = readerOf(region);
		const areas = parts.areas('2021');
		if (!areas) throw new Error('no areas');
		const deciles = factNumbers(parts.get('deprivation-2025'), 'imd_decile');
		const sums = new Map<string, number>();
		areas.residents.forEach((residents, area) => {
			if (!((deciles[area] ?? NaN) <= 2)) return;
			const { name } = groupOf(areas, 'district', area);
			sums.set(name, (sums.get(name) ?? 0) + residents);
		});
		return [...sums]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([district, sum]) => `${district}: ${sum}\n`)
			.join('');
	}
	const says = async (program: string, file: string) => {
		const address = `${site.url}/data/packages/${slug}/datapackage.json`;
		const example = join(PROJECT, 'docs/examples', file);
		return (await run(program, [example, address], { encoding: 'utf8' })).stdout;
	};

	it('in JavaScript get the figures of the site', async () => {
		expect(await says(process.execPath, 'most-deprived.mjs')).toBe(expected());
	});
	it.skipIf(!there.python3)('in Python do, too (skipped where it is not installed)', async () => {
		expect(await says('python3', 'most_deprived.py')).toBe(expected());
	});
	it.skipIf(!there.Rscript)('in R do, too (skipped where it is not installed)', async () => {
		expect(await says('Rscript', 'most-deprived.R')).toBe(expected());
	});

	it('of other sites may, too', async () => {
		const answer = await fetch(`${site.url}/data/packages/${slug}/datapackage.json`);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		const page = await fetch(`${site.url}/404.html`);
		expect(page.headers.get('access-control-allow-origin')).toBeNull();
	});
});
