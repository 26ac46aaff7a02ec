/** Reading `geodata/`: the catalogue, its tables, the regions. Each table is read once. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseCatalogue, type Catalogue, type Dataset } from '../catalogue/catalogue.ts';
import { readTable } from './table-file.ts';
import type { Table } from '../facts/table.ts';

const code = v.pipe(v.string(), v.regex(/^[EW]\d{8}$/));
const text = v.pipe(v.string(), v.nonEmpty());

/** A region: which codes of which vintage, and what its parts are called. */
const RegionSchema = v.strictObject({
	format: v.literal(1),
	slug: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/)),
	name: text,
	body: text,
	icb: v.strictObject({ code, vintage: text }),
	validity: text,
	districts: v.strictObject({
		vintage: v.picklist(['lad18', 'lad24']),
		items: v.array(
			v.strictObject({
				code,
				name: text,
				partOf: v.optional(text),
				note: v.optional(text)
			})
		)
	}),
	places: v.strictObject({
		vintage: v.picklist(['ccg19', 'sicbl24']),
		note: text,
		items: v.array(v.strictObject({ code, name: text }))
	}),
	documents: v.array(text)
});

export type Region = v.InferOutput<typeof RegionSchema>;

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
	regions(): Region[];
	/** SHA-256 by path of every file read so far. */
	inputs(): Record<string, string>;
}

/** Open a `geodata/` folder (default: the project's own). */
export function openGeodata(folder: string = join(process.cwd(), 'geodata')): Geodata {
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
		regions: () =>
			readdirSync(join(folder, 'regions'))
				.filter((name) => name.endsWith('.json'))
				.sort()
				.map((name) => parseRegion(`regions/${name}`, json(`regions/${name}`))),
		inputs: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)))
	};
	return geodata;
}

function parseRegion(path: string, json: unknown): Region {
	const result = v.safeParse(RegionSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		throw new Error(`geodata/${path}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
	}
	return result.output;
}
