/**
 * Import for publication: from publishers' files to tables of `geodata/` with their catalogue
 * entries, all of them or none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseCatalogue, type Catalogue, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { toCsv, toParquet } from '../../src/lib/server/table-file.ts';
import { sha256 } from '../../src/lib/server/inputs.ts';
import { changing, type Swap } from '../lib/swap-in.ts';
import { SourceError } from '../refresh/source-error.ts';
import { readHead } from './head.ts';
import { openInputs, sha256OfFile } from './input.ts';
import { LIST, readList, type ListChoices } from './list.ts';
import { loadLookups, type Lookups } from './lookups.ts';
import type { AssetReader, Made, ReadContext, Seen } from './reader.ts';
import { encodingNotes, readRows } from './rows.ts';
import { isSensitive } from '../../src/lib/register/sensitive.ts';

/** Tables of fewer rows are kept as CSV, so that a change can be read in a diff. */
const CSV_BELOW_ROWS = 1000;

export interface ImportOptions {
	files: readonly string[];
	readers: readonly AssetReader[];
	/** Folder of facts that places are found in. */
	geodata: string;
	/** Folder that tables and catalogue are written to; default: `geodata`. */
	out?: string;
	/** Id of the reader, where a file does not tell. */
	as?: string;
	/** When the source was as it is here, where neither rows nor names say. */
	collected?: string;
	feed?: ReadContext['feed'];
	/** For lists that no reader knows. */
	choices?: ListChoices;
	dryRun?: boolean;
	sensitive?: typeof isSensitive;
	/** What places are found in, where it is loaded already. */
	lookups?: Lookups;
	say?: (line: string) => void;
}

export interface Imported {
	/** Paths written, below the folder; none where nothing changed. */
	changed: string[];
	/** Ids of the datasets made, whether changed or not. */
	datasets: string[];
}

/** Import files. Throws a SourceError (or Error) and writes nothing where anything is wrong. */
export async function importFiles(options: ImportOptions): Promise<Imported> {
	const { say, geodata: folder, out = folder } = options;
	if (options.collected !== undefined && !/^\d{4}(-\d{2}){0,2}$/.test(options.collected)) {
		throw new Error(`--collected: "${options.collected}" is not a date, month or year`);
	}
	const open = openedOnce();
	const list = await listsAmong(options, open);
	const files = options.files.filter((file) => !list.includes(file));
	const groups: Groups =
		files.length === 0 && list.length > 0
			? new Map()
			: await recognise({ ...options, files }, open);
	// What is only tried holds up nobody, and finishes nothing that others left half way.
	if (options.dryRun) return importGroups(groups, list, options, unasked);
	return changing(out, (swap) => importGroups(groups, list, options, swap), {
		...(say && { log: say })
	});
}

async function importGroups(
	groups: Groups,
	list: readonly string[],
	options: ImportOptions,
	swap: Swap
): Promise<Imported> {
	const { say = () => undefined, geodata: folder, out = folder } = options;
	const geodata = openGeodata(folder);
	const lookups = options.lookups ?? (await loadLookups(geodata, folder));
	const made: {
		made: Made;
		reader: Pick<AssetReader, 'id'>;
		copies: Dataset['lineage']['copies'];
	}[] = [];
	const shared = {
		lookups,
		sensitive: options.sensitive ?? isSensitive,
		say,
		...(options.feed && { feed: options.feed })
	};
	if (list.length > 0) {
		const context = {
			...shared,
			has: () => false,
			rows: () => {
				throw new Error('a list is read whole');
			},
			collected: options.collected ?? latestDate(list)
		};
		const one = await readList(list, context, geodata, options.choices ?? {});
		made.push({ made: one, reader: LIST, copies: await copiesOf(list, one.collected) });
	}
	for (const [reader, tables] of groups) {
		if (!tables.has(reader.main)) {
			throw new Error(
				`${reader.id}: the file of ${reader.main} is missing among ${[...tables.keys()].join(', ')}`
			);
		}
		const seen = [...tables.values()].flat();
		const collected = options.collected ?? latestDate(namesOf(seen));
		const context: ReadContext = {
			...shared,
			has: (table) => tables.has(table),
			async *rows(table) {
				for (const { input, head } of tables.get(table) ?? []) {
					yield* readRows(input, reader.layout(table, head));
				}
			},
			collected
		};
		const results = await reader.read(context);
		const copies = await copiesOf(pathsOf(seen), collected ?? results[0]?.collected ?? '');
		for (const one of results) made.push({ made: one, reader, copies });
	}

	const before = catalogueOf(out);
	const files = new Map<string, Uint8Array>();
	const stale = new Set<string>();
	for (const { made: one, reader, copies } of made) {
		const { path, bytes } = encode(one);
		if (files.has(path)) throw new Error(`${path} would be written twice; import the files apart`);
		files.set(path, bytes);
		const known = before.datasets.findIndex(({ id }) => id === one.entry.id);
		const old = before.datasets[known];
		if (old?.table && old.table.file !== path) stale.add(old.table.file);
		const entry = entryOf(one, reader, copies, old, path, bytes);
		if (known === -1) before.datasets.push(entry);
		else before.datasets[known] = entry;
	}
	const json = JSON.stringify(parseCatalogue(before), null, '\t') + '\n';
	files.set('catalogue.json', Buffer.from(json));
	const datasets = made.map(({ made: { entry } }) => entry.id);
	if (options.dryRun) return { changed: [], datasets };
	const removed = [...stale].filter((path) => !files.has(path) && existsSync(join(out, path)));
	return { changed: swap(files, removed), datasets };
}

/** Puts in nothing: nobody asks it to. */
const unasked: Swap = () => [];

/** Opens a file, or what is packed in it, and reads how each begins. */
type Open = (file: string) => Promise<readonly Seen[]>;

/** Each file is opened once: it may be large, and a packed one takes long to look into. */
function openedOnce(): Open {
	const opened = new Map<string, ReturnType<Open>>();
	const look: Open = async (file) =>
		Promise.all(
			(await openInputs(file)).map(async (input) => ({ input, head: await readHead(input) }))
		);
	return (file) => {
		const seen = opened.get(file) ?? look(file);
		opened.set(file, seen);
		return seen;
	};
}

/** Files that no reader knows, where it is said whose list they are. */
async function listsAmong(
	{ files, readers, as, feed }: ImportOptions,
	open: Open
): Promise<string[]> {
	if (as === LIST.id) return [...files];
	if (as !== undefined || !feed) return [];
	const lists: string[] = [];
	for (const file of files) if (!(await isKnown(file, readers, open))) lists.push(file);
	return lists;
}

/** Whether a reader of a publisher's layout knows a file, or one that is packed in it. */
async function isKnown(
	file: string,
	readers: readonly AssetReader[],
	open: Open
): Promise<boolean> {
	try {
		const seen = await open(file);
		return seen.some(({ head }) => readers.some((reader) => reader.recognise(head) !== null));
	} catch (error) {
		// What cannot be opened as a publisher's file may be a list yet; else its reader says why.
		if (error instanceof SourceError) return false;
		throw error;
	}
}

type Groups = Map<AssetReader, Map<string, Seen[]>>;

/** Which reader and which of its tables every file is for. */
async function recognise({ files, readers, as, say }: ImportOptions, open: Open): Promise<Groups> {
	const named = as === undefined ? null : readers.find(({ id }) => id === as);
	if (named === undefined) {
		throw new Error(
			`--as: there is no reader "${as}"; there are: ${[...readers, LIST].map(({ id }) => id).join(', ')}`
		);
	}
	if (files.length === 0) throw new Error('name the files to import');
	const groups: Groups = new Map();
	for (const file of files) {
		let used = 0;
		const inputs = await open(file);
		for (const { input, head } of inputs) {
			const [found, ...others] = (named ? [named] : readers).flatMap((reader) => {
				const table = reader.recognise(head);
				return table === null ? [] : [{ reader, table }];
			});
			const chosen =
				found ?? (named && inputs.length === 1 ? { reader: named, table: named.main } : null);
			if (!chosen) continue;
			if (others.length > 0) {
				const ids = [chosen, ...others].map(({ reader }) => reader.id).join(', ');
				throw new SourceError(input.name, `may be for ${ids}`, {}, 'say which with --as <reader>');
			}
			used++;
			say?.(`${input.name}: ${chosen.reader.title}`);
			const { format, encoding } = chosen.reader.layout(chosen.table, head);
			const notes = format.kind === 'xlsx' ? [] : encodingNotes(input, encoding);
			for (const note of notes) say?.(`${input.name}: ${note}`);
			const tables = groups.get(chosen.reader) ?? new Map<string, Seen[]>();
			groups.set(chosen.reader, tables);
			tables.set(chosen.table, [...(tables.get(chosen.table) ?? []), { input, head }]);
			// A workbook holds all of its reader's tables.
			if (head.kind === 'xlsx' && chosen.reader.id === 'ods-epcn')
				tables.set('members', [{ input, head }]);
		}
		if (used === 0) {
			throw new SourceError(
				basename(file),
				'is not a file that any reader knows by its columns',
				{ row: 1 },
				'if it is a list of places, say whose it is with --dataset, --publisher and --licence; else name the reader with --as, or see docs/import-assets.md for the layouts that are read'
			);
		}
	}
	return groups;
}

/** The latest date in the names of files: 20260801 or 2026-08-01. */
function latestDate(names: readonly string[]): string | null {
	const dates = names.flatMap((name) => {
		const [, year, month, day] =
			/(20\d{2})-?(0[1-9]|1[0-2])-?([0-2]\d|3[01])(?!\d)/.exec(basename(name)) ?? [];
		return year ? [`${year}-${month}-${day}`] : [];
	});
	return dates.sort().at(-1) ?? null;
}

const namesOf = (seen: readonly Seen[]) => seen.flatMap(({ input }) => [input.path, input.member]);
const pathsOf = (seen: readonly Seen[]) => seen.map(({ input }) => input.path);

async function copiesOf(paths: readonly string[], version: string) {
	const copies: Dataset['lineage']['copies'] = [];
	for (const path of [...new Set(paths)].sort()) {
		copies.push({
			file: basename(path),
			from: 'official',
			version,
			sha256: await sha256OfFile(path)
		});
	}
	return copies;
}

function catalogueOf(folder: string): Catalogue {
	const path = join(folder, 'catalogue.json');
	if (!existsSync(path)) return { format: 1, datasets: [] };
	return parseCatalogue(JSON.parse(readFileSync(path, 'utf8')));
}

function encode({ folder, entry, table }: Made): { path: string; bytes: Uint8Array } {
	const asCsv = folder === 'tables' && table.rows < CSV_BELOW_ROWS;
	return {
		path: `${folder}/${entry.id}.${asCsv ? 'csv' : 'parquet'}`,
		bytes: asCsv ? Buffer.from(toCsv(table)) : toParquet(table)
	};
}

function entryOf(
	{ entry, collected, table, folder, keepCopies }: Made,
	reader: Pick<AssetReader, 'id'>,
	copies: Dataset['lineage']['copies'],
	old: Dataset | undefined,
	file: string,
	bytes: Uint8Array
): Dataset {
	const { id, title, publisher, official, licence, attribution, period, geography, coverage } =
		entry;
	// A later copy of a complete register is complete, unless its reader says otherwise.
	const survey = entry.survey ?? old?.survey;
	const earlier = keepCopies
		? (old?.lineage.copies ?? []).filter((copy) => copies.every((one) => one.file !== copy.file))
		: [];
	return {
		id,
		title,
		publisher,
		official,
		licence,
		attribution,
		period,
		geography,
		coverage,
		...(survey && { survey }),
		...(folder === 'assets' && { collected }),
		imported: reader.id,
		lineage: {
			copies: entry.derivedFrom ? [] : [...earlier, ...copies],
			...(entry.derivedFrom && { derivedFrom: entry.derivedFrom }),
			done: entry.done,
			defects: entry.defects
		},
		table: { file, rows: table.rows, sha256: sha256(bytes), columns: Object.keys(table.columns) }
	};
}
