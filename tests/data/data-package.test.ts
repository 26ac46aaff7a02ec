/** The data packages: what they say of their files is so, and programs get the site's figures from them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACTS_TABLES } from '../../scripts/build/package-tables.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { serve, type Served } from '../../scripts/lib/serve.ts';
import { factNumbers, factsColumn } from '../../src/lib/facts/figures.ts';
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
		title: string;
		schema: {
			fields: { name: string; type: string; description?: string }[];
			primaryKey: string;
			foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
		};
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
		const paths = resources.map((one) => one.path);
		// Addresses that stay: the first four are as old as the package.
		expect(paths.slice(0, 5)).toEqual([
			'deprivation-2025.csv',
			'deprivation-2019.csv',
			'community-venues.csv',
			'food-banks.csv',
			'register.csv'
		]);
		const region = readManifest().regions[slug];
		const held = new Set<string>(region?.files.map(({ part }) => part));
		const tables = FACTS_TABLES.filter(({ columns }) =>
			columns.every(({ part }) => held.has(part))
		);
		expect(paths.slice(5)).toEqual([
			'neighbourhoods-2021.csv',
			'neighbourhoods-2011.csv',
			...tables.map(({ name: table }) => `${table}.csv`)
		]);
		for (const { sources } of resources) expect(sources.length).toBeGreaterThan(0);
	});

	it('has the figures of the packs, an empty cell for what is not known, and codes that refer', () => {
		const region = readManifest().regions[slug];
		if (!region) throw new Error(`no region ${slug}`);
		const parts = readerOf(region);
		const rowsOf = (path: string) =>
			parse(readFileSync(join(folderOf(slug), path)), { columns: true }) as Record<
				string,
				string
			>[];
		for (const { name: table, columns } of FACTS_TABLES) {
			const resource = resources.find((one) => one.name === table);
			if (!resource) continue;
			const rows = rowsOf(resource.path);
			for (const { part, column, name: named = column, status } of columns) {
				const { values } = factsColumn(parts.get(part), column);
				expect(
					rows.map((row) => row[named]),
					`${table}, ${named}`
				).toEqual(values.map((value) => (value === null ? '' : String(value))));
				if (!status) continue;
				for (const row of rows)
					expect(['value', 'estimate'].includes(row[`${named}_status`] ?? '')).toBe(
						row[named] !== ''
					);
			}
			for (const { fields, reference } of resource.schema.foreignKeys ?? []) {
				const known = new Set(
					rowsOf(`${reference.resource}.csv`).map((row) => row[reference.fields])
				);
				expect(
					rows.filter((row) => !known.has(row[fields])),
					table
				).toEqual([]);
			}
		}
	});

	it('says the same to programs that read CSV on the Web, and to people', () => {
		const read = (file: string) => readFileSync(join(folderOf(slug), file), 'utf8');
		const { tables } = JSON.parse(read('csv-metadata.json')) as {
			tables: {
				url: string;
				'dc:license': string[];
				tableSchema: { columns: { name: string }[] };
			}[];
		};
		expect(tables.map(({ url }) => url)).toEqual(resources.map((one) => one.path));
		tables.forEach((table, at) => {
			expect(table.tableSchema.columns.map((column) => column.name)).toEqual(
				resources[at]?.schema.fields.map((field) => field.name)
			);
			expect(table['dc:license'].length, table.url).toBeGreaterThan(0);
		});
		const text = read('README.txt');
		for (const { path, title } of resources) expect(text).toContain(`${path}: ${title}`);
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
