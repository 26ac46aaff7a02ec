/** A small made-up England in a temporary folder, for tests of the refresh. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { parseCatalogue, type Catalogue } from '../../src/lib/catalogue/catalogue.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import type { DatasetReader, Output } from './dataset.ts';
import { areasLsoa11 } from './datasets/areas-lsoa11.ts';
import { areasLsoa21 } from './datasets/areas-lsoa21.ts';
import { deprivation2025 } from './datasets/deprivation-2025.ts';
import { foodBanks } from './datasets/food-banks.ts';
import { lsoa11Lsoa21 } from './datasets/lsoa11-lsoa21.ts';
import { residents2021Age } from './datasets/residents-2021-age.ts';
import { sha256 } from '../../src/lib/server/inputs.ts';
import { makeContext, refresh } from './refresh.ts';

/** Rows by publisher's column names. */
export type Rows = Record<string, string | number>[];

export interface World {
	from: string;
	geodata: string;
	/** Rows of the n-th copy of a dataset, by our column names; change them, then `write`. */
	rows: Record<string, Rows[]>;
	catalogue: Catalogue;
	/** Path of the n-th copy of a dataset below `from`. */
	file(dataset: string, copy?: number): string;
	/** CSV text of rows as the publisher would name the columns. */
	csv(dataset: string, copy?: number): string;
	/** Write all rows and the catalogue. */
	write(): void;
	writeFile(path: string, content: string | Uint8Array): void;
	run(only?: string[]): Promise<string[]>;
	/** Hash by path of every file of `geodata`. */
	snapshot(): Record<string, string>;
	remove(): void;
}

/** Readers of the made-up England, in a wrong order on purpose. */
export const FIXTURE_READERS: readonly DatasetReader[] = [
	foodBanks,
	residents2021Age,
	deprivation2025,
	areasLsoa21,
	lsoa11Lsoa21,
	areasLsoa11
];

const CATALOGUE = join(dirname(fileURLToPath(import.meta.url)), '../../geodata/catalogue.json');
const LSOAS = Array.from({ length: 10 }, (_, index) => `E0100000${index}`);

/** The committed catalogue's entries of some datasets, of no release yet. */
export function entriesOf(ids: readonly string[]): Catalogue {
	const { datasets } = parseCatalogue(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
	const chosen = datasets.filter(({ id }) => ids.includes(id));
	for (const entry of chosen) {
		delete entry.table;
		for (const [index, copy] of entry.lineage.copies.entries()) {
			delete copy.sha256;
			copy.file = `${entry.id}-${index}.csv`;
			if (!copy.read) continue;
			delete copy.read.rows;
			delete copy.read.sums;
			delete copy.read.ignored;
		}
	}
	return { format: 1, datasets: chosen };
}

/**
 * What a reader makes of a made-up file, given by rows of our column names, and of tables read
 * before it: for the test beside the reader. The file is read as any, so that a wrong cell is
 * refused; the numbers of rows and the totals of the catalogue don't hold for it.
 */
export const readMade = (
	reader: DatasetReader,
	rows: Rows,
	tables: Readonly<Record<string, Table>> = {}
): Output => readMadeCopies(reader, [rows], tables);

/** The same of a reader of several files: rows of each, in the order of the catalogue's copies. */
export function readMadeCopies(
	{ id, read }: DatasetReader,
	copies: readonly Rows[],
	tables: Readonly<Record<string, Table>> = {}
): Output {
	const [entry] = entriesOf([id]).datasets;
	const from = mkdtempSync(join(tmpdir(), 'reader-'));
	try {
		copies.forEach((rows, at) => {
			const copy = entry?.lineage.copies[at];
			if (!copy) throw new Error(`geodata/catalogue.json has no copy ${at} of "${id}" to be read`);
			writeFileSync(join(from, copy.file), csvOf(rows, copy.read?.columns));
		});
		if (!entry) throw new Error(`geodata/catalogue.json has no "${id}"`);
		return read(makeContext(entry, from, new Map(Object.entries(tables))).context);
	} finally {
		rmSync(from, { recursive: true, force: true });
	}
}

/** Rows by our column names, as text with the publisher's. */
function csvOf(rows: Rows, names: Readonly<Record<string, string>> = {}): string {
	const ours = Object.keys(rows[0] ?? {});
	const header = ours.map((name) => names[name] ?? name);
	return stringify([header, ...rows.map((row) => ours.map((name) => row[name] ?? ''))]);
}

/** Ten LSOAs, all unchanged since 2011, in one district and one ICB. */
export function makeWorld(): World {
	const root = mkdtempSync(join(tmpdir(), 'refresh-'));
	const from = join(root, 'sources');
	const geodata = join(root, 'geodata');
	const catalogue = entriesOf(FIXTURE_READERS.map(({ id }) => id));
	const entry = (dataset: string) => {
		const found = catalogue.datasets.find(({ id }) => id === dataset);
		if (!found) throw new Error(`no entry ${dataset}`);
		return found;
	};
	const copyOf = (dataset: string, copy: number) => {
		const found = entry(dataset).lineage.copies[copy];
		if (!found) throw new Error(`${dataset} has no copy ${copy}`);
		return found;
	};
	const rows = makeRows();

	const world: World = {
		from,
		geodata,
		rows,
		catalogue,
		file: (dataset, copy = 0) => copyOf(dataset, copy).file,
		csv(dataset, copy = 0) {
			return csvOf(rows[dataset]?.[copy] ?? [], copyOf(dataset, copy).read?.columns);
		},
		write() {
			for (const [dataset, copies] of Object.entries(rows)) {
				copies.forEach((_, copy) => {
					world.writeFile(world.file(dataset, copy), world.csv(dataset, copy));
				});
			}
			mkdirSync(geodata, { recursive: true });
			writeFileSync(join(geodata, 'catalogue.json'), JSON.stringify(catalogue));
		},
		writeFile(path, content) {
			mkdirSync(dirname(join(from, path)), { recursive: true });
			writeFileSync(join(from, path), content);
		},
		run: (only) => refresh({ from, geodata, readers: FIXTURE_READERS, ...(only && { only }) }),
		snapshot() {
			const paths = readdirSync(geodata, { recursive: true, withFileTypes: true })
				.filter((found) => found.isFile())
				.map((found) => join(found.parentPath, found.name));
			return Object.fromEntries(paths.sort().map((path) => [path, sha256(readFileSync(path))]));
		},
		remove: () => rmSync(root, { recursive: true, force: true })
	};
	world.write();
	return world;
}

const DOMAINS = ['income', 'employment', 'education', 'health', 'crime', 'barriers', 'environment'];

function makeRows(): Record<string, Rows[]> {
	const change = LSOAS.map((lsoa) => ({ lsoa11: lsoa, change: 'U', lsoa21: lsoa }));
	return {
		'areas-lsoa11': [
			LSOAS.map((lsoa11, n) => ({
				lsoa11,
				name: `Anytown 001${n}`,
				msoa11: 'E02000001',
				msoa11_name: 'Anytown 001',
				msoa11_hcl_name: 'Old Town',
				lad18: 'E07000001',
				lad18_name: 'Anytown',
				lad22: 'E07000001',
				lad22_name: 'Anytown',
				ccg19: 'E38000001',
				ccg19_name: 'NHS Anytown CCG',
				icb22: 'E54000001',
				icb22_name: 'NHS Anytown ICB',
				ruc11: 'C1'
			})),
			LSOAS.map((lsoa11) => ({ lsoa11, ruc11_code: 'C1', ruc11_name: 'Urban city and town' }))
		],
		'lsoa11-lsoa21': [change],
		'areas-lsoa21': [
			LSOAS.map((lsoa21, n) => ({
				lsoa21,
				name: `Anytown 001${n}`,
				msoa21: 'E02000001',
				msoa21_name: 'Anytown 001',
				msoa21_hcl_name: 'Old Town',
				ward24: 'E05000001',
				ward24_name: 'Market',
				lad24: 'E07000001',
				lad24_name: 'Anytown',
				sicbl24: 'E38000001',
				sicbl24_name: 'NHS Anytown - 01A',
				icb24: 'E54000001',
				icb24_name: 'NHS Anytown ICB',
				ruc21: 'UN1',
				ruc21_name: 'Urban',
				area_km2: 1.25
			})),
			LSOAS.map((lsoa21, n) => ({ lsoa21, longitude: n / 10, latitude: 52.123456 })),
			change.map(({ lsoa11, lsoa21 }) => ({ lsoa11, lsoa21, lad22: 'E07000001' }))
		],
		'residents-2021-age': [
			LSOAS.map((lsoa21, n) => ({
				lsoa21,
				total: 21 + n,
				aged_0_15: 1 + n,
				aged_16_24: 2,
				aged_25_34: 3,
				aged_35_49: 4,
				aged_50_64: 5,
				aged_65_over: 6
			}))
		],
		'deprivation-2025': [
			LSOAS.map((lsoa21, n) => ({
				lsoa21,
				imd_score: 50 - n,
				imd_rank: n + 1,
				imd_decile: n + 1,
				...Object.fromEntries(DOMAINS.map((domain) => [`${domain}_score`, 0.5])),
				...Object.fromEntries(
					[...DOMAINS, 'idaci', 'idaopi'].flatMap((measure) => [
						[`${measure}_rank`, n + 1],
						[`${measure}_decile`, n + 1]
					])
				)
			}))
		],
		'food-banks': [
			[
				{
					name: 'Anytown Food Bank',
					postcode: 'AB1 2CD',
					longitude: 0.1,
					latitude: 52.1,
					point_source: 'postcode',
					lsoa21: 'E01000003',
					address: '',
					network: 'IFAN',
					closed: 'False',
					url: ''
				}
			]
		]
	};
}
