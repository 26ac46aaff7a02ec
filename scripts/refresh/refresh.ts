/**
 * The refresh: read all datasets of the catalogue from a folder of sources, check them,
 * and put `geodata/` in their place only when every one was right.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCatalogue, type Catalogue, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { hashOfHashes, sha256 as hashOf } from '../../src/lib/server/inputs.ts';
import { readTable, toCsv, toParquet } from '../../src/lib/server/table-file.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import { changing } from '../lib/swap-in.ts';
import type { DatasetReader, Output, ReadContext } from './dataset.ts';
import { NOT_THERE, SourceError } from './source-error.ts';
import { openSource, type SourceFile } from './source-file.ts';

/** Tables of fewer rows are kept as CSV, so that a change can be read in a diff. */
const CSV_BELOW_ROWS = 1000;

export interface RefreshOptions {
	/** Folder of sources. */
	from: string;
	/** Folder to be refreshed; holds `catalogue.json`. */
	geodata: string;
	readers: readonly DatasetReader[];
	/** Read only these datasets; what they need comes from `geodata` as it is. */
	only?: readonly string[];
	/** Called once a dataset. */
	progress?: (line: string) => void;
}

interface Written {
	file: string;
	rows: number;
	sha256: string;
	columns?: string[];
	/** Bytes by path below `geodata/`. */
	files: Map<string, Uint8Array>;
}

/**
 * Refresh `geodata`. Returns the paths that changed, below `geodata`; a second run with the
 * same sources changes nothing. Throws a {@link SourceError} (or Error) and leaves
 * `geodata` as it was when any dataset is not what the catalogue says. A run that is killed leaves
 * it as it was, or as the next run finishes it. Of two at once the second waits.
 */
export function refresh(options: RefreshOptions): Promise<string[]> {
	const { geodata, progress } = options;
	return changing(geodata, async (swap) => swap(...(await readAll(options))), {
		...(progress && { log: progress })
	});
}

/** The files that are to be put in, by path, and those that are to be taken away. */
async function readAll(
	options: RefreshOptions
): Promise<[files: Map<string, Uint8Array>, removed: string[]]> {
	const { from, geodata, progress = () => undefined } = options;
	const catalogue = readCatalogue(join(geodata, 'catalogue.json'));
	const entries = new Map(catalogue.datasets.map((entry) => [entry.id, entry]));
	const chosen = chooseReaders(options.readers, entries, options.only);

	const tables = new Map<string, Table>();
	const files = new Map<string, Uint8Array>();
	const stale = new Set<string>();
	for (const reader of chosen) {
		const entry = need(entries.get(reader.id), `no catalogue entry "${reader.id}"`);
		for (const id of reader.after ?? []) {
			if (!tables.has(id)) tables.set(id, await earlierTable(geodata, entries.get(id), id));
		}
		const { context, hashes } = makeContext(entry, from, tables);
		const output = reader.read(context);
		if (!Array.isArray(output)) tables.set(reader.id, output);
		const written = write(reader, output);

		for (const path of filesOf(geodata, entry.table?.file)) stale.add(path);
		for (const [path, bytes] of written.files) {
			if (files.has(path)) throw new Error(`${reader.id}: ${path} is written twice`);
			files.set(path, bytes);
		}
		recordHashes(entry, hashes());
		const { file, rows, sha256, columns } = written;
		entry.table = { file, rows, sha256, ...(columns && { columns }) };
		progress(`${reader.id}: ${rows} rows`);
		// A turn for the sign that this run is still at work.
		await new Promise(setImmediate);
	}

	const json = JSON.stringify(parseCatalogue(catalogue), null, '\t') + '\n';
	files.set('catalogue.json', Buffer.from(json));
	const removed = [...stale].filter((path) => !files.has(path));
	return [files, removed];
}

function readCatalogue(path: string): Catalogue {
	let json: unknown;
	try {
		json = JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		throw new SourceError(
			path,
			(cause as Error).message,
			{},
			'the catalogue is written by hand, mend it'
		);
	}
	return parseCatalogue(json);
}

function need<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw new Error(what);
	return value;
}

/** Readers in an order in which each stands after those it needs. */
function chooseReaders(
	readers: readonly DatasetReader[],
	entries: Map<string, Dataset>,
	only: readonly string[] | undefined
): DatasetReader[] {
	// What was imported for publication is not read again from the folder of sources.
	const imported = (id: string) => entries.get(id)?.imported !== undefined;
	const byId = new Map(readers.map((reader) => [reader.id, reader]));
	for (const id of only ?? []) {
		need(byId.get(id), `--only: there is no dataset "${id}"`);
		if (imported(id)) throw new Error(`--only: "${id}" was imported; see docs/import-assets.md`);
	}
	for (const id of entries.keys()) {
		if (!imported(id)) need(byId.get(id), `catalogue.json: no reader for "${id}"`);
	}
	for (const id of byId.keys()) need(entries.get(id), `catalogue.json: no entry for "${id}"`);

	const ordered: DatasetReader[] = [];
	const open = new Set<string>();
	const visit = (reader: DatasetReader) => {
		if (ordered.includes(reader)) return;
		if (open.has(reader.id)) throw new Error(`"${reader.id}" needs itself`);
		open.add(reader.id);
		for (const id of reader.after ?? []) {
			const other = need(byId.get(id), `"${reader.id}" needs "${id}", which no reader makes`);
			if (!imported(id)) visit(other);
		}
		ordered.push(reader);
	};
	readers.filter(({ id }) => !imported(id)).forEach(visit);
	return only ? ordered.filter(({ id }) => only.includes(id)) : ordered;
}

async function earlierTable(
	geodata: string,
	entry: Dataset | undefined,
	id: string
): Promise<Table> {
	const file = need(entry?.table?.file, `"${id}" was never read; run the refresh without --only`);
	return readTable(join(geodata, file));
}

/** What the reader of an entry may use, of a folder of sources, and the hashes of what it used. */
export function makeContext(
	entry: Dataset,
	from: string,
	tables: Map<string, Table>
): { context: ReadContext; hashes: () => (string | undefined)[] } {
	const { copies } = entry.lineage;
	const opened = new Map<number, SourceFile[]>();
	const copyOf = (copy: number) =>
		need(copies[copy], `${entry.id}: the entry names no copy ${copy}`);

	const folder = (copy = 0): SourceFile[] => {
		const { file } = copyOf(copy);
		let found = opened.get(copy);
		if (!found) {
			const paths = file.endsWith('/') ? listFolder(from, file) : [file];
			opened.set(copy, (found = paths.map((path) => openSource(from, path))));
		}
		return found;
	};
	const source = (copy = 0): SourceFile =>
		need(folder(copy)[0], `${entry.id}: copy ${copy} is an empty folder`);

	const context: ReadContext = {
		entry,
		source,
		folder,
		csv(specs, { copy = 0, keep, without } = {}) {
			const { columns = {}, ignored, rows, sums } = copyOf(copy).read ?? {};
			return source(copy).csv({
				names: columns,
				specs,
				...(ignored && { ignored }),
				...(rows !== undefined && { rows }),
				...(sums && { sums }),
				...(keep && { keep }),
				...(without && { without })
			});
		},
		table: (id) =>
			need(tables.get(id), `${entry.id}: its reader does not say that it needs "${id}"`)
	};
	// A copy that the reader did not touch would be a false statement about lineage.
	const hashes = () =>
		copies.map(({ file }, copy) => {
			const found = need(opened.get(copy), `${entry.id}: the reader does not read ${file}`);
			return file.endsWith('/')
				? hashOfHashes(found.map(({ path, sha256 }) => [path, sha256]))
				: found[0]?.sha256;
		});
	return { context, hashes };
}

function listFolder(root: string, folder: string): string[] {
	const full = join(root, folder);
	if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
		throw new SourceError(folder, 'there is no such folder', {}, NOT_THERE);
	}
	return readdirSync(full)
		.sort()
		.map((name) => folder + name);
}

function recordHashes(entry: Dataset, hashes: (string | undefined)[]): void {
	entry.lineage.copies.forEach((copy, index) => {
		const sha256 = hashes[index];
		if (sha256 !== undefined) copy.sha256 = sha256;
	});
}

function write(reader: DatasetReader, output: Output): Written {
	if (Array.isArray(output)) return writeBoundaries(reader.id, output);
	const asCsv = output.rows < CSV_BELOW_ROWS && reader.folder !== 'assets';
	const file = `${reader.folder ?? 'tables'}/${reader.id}.${asCsv ? 'csv' : 'parquet'}`;
	const bytes = asCsv ? Buffer.from(toCsv(output)) : toParquet(output);
	return {
		file,
		rows: output.rows,
		sha256: hashOf(bytes),
		columns: Object.keys(output.columns),
		files: new Map([[file, bytes]])
	};
}

function writeBoundaries(id: string, output: Exclude<Output, Table>): Written {
	const files = new Map(output.map(({ path, text }) => [path, Buffer.from(text)]));
	const rows = output.reduce((sum, { areas }) => sum + areas, 0);
	const [first] = output;
	if (!first) throw new Error(`${id}: no boundaries`);
	if (output.length === 1) {
		return { file: first.path, rows, sha256: hashOf(first.text), files };
	}
	const sha256 = hashOfHashes([...files].map(([path, bytes]) => [path, hashOf(bytes)]));
	return { file: dirname(first.path) + '/', rows, sha256, files };
}

/** Paths below `root` of a table: itself, or the files of a folder. */
function filesOf(root: string, file: string | undefined): string[] {
	if (file === undefined || !existsSync(join(root, file))) return [];
	return file.endsWith('/') ? readdirSync(join(root, file)).map((name) => file + name) : [file];
}
