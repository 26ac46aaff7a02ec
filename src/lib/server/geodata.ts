/** Reading `geodata/`: the catalogue, its tables, the regions. Each table is read once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue, type Catalogue, type Dataset } from '../catalogue/catalogue.ts';
import type { Table } from '../facts/table.ts';
import {
	CATALOGUE,
	hashInCatalogue,
	hashOfHashes,
	idsBelow,
	inCatalogue,
	sha256,
	type Inputs
} from './inputs.ts';
import { readRegions, type Region, type Regions } from './regions.ts';
import { decodeTable } from './table-file.ts';

export type { Region } from './regions.ts';

export interface Geodata {
	/** All of it: whoever takes this depends on every entry. */
	readonly catalogue: Catalogue;
	/** The catalogue entry. Throws where there is none. */
	dataset(id: string): Dataset;
	/** Ids of the datasets whose table is below a folder ("assets/"), in the order of the catalogue. */
	datasetsBelow(folder: string): string[];
	/** A dataset's table. */
	table(id: string): Promise<Table>;
	/** What `make` gives, worked out once: for what several parts and regions need. */
	once<T>(make: (geodata: Geodata) => Promise<T>): Promise<T>;
	/** Take what `make` would give, as it was worked out before from these inputs. */
	remember<T>(make: (geodata: Geodata) => Promise<T>, made: T, inputs: Inputs): void;
	/** A file below `geodata/`, as JSON. */
	json(path: string): unknown;
	/** A file below `geodata/` that need not be there, as it is; null without it. */
	optional(path: string): Buffer | null;
	/** The regions that are built unless others are asked for: those with a file written by hand. */
	regions(): Region[];
	/** Every region there is: these and all boards. */
	allRegions(): Region[];
	/** SHA-256 of all that was read so far: of files, and of entries of the catalogue. */
	inputs(): Inputs;
	/** The same facts, whose `inputs` are those that are read through it from here on. */
	traced(): Geodata;
}

/** What all views of a folder share: each file is read once, and what is worked out, once. */
interface Shared {
	folder: string;
	catalogue: Catalogue;
	hashes: Map<string, string>;
	hashInCatalogue: (path: string) => string | null;
	described: Described;
	tables: Map<string, Promise<Table>>;
	made: Map<unknown, Promise<{ value: unknown; inputs: Inputs }>>;
}

/**
 * Open a `geodata/` folder (default: the project's own). What is read of it and described by the
 * catalogue must have the hash that stands there: a folder of old and new tables gives an error.
 */
export function openGeodata(folder: string = join(process.cwd(), 'geodata')): Geodata {
	const bytes = readFileSync(join(folder, CATALOGUE));
	const text = bytes.toString('utf8');
	const catalogue = parseCatalogue(JSON.parse(text));
	return viewOf({
		folder,
		catalogue,
		described: new Described(folder, catalogue),
		hashes: new Map([[CATALOGUE, sha256(bytes)]]),
		hashInCatalogue: hashInCatalogue(text),
		tables: new Map(),
		made: new Map()
	});
}

function viewOf(shared: Shared): Geodata {
	const { folder, catalogue, hashes, described, tables, made } = shared;
	const inputs = new Map<string, string | null>();
	const readEntries = (what: string) =>
		inputs.set(inCatalogue(what), shared.hashInCatalogue(inCatalogue(what)));
	const read = (path: string): Buffer => {
		const bytes = readFileSync(join(folder, path));
		const hash = hashes.get(path) ?? sha256(bytes);
		const by = described.check(path, hash);
		if (by !== null) readEntries(by);
		hashes.set(path, hash);
		inputs.set(path, hash);
		return bytes;
	};
	const json = (path: string): unknown => parseJson(path, read(path).toString('utf8'));
	const dataset = (id: string): Dataset => {
		readEntries(id);
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
	return {
		get catalogue() {
			inputs.set(CATALOGUE, hashes.get(CATALOGUE) ?? null);
			return catalogue;
		},
		dataset,
		datasetsBelow(below) {
			readEntries(below);
			return idsBelow(catalogue.datasets, below);
		},
		json,
		optional(path) {
			if (existsSync(join(folder, path))) return read(path);
			inputs.set(path, null);
			return null;
		},
		async once<T>(make: (from: Geodata) => Promise<T>) {
			const known = made.get(make) ?? traceOf(viewOf(shared), make);
			made.set(make, known);
			const { value, inputs: behind } = await known;
			for (const [path, hash] of Object.entries(behind)) inputs.set(path, hash);
			return value as T;
		},
		remember(make, value, behind) {
			made.set(make, Promise.resolve({ value, inputs: behind }));
		},
		async table(id) {
			const path = dataset(id).table?.file;
			if (!path) throw new Error(`dataset "${id}" has no table yet; run npm run refresh`);
			let table = tables.get(id);
			if (!table) {
				const bytes = read(path);
				table = decodeTable(path, bytes).then((read) => ({ ...read, dataset: id }));
				tables.set(id, table);
			}
			inputs.set(path, hashes.get(path) ?? null);
			return table;
		},
		regions: () => readAll().own,
		allRegions: () => readAll().all,
		inputs: () => Object.fromEntries([...inputs].sort(([a], [b]) => (a < b ? -1 : 1))),
		traced: () => viewOf(shared)
	};
}

/** A file's text as JSON. Throws where it is none, and says in which line. */
export function parseJson(path: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		const position = /at position (\d+)/.exec(message)?.[1];
		// What ends too early has no position: it goes wrong at its end.
		const before = text.slice(0, position === undefined ? undefined : Number(position)).trimEnd();
		throw new Error(
			`geodata/${path}, line ${before.split('\n').length}: this is not JSON. Look there, and in the line above, for a missing or spare comma, quotation mark or bracket (${message})`,
			{ cause }
		);
	}
}

async function traceOf<T>(
	view: Geodata,
	make: (from: Geodata) => Promise<T>
): Promise<{ value: T; inputs: Inputs }> {
	const value = await make(view);
	return { value, inputs: view.inputs() };
}

/** The files that the catalogue describes, held against it as they are read. */
class Described {
	readonly #folder: string;
	/** By path of a file, or of a folder of files with "/" at its end. */
	readonly #hashes: ReadonlyMap<string, { sha256: string; id: string }>;
	readonly #good = new Set<string>();

	constructor(folder: string, catalogue: Catalogue) {
		this.#folder = folder;
		this.#hashes = new Map(
			catalogue.datasets.flatMap(({ id, table }) =>
				table ? [[table.file, { sha256: table.sha256, id }]] : []
			)
		);
	}

	/**
	 * Which dataset a file, or the folder that it is one of, is of; null where it is of none. Throws
	 * where it is another than the catalogue says.
	 */
	check(path: string, hash: string): string | null {
		const below = path.slice(0, path.lastIndexOf('/') + 1);
		const table = this.#hashes.has(path) ? path : below;
		const expected = this.#hashes.get(table);
		if (expected === undefined) return null;
		if (this.#good.has(table)) return expected.id;
		const found = table === path ? hash : this.#hashOfAll(table);
		if (found !== expected.sha256) {
			throw new Error(
				`geodata/${table} is not what geodata/catalogue.json describes: a refresh was stopped half way, or one of them was changed by hand. Run the refresh or import again, or take both from version control (git checkout geodata)`
			);
		}
		this.#good.add(table);
		return expected.id;
	}

	#hashOfAll(below: string): string {
		return hashOfHashes(
			readdirSync(join(this.#folder, below)).map(
				(name) => [below + name, sha256(readFileSync(join(this.#folder, below, name)))] as const
			)
		);
	}
}
