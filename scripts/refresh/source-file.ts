/** Opening files of official tables without trusting them. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, Column, ColumnType, Table } from '../../src/lib/facts/table.ts';
import { NOT_THERE, SourceError } from './source-error.ts';

/** No official table read here is, or unpacks to, more than a third of this. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface ColumnSpec {
	type: ColumnType;
	/** May a cell be empty (or one of these texts)? Default: no. */
	missing?: readonly string[];
	/** What a code or text must look like. */
	pattern?: RegExp;
	/** Inclusive bounds of a number. */
	min?: number;
	max?: number;
	/** Every value once. */
	unique?: boolean;
}

export interface CsvRequest<Name extends string> {
	/** Our name of a column → the publisher's. Columns may stand in any order. */
	names: Partial<Record<string, string>>;
	specs: Record<Name, ColumnSpec>;
	/** Publisher's columns that are known and not used; any other is an error. */
	ignored?: readonly string[];
	/** Number of rows the release has. */
	rows?: number;
	/** Totals the release has, by our name of the column; compared to 9 digits. */
	sums?: Partial<Record<string, number>>;
	/** Keep only some rows, after they were checked and counted. */
	keep?: (row: Record<Name, Cell>) => boolean;
	/** Leave out rows by what stands in columns that are not used, after they were checked and counted. */
	without?: LeaveOut;
}

/** By the headings of columns that are not used: whether a row, given as its cells in them, is left out. */
export type LeaveOut = (headings: readonly string[]) => (cells: readonly string[]) => boolean;

/** A table whose columns the types know by name. */
export interface CsvTable<Name extends string> extends Table {
	columns: Record<Name, Column>;
}

export interface SourceFile {
	path: string;
	sha256: string;
	text(): string;
	json(): unknown;
	/** Typed columns of a CSV file. Throws {@link SourceError} naming file, row and column. */
	csv<Name extends string>(request: CsvRequest<Name>): CsvTable<Name>;
}

/** Open `path` below the folder `root`, unpacking `.gz` within a bound. */
export function openSource(root: string, path: string): SourceFile {
	const packed = readBounded(root, path);
	const sha256 = createHash('sha256').update(packed).digest('hex');
	let unpacked: string | null = null;

	const text = () => (unpacked ??= decode(path, packed));
	return {
		path,
		sha256,
		text,
		json() {
			try {
				return JSON.parse(text());
			} catch (cause) {
				throw new SourceError(path, `not valid JSON (${(cause as Error).message})`);
			}
		},
		csv: (request) => readCsv(path, text(), request)
	};
}

function readBounded(root: string, path: string): Buffer {
	const full = join(root, path);
	const found = statSync(full, { throwIfNoEntry: false });
	if (!found?.isFile()) {
		throw new SourceError(path, 'there is no such file', {}, NOT_THERE);
	}
	if (found.size > MAX_BYTES) throw tooLarge(path, 'is larger');
	return readFileSync(full);
}

function tooLarge(path: string, how: string): SourceError {
	return new SourceError(
		path,
		`${how} than ${MAX_BYTES / 1024 / 1024} MB, far beyond any table read here`
	);
}

function decode(path: string, packed: Buffer): string {
	let bytes: Buffer = packed;
	if (path.endsWith('.gz')) {
		try {
			bytes = gunzipSync(packed, { maxOutputLength: MAX_BYTES });
		} catch (cause) {
			const { code, message } = cause as NodeJS.ErrnoException;
			if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, 'unpacks to more');
			throw new SourceError(
				path,
				looksLikePage(packed.toString('latin1', 0, 200))
					? 'is a web page, not gzip: the download failed'
					: `cannot be unpacked as gzip, perhaps truncated (${message})`
			);
		}
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new SourceError(path, 'is not UTF-8 text');
	}
	if (looksLikePage(text.slice(0, 200))) {
		throw new SourceError(path, 'is a web page, not data: the download failed');
	}
	return text;
}

function looksLikePage(start: string): boolean {
	return /^\ufeff?\s*<(!doctype|html|head|\?xml)/i.test(start);
}

function readCsv<Name extends string>(
	path: string,
	text: string,
	request: CsvRequest<Name>
): CsvTable<Name> {
	const names = Object.keys(request.specs) as Name[];
	let lines: string[][];
	try {
		lines = parse(text, { bom: true, relax_column_count: false }) as string[][];
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const row = typeof cause['lines'] === 'number' ? { row: cause['lines'] as number } : {};
		throw new SourceError(path, `broken CSV, perhaps truncated: ${cause.message}`, row);
	}
	const [header, ...body] = lines;
	if (!header) throw new SourceError(path, 'is empty');

	const position = findColumns(path, header, request);
	if (request.rows !== undefined && body.length !== request.rows) {
		throw new SourceError(
			path,
			`has ${body.length} rows, this release has ${request.rows}; it is truncated or another release`
		);
	}

	const values = Object.fromEntries(names.map((name) => [name, [] as Cell[]])) as Record<
		Name,
		Cell[]
	>;
	const seen = new Map<Name, Set<Cell>>(
		names.filter((name) => request.specs[name].unique).map((name) => [name, new Set()])
	);
	const sums = new Map(Object.keys(request.sums ?? {}).map((name) => [name, 0]));

	const used = new Set(Object.values<number>(position));
	const unused = [...header.keys()].filter((at) => !used.has(at));
	const isLeftOut = request.without?.(unused.map((at) => header[at] ?? ''));

	body.forEach((line, index) => {
		const row = index + 2; // as a spreadsheet counts: the header is row 1
		const cells = {} as Record<Name, Cell>;
		for (const name of names) {
			const column = request.names[name] ?? name;
			const cell = readCell(path, row, column, line[position[name]] ?? '', request.specs[name]);
			const before = seen.get(name);
			if (before?.has(cell)) {
				throw new SourceError(path, `${String(cell)} stands twice`, { row, column });
			}
			before?.add(cell);
			if (sums.has(name)) sums.set(name, (sums.get(name) ?? 0) + Number(cell ?? 0));
			cells[name] = cell;
		}
		if (request.keep && !request.keep(cells)) return;
		if (isLeftOut?.(unused.map((at) => line[at] ?? ''))) return;
		for (const name of names) values[name].push(cells[name]);
	});

	for (const [name, expected = 0] of Object.entries(request.sums ?? {})) {
		if (!names.includes(name as Name)) {
			throw new SourceError(path, `the catalogue gives a sum for "${name}", which is not read`);
		}
		const found = sums.get(name) ?? 0;
		if (Math.abs(found - expected) > Math.abs(expected) * 1e-9) {
			const column = request.names[name] ?? name;
			throw new SourceError(path, `adds up to ${found}, this release to ${expected}`, { column });
		}
	}

	const columns = Object.fromEntries(
		names.map((name): [string, Column] => [
			name,
			{ type: request.specs[name].type, values: values[name] }
		])
	) as Record<Name, Column>;
	return { rows: Object.values<Cell[]>(values)[0]?.length ?? 0, columns };
}

function findColumns<Name extends string>(
	path: string,
	header: string[],
	request: CsvRequest<Name>
): Record<Name, number> {
	const found = new Map<string, number>();
	header.forEach((label, index) => {
		if (found.has(label)) throw new SourceError(path, 'stands twice', { row: 1, column: label });
		found.set(label, index);
	});
	const position = {} as Record<Name, number>;
	for (const name of Object.keys(request.specs) as Name[]) {
		const column = request.names[name];
		if (column === undefined) {
			throw new SourceError(path, `the catalogue entry names no column for "${name}"`);
		}
		const index = found.get(column);
		if (index === undefined) throw new SourceError(path, 'is missing', { row: 1, column });
		position[name] = index;
		found.delete(column);
	}
	for (const column of request.ignored ?? []) found.delete(column);
	const [unknown] = found.keys();
	if (unknown !== undefined) {
		throw new SourceError(path, 'is not a known column of this table', { row: 1, column: unknown });
	}
	return position;
}

function readCell(path: string, row: number, column: string, text: string, spec: ColumnSpec): Cell {
	const wrong = (what: string) => new SourceError(path, what, { row, column });
	const shown = JSON.stringify(text.length > 40 ? text.slice(0, 40) + '…' : text);
	if (spec.missing?.includes(text)) return null;
	if (text.trim() === '') throw wrong('is empty, a value is needed');
	switch (spec.type) {
		case 'code':
		case 'text':
			if (spec.pattern && !spec.pattern.test(text)) {
				throw wrong(`${shown} does not look like ${spec.pattern}`);
			}
			return text;
		case 'flag': {
			const flag = { true: true, false: false, '1': true, '0': false }[text.toLowerCase()];
			if (flag === undefined) throw wrong(`${shown} is neither true nor false`);
			return flag;
		}
		case 'integer':
		case 'number': {
			const number = /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
			if (!Number.isFinite(number)) throw wrong(`${shown} is not a number`);
			if (spec.type === 'integer' && !Number.isInteger(number)) {
				throw wrong(`${shown} is not a whole number`);
			}
			if (spec.min !== undefined && number < spec.min) throw wrong(`${shown} is below ${spec.min}`);
			if (spec.max !== undefined && number > spec.max) throw wrong(`${shown} is above ${spec.max}`);
			return number;
		}
	}
}
