/** Reading `geodata/`: the catalogue, its tables, the regions. Each table is read once. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue, type Catalogue, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { GEODATA } from './paths.ts';
import { readRegions, type Region, type Regions } from './regions.ts';
import { readTable, type Table } from './table.ts';

export type { Region } from './regions.ts';

export interface Geodata {
	catalogue: Catalogue;
	/** The catalogue entry. Throws where there is none. */
	dataset(id: string): Dataset;
	/** A dataset's table. */
	table(id: string): Promise<Table>;
	/** What `make` gives, worked out once: for what several parts and regions need. */
	once<T>(make: (geodata: Geodata) => Promise<T>): Promise<T>;
	/** A file below `geodata/`, as JSON. */
	json(path: string): unknown;
	/** A file below `geodata/` that need not be there, as it is; null without it. */
	optional(path: string): Buffer | null;
	/** The regions that are built unless others are asked for: those with a file written by hand. */
	regions(): Region[];
	/** Every region there is: these and all boards. */
	allRegions(): Region[];
	/** SHA-256 by path of every file read so far. */
	inputs(): Record<string, string>;
}

/** Open a `geodata/` folder (default: the project's own). */
export function openGeodata(folder: string = GEODATA): Geodata {
	const hashes = new Map<string, string>();
	const tables = new Map<string, Promise<Table>>();
	const made = new Map<unknown, Promise<unknown>>();
	const read = (path: string): Buffer => {
		const bytes = readFileSync(join(folder, path));
		hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
		return bytes;
	};
	const json = (path: string): unknown => JSON.parse(read(path).toString('utf8'));
	const catalogue = parseCatalogue(json('catalogue.json'));
	const dataset = (id: string): Dataset => {
		const entry = catalogue.datasets.find((candidate) => candidate.id === id);
		if (!entry) throw new Error(`geodata/catalogue.json has no dataset "${id}"`);
		return entry;
	};
	const filesOf = (below: string) =>
		(existsSync(join(folder, below)) ? readdirSync(join(folder, below)) : [])
			.filter((name) => name.endsWith('.json'))
			.sort()
			.map((name) => ({ path: `${below}/${name}`, json: json(`${below}/${name}`) }));
	let regions: Regions | undefined;
	const readAll = () => (regions ??= readRegions(filesOf('regions/boards'), filesOf('regions')));
	const geodata: Geodata = {
		catalogue,
		dataset,
		json,
		optional: (path) => (existsSync(join(folder, path)) ? read(path) : null),
		once<T>(make: (from: Geodata) => Promise<T>) {
			const known = made.get(make) ?? make(geodata);
			made.set(make, known);
			return known as Promise<T>;
		},
		table(id) {
			const path = dataset(id).table?.file;
			if (!path) throw new Error(`dataset "${id}" has no table yet; run npm run refresh`);
			let table = tables.get(id);
			if (!table) {
				read(path);
				table = readTable(join(folder, path));
				tables.set(id, table);
			}
			return table;
		},
		regions: () => readAll().own,
		allRegions: () => readAll().all,
		inputs: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)))
	};
	return geodata;
}
