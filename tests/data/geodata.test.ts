/** What is committed in `geodata/` is what its catalogue says, and holds together. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { hashOfHashes, sha256 } from '../../src/lib/server/inputs.ts';
import { ASSET_COLUMNS, CONTACT_COLUMNS } from '../../scripts/refresh/assets.ts';
import { readers } from '../../scripts/refresh/datasets/index.ts';
import { strings, type Table } from '../../src/lib/facts/table.ts';
import { ASSET_STATUSES, isAssetKind, subkindLabel } from '../../src/lib/register/kinds.ts';
import { parseCatalogue } from '../../src/lib/catalogue/catalogue.ts';
import { projectFacts } from './built.ts';

const geodata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'geodata');
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_ALL_BYTES = 75_000_000;

const catalogueText = readFileSync(join(geodata, 'catalogue.json'), 'utf8');
const { datasets } = parseCatalogue(JSON.parse(catalogueText));
function fileOf(id: string): string {
	const file = datasets.find((entry) => entry.id === id)?.table?.file;
	if (!file) throw new Error(`${id} has no table`);
	return file;
}

const table = (id: string): Promise<Table> => projectFacts().table(id);

const filesIn = (folder: string): string[] =>
	readdirSync(join(geodata, folder))
		.sort()
		.map((name) => folder + name);

const isTable = (file: string) => /\.(csv|parquet)$/.test(file);
const tableIds = datasets.filter(({ id }) => isTable(fileOf(id))).map(({ id }) => id);

/** Keys of more than one column; all other tables have their first column as key. */
const KEYS: Record<string, string[]> = {
	'library-walks': ['settlement', 'network_minutes', 'straight_m'],
	'lsoa11-lsoa21': ['lsoa11', 'lsoa21'],
	'board-changes': ['date', 'area', 'fact'],
	'sub-boards': ['sicbl24', 'sicbl26'],
	pcns: ['pcn', 'icb24'],
	'link-workers-pcn': ['census', 'icb24', 'pcn', 'pcn_name'],
	'link-workers-icb': ['census', 'icb24'],
	'published-plan-actions': ['document_id', 'action'],
	'homelessness-2025-lad24': ['lad24', 'quarter'],
	'published-ethnic-group-by-district': ['area', 'ethnic_group'],
	'published-bsw-languages-by-locality': ['locality', 'rank']
};

describe('the catalogue', () => {
	it('is written as the refresh writes it, one entry a reader', () => {
		const canonical = JSON.stringify(parseCatalogue(JSON.parse(catalogueText)), null, '\t');
		expect(catalogueText).toBe(canonical + '\n');
		expect(datasets.map(({ id }) => id).sort()).toEqual(readers.map(({ id }) => id).sort());
	});

	it('knows the hash of every copy that was read', () => {
		for (const { id, lineage } of datasets) {
			for (const copy of lineage.copies) expect(copy.sha256, `${id}: ${copy.file}`).toBeDefined();
			for (const other of lineage.derivedFrom ?? []) {
				expect(
					datasets.some((entry) => entry.id === other),
					`${id}: ${other}`
				).toBe(true);
			}
		}
	});

	it('names every file of tables, assets and boundaries', () => {
		const owned = new Set(
			datasets.flatMap(({ table: written }) =>
				written?.file.endsWith('/') ? filesIn(written.file) : [written?.file]
			)
		);
		const found = ['tables', 'assets', 'boundaries'].flatMap((folder) =>
			readdirSync(join(geodata, folder), { recursive: true, withFileTypes: true })
				.filter((file) => file.isFile())
				.map((file) => join(file.parentPath, file.name).slice(geodata.length + 1))
		);
		expect(found.filter((file) => !owned.has(file))).toEqual([]);
	});
});

describe('geodata', () => {
	it('is small enough to clone', () => {
		const bytes = readdirSync(geodata, { recursive: true, withFileTypes: true })
			.filter((file) => file.isFile())
			.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
		expect(bytes).toBeLessThan(MAX_ALL_BYTES);
	});
});

describe.each(datasets)('$id', ({ id, table: written }) => {
	it('has the bytes that the catalogue says', () => {
		if (!written) throw new Error(`${id} was never read`);
		const files = written.file.endsWith('/') ? filesIn(written.file) : [written.file];
		const hashes = files.map((file): [string, string] => {
			expect(existsSync(join(geodata, file))).toBe(true);
			expect(statSync(join(geodata, file)).size).toBeLessThan(MAX_FILE_BYTES);
			return [file, sha256(readFileSync(join(geodata, file)))];
		});
		const [only] = hashes;
		expect(written.file.endsWith('/') ? hashOfHashes(hashes) : only?.[1]).toBe(written.sha256);
	});
});

describe.each(tableIds)('the table of %s', (id) => {
	it('has the rows and columns that the catalogue says, and every key once', async () => {
		const { rows, columns } = await table(id);
		const written = datasets.find((entry) => entry.id === id)?.table;
		expect(rows).toBe(written?.rows);
		expect(Object.keys(columns)).toEqual(written?.columns);
		const key = KEYS[id] ?? Object.keys(columns).slice(0, 1);
		const [first = [], ...more] = key.map((name) => columns[name]?.values ?? []);
		// The values themselves where the key is one column: a text of each takes as long as reading it.
		const keys =
			more.length > 0
				? first.map((cell, row) => [cell, ...more.map((values) => values[row])].join())
				: first;
		expect(new Set(keys).size).toBe(rows);
	});

	it('holds no NaN, no empty text, no place outside the United Kingdom', async () => {
		for (const [name, { values }] of Object.entries((await table(id)).columns)) {
			const wrong = values.findIndex((value) => value === '' || Number.isNaN(value));
			expect(wrong, name).toBe(-1);
			if (name !== 'longitude' && name !== 'latitude') continue;
			const [low, high] = name === 'longitude' ? [-9, 2.5] : [49, 61.5];
			const out = values.findIndex(
				(value) => typeof value === 'number' && (value < low || value > high)
			);
			expect(out, name).toBe(-1);
		}
	});

	it('knows every code of an LSOA, MSOA, district and ICB', async () => {
		const { columns } = await table(id);
		for (const [name, { values }] of Object.entries(columns)) {
			const home = /^(lsoa|msoa|lad|icb)(21|24)$/.test(name)
				? 'areas-lsoa21'
				: /^(lsoa|msoa|lad|icb)(11|18|22)$/.test(name)
					? 'areas-lsoa11'
					: null;
			const codes = home ? (await table(home)).columns[name] : undefined;
			if (!codes) continue;
			const known = new Set(codes.values);
			const unknown = values.find((value) => value !== null && !known.has(value));
			// The districts of 2021 are not those of 2024, but for the columns of other vintages.
			if (name !== 'lad21') expect(unknown, name).toBeUndefined();
		}
	});
});

describe('areas', () => {
	it('correct the one wrong district, and know Waveney', async () => {
		const areas = await table('areas-lsoa21');
		const row = strings(areas, 'lsoa21').indexOf('E01027305');
		expect(strings(areas, 'lad24')[row]).toBe('E06000062');
		const waveney = strings(areas, 'lad18').filter((code) => code === 'E07000206');
		expect(waveney).toHaveLength(72);
	});

	it('have their residents whichever way they are counted', async () => {
		const crossed = await table('residents-2021-crosswalk');
		const before = await table('residents-2020-lsoa11');
		const sum = (from: Table, name: string) =>
			(from.columns[name]?.values ?? []).reduce<number>(
				(total, value) => total + Math.round(Number(value) * 100),
				0
			);
		expect(sum(crossed, 'aged_0')).toBe(sum(before, 'aged_0'));
		const females = await table('females-15-44-lsoa11');
		expect(sum(crossed, 'females_15_44')).toBe(sum(females, 'females_15_44'));
	});
});

describe('assets', () => {
	const ids = tableIds.filter((id) => fileOf(id).startsWith('assets/'));

	it('have one schema, known kinds and statuses, and ids of their own', async () => {
		const seen = new Set<string>();
		for (const id of ids) {
			const assets = await table(id);
			const withContacts = ['food-banks', 'gp-practice-sites', 'libraries'].includes(id);
			expect(Object.keys(assets.columns)).toEqual([
				...ASSET_COLUMNS,
				...(withContacts ? CONTACT_COLUMNS : [])
			]);
			const subkinds = assets.columns['subkind']?.values ?? [];
			strings(assets, 'kind').forEach((kind, row) => {
				const subkind = subkinds[row];
				const known =
					isAssetKind(kind) &&
					(subkind === null || subkindLabel(kind, String(subkind)) !== undefined);
				if (!known) throw new Error(`${id}: ${kind}, ${String(subkind)}`);
			});
			for (const status of strings(assets, 'status')) {
				if (!Object.hasOwn(ASSET_STATUSES, status)) throw new Error(`${id}: ${status}`);
			}
			for (const asset of strings(assets, 'id')) {
				if (seen.has(asset)) throw new Error(`${asset} stands twice`);
				seen.add(asset);
			}
		}
	});

	it('are venues of directories that are listed', async () => {
		const listed = new Set(strings(await table('venue-directories'), 'directory'));
		const venues = await table('community-venues');
		const named = venues.columns['source_detail']?.values.filter((value) => value !== null) ?? [];
		expect(named.filter((value) => !listed.has(String(value)))).toEqual([]);
	});
});

describe.each([
	['lsoa21', 'areas-lsoa21', 'icb24'],
	['lsoa11', 'areas-lsoa11', 'icb22']
])('boundaries of %s', (level, areasId, icbName) => {
	it('are there once for every area, in the file of its ICB', async () => {
		const areas = await table(areasId);
		const icbs = strings(areas, icbName);
		const icbOf = new Map(strings(areas, level).map((code, row) => [code, icbs[row]]));
		const wrong: unknown[] = [];
		for (const file of filesIn(`boundaries/${level}/`)) {
			const topology = JSON.parse(readFileSync(join(geodata, file), 'utf8')) as Topology;
			const { geometries } = topology.objects[level] as GeometryCollection;
			for (const { id, type } of geometries) {
				const icb = icbOf.get(String(id));
				const isHere = icb !== undefined && file.includes(icb);
				if (!isHere || !/^(Multi)?Polygon$/.test(String(type))) wrong.push({ file, id, type, icb });
				icbOf.delete(String(id));
			}
		}
		expect(wrong).toEqual([]);
		expect([...icbOf.keys()]).toEqual([]);
	});
});
