/**
 * Reads and checks a file away from the page. It holds the table; the page holds what it
 * shows. Everything that positions need is loaded first and whole, whatever the file says.
 */
import { expose } from 'comlink';
import { readDecisions, type DecisionsRead } from '../register/intake/decisions-file.ts';
import { readTable } from '../register/intake/formats.ts';
import { readFiles, type GivenFile } from '../register/intake/together.ts';
import { OWNER_COLUMN } from '../document/document.ts';
import { rowsCsv } from '../register/export.ts';
import { explained, ImportError } from '../register/intake/import-error.ts';
import { makePlaces, type Places } from '../register/intake/places.ts';
import { registerOf } from '../register/intake/register.ts';
import type { RegisterAsset } from '../register/intake/changes.ts';
import type { Mapping } from '../register/intake/columns.ts';
import type { KindReading } from '../register/intake/kind-words.ts';
import type { VerifierRole } from '../register/kinds.ts';
import type { Outcome } from '../register/intake/remark.ts';
import { personalColumns } from '../register/intake/privacy.ts';
import type { ColumnReading } from '../register/intake/column-reading.ts';
import type { Remembered } from '../register/intake/remembered.ts';
import { shownHeading, tooManyRows, type ImportTable } from '../register/intake/table.ts';
import {
	ImportSession,
	type RowView,
	type Step,
	type Summary
} from '../register/intake/session.ts';
import type { OwnAsset } from '../register/own-part.ts';
import { filesOf, type PostcodePiece, type PostcodesIndex } from '../postcodes/piece.ts';
import { completeBoundaries } from '../geometry/boundaries.ts';
import type { AreasPart } from '../areas/parts.ts';
import { fromFile } from '../facts/part-file.ts';
import { PartReader } from '../facts/reader.ts';
import type { BasemapPart, BoundariesPart, StoredBoundaries } from '../geometry/parts.ts';
import type { RegisterPart } from '../register/parts.ts';

/** Addresses of what a check needs of a region's pack, whole. */
export interface PackAddresses {
	regionName: string;
	/** The site's root, with a slash at its end. */
	root: string;
	postcodes: string;
	areas: string;
	boundaries21: string;
	boundaries11: string;
	basemap: string;
	register: string;
}

export interface OpenRequest {
	/** What it is called: the file, or the files that came together. */
	name: string;
	files: readonly GivenFile[];
	/** Place of the sheet to read among those that are filled; null is the likeliest. */
	sheet: number | null;
	/** ISO day. */
	today: string;
	pack: PackAddresses;
	/** What the reader brought before. */
	own: readonly OwnAsset[];
	/** What they decided for files before. */
	remembered: Remembered;
}

export interface Opened {
	/** What was read is called. */
	fileName: string;
	format: string;
	headings: string[];
	/** Columns that the file has; those that it lacked come after them. */
	ownColumns: number;
	/** What each was taken for at first, how sure that is, and cells to see. */
	readings: readonly ColumnReading[];
	/** By column: it is not used, and holds people's names or contacts. */
	personal: boolean[];
	/** What the layout is remembered by, and whether it came in as it was decided before. */
	layout: string;
	isAsBefore: boolean;
	lineWord: string;
	notes: string[];
	sheets: ImportTable['sheets'] | null;
	mapping: Mapping;
	/** Columns that the reader must decide on before anything is brought. */
	questions: number[];
	/** Those that they decided on. */
	settled: readonly number[];
	defaultKind: KindReading | null;
	summary: Summary;
}

export interface Applied {
	undo: Step;
	summary: Summary;
	mapping: Mapping;
	questions: number[];
	settled: readonly number[];
	defaultKind: KindReading | null;
	role: VerifierRole | null;
}

/** Errors lose their class on the way: what the reader is told goes as data. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: string; advice: string };

export type Progress = (phase: 'loading' | 'reading' | 'checking', share: number) => void;

const BULK = {
	accept: 'accept-changes',
	keep: 'keep-register',
	confirm: 'confirm-looks',
	homes: 'confirm-homes'
} as const;
export type Bulk = keyof typeof BULK;

class ImportWorker {
	#session: ImportSession | null = null;
	#places: Promise<Places> | null = null;

	async open(request: OpenRequest, progress: Progress): Promise<Answer<Opened>> {
		try {
			progress('loading', 0);
			this.#places ??= loadPlaces(request.pack, (share) => progress('loading', share));
			this.#places.catch(() => (this.#places = null));
			const places = await this.#places;
			progress('reading', 0);
			const { format, table } = await readFiles(request.files, {
				today: request.today,
				...(request.sheet !== null && { sheet: request.sheet })
			});
			const loaded = await Promise.all([
				part<RegisterPart>(request.pack, request.pack.register),
				part<AreasPart>(request.pack, request.pack.areas)
			]);
			const parts = new PartReader((name) => loaded.find(({ part }) => part === name));
			const { names = [], read = 0, rest } = table.sheets ?? {};
			const fileName = (rest && rest.length > 0 && names[read]) || request.name;
			const session = new ImportSession(
				table,
				{
					places,
					fileName,
					today: request.today,
					register: registerOf(parts.get('register'), parts.areasOf('2021'), request.own)
				},
				request.remembered
			);
			const rows = session.table.rows.length;
			await session.check((done) => {
				progress('checking', done / rows);
				return true;
			});
			this.#session = session;
			return {
				ok: true,
				value: {
					fileName,
					format: format.title,
					headings: session.table.headings.map(shownHeading),
					ownColumns: session.ownColumns,
					readings: session.readings,
					personal: personalColumns(session.table.headings, session.table.rows, session.mapping),
					layout: session.layout,
					isAsBefore: session.isAsBefore,
					questions: session.questions().map(({ column }) => column),
					settled: session.settled,
					lineWord: table.lineWord,
					notes: table.notes,
					sheets: table.sheets ?? null,
					mapping: session.mapping,
					defaultKind: session.defaultKind,
					summary: session.summary()
				}
			};
		} catch (error) {
			return { ok: false, ...explained(error) };
		}
	}

	/** The table of a file that is no list of places: answers of a check, counts of a session. */
	async table(file: GivenFile, mostRows: number): Promise<Answer<ImportTable>> {
		try {
			const { table } = await readTable(file);
			if (table.rows.length > mostRows) throw tooManyRows(table.rows.length, mostRows);
			return { ok: true, value: table };
		} catch (error) {
			return { ok: false, ...explained(error) };
		}
	}

	/** Decisions on duplicates, of those pairs whose keys are given. */
	decisions(bytes: Uint8Array, keys: ReadonlySet<string>): Answer<DecisionsRead> {
		try {
			return { ok: true, value: readDecisions(bytes, keys) };
		} catch (error) {
			return { ok: false, ...explained(error) };
		}
	}

	/** Take a step; returns the one that undoes it, and what the file then amounts to. */
	async apply(step: Step): Promise<Applied> {
		const session = this.#opened();
		const undo = await session.apply(step);
		const { mapping, defaultKind, role } = session;
		return {
			undo,
			summary: session.summary(),
			mapping,
			questions: session.questions().map(({ column }) => column),
			settled: session.settled,
			defaultKind,
			role
		};
	}

	/** The step that decides on all rows at once. */
	bulk(what: Bulk): Step {
		return this.#opened().decisionsFor(BULK[what]);
	}

	page(filter: Outcome | 'changes' | null, offset: number, limit: number) {
		return this.#opened().page(filter, offset, limit);
	}

	view(rows: readonly number[]): RowView[] {
		return rows.map((row) => this.#opened().view(row));
	}

	result(): OwnAsset[] {
		return this.#opened().result();
	}

	/**
	 * CSV of the rows that are not brought, with the reasons, for a spreadsheet; with who looks
	 * after the listings, unless the file had such a column already.
	 */
	leftovers(owner: string): string {
		const { headings, rows } = this.#opened().leftovers();
		const saysIt = headings.includes(OWNER_COLUMN);
		return rowsCsv(
			saysIt ? headings : [...headings, OWNER_COLUMN],
			saysIt ? rows : rows.map((row) => [...row, owner]),
			{ spreadsheet: true }
		);
	}

	/** CSV of where the rows that are held back stand in the file, and of nothing else. */
	heldLines(): string {
		const session = this.#opened();
		const lines = session.heldLines().map((line) => [line]);
		return rowsCsv([session.table.lineWord], lines, { spreadsheet: true });
	}

	#opened(): ImportSession {
		if (!this.#session) throw new Error('no file is open');
		return this.#session;
	}
}

export type ImportWorkerApi = ImportWorker;

async function json<T>(pack: PackAddresses, path: string): Promise<T> {
	try {
		const response = await fetch(new URL(path, pack.root));
		if (response.ok) return (await response.json()) as T;
	} catch {
		// No answer, half of one, or that of something between.
	}
	throw new ImportError(
		'The postcodes and boundaries of the region could not be loaded.',
		'Nothing is wrong with your file. Look whether you are online, and try again.'
	);
}

const part = async <T>(pack: PackAddresses, path: string): Promise<T> =>
	fromFile(await json<object>(pack, path)) as T;

async function loadPlaces(pack: PackAddresses, progress: (share: number) => void): Promise<Places> {
	const index = await json<PostcodesIndex>(pack, pack.postcodes);
	const paths = filesOf(index);
	let done = 0;
	const pieces = paths.map(async (path) => {
		const file = await json<PostcodePiece[]>(pack, path);
		progress(++done / paths.length);
		return file;
	});
	const [areas, boundaries21, boundaries11, basemap] = await Promise.all([
		part<AreasPart>(pack, pack.areas),
		part<BoundariesPart>(pack, pack.boundaries21),
		part<StoredBoundaries>(pack, pack.boundaries11),
		part<BasemapPart>(pack, pack.basemap)
	]);
	return makePlaces({
		regionName: pack.regionName,
		pieces: (await Promise.all(pieces)).flat(),
		areas,
		boundaries21,
		boundaries11: completeBoundaries(boundaries11, boundaries21),
		basemap
	});
}

export type { RegisterAsset };

expose(new ImportWorker());
