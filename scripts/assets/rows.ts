/**
 * Rows of a publisher's table, one at a time: CSV, tab-separated, JSON array or workbook. Every
 * row knows the file and its own number, so that whatever is wrong with it can be found.
 */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform, type TransformCallback } from 'node:stream';
import { JSONParser } from '@streamparser/json-node';
import { CsvError, parse } from 'csv-parse';
import readWorkbook from 'read-excel-file/node';
import { encodingOf } from '../../src/lib/register/intake/decode.ts';
import { checkCharacters } from '../../src/lib/register/intake/table.ts';
import { harmless } from '../../src/lib/register/intake/workbook-guard.ts';
import { SourceError } from '../refresh/source-error.ts';
import { REMEDY, type Input } from './input.ts';

/** How a publisher writes its text; a file that says otherwise at its beginning is read as it says. */
export type Encoding = 'utf-8' | 'windows-1252';

/** A workbook is read whole; no table that comes as one is larger. */
const MAX_WORKBOOK_BYTES = 64 * 1024 ** 2;
/** A field longer than this is a quotation mark that nobody closed. */
const MAX_RECORD_BYTES = 1024 ** 2;

/** Where rows of JSON are: in a bare list, in one with a name, or `$` where each line is one. */
export type JsonRows = '$.*' | '$.contents.*' | '$.content.*' | '$';

/** How a table is written. */
export type Format =
	| { kind: 'csv'; delimiter: ',' | '\t'; /** Quotation marks mean nothing. */ unquoted?: boolean }
	| { kind: 'json'; path: JsonRows }
	| { kind: 'xlsx'; /** Name of the sheet. */ sheet: string };

/** What is expected of a table. */
export interface Layout {
	format: Format;
	/** Columns that must be there, in any order; others are passed over. */
	columns: readonly string[];
	/** Names of all columns in their order, where the publisher writes none. */
	headerless?: readonly string[];
	encoding?: Encoding;
}

/** One row, and what may be asked of it. All texts are trimmed; empty is null. */
export class Row {
	constructor(
		readonly file: string,
		readonly number: number,
		private readonly cells: Readonly<Record<string, unknown>>
	) {}

	/** The text of a cell, or null where it is empty or its column absent. */
	text(column: string): string | null {
		const value = this.cells[column];
		if (value === null || value === undefined) return null;
		if (typeof value === 'object' && !(value instanceof Date)) {
			throw this.wrong(column, 'holds a structure, a text is needed');
		}
		const text = (value instanceof Date ? value.toISOString() : String(value))
			.replace(/\s+/g, ' ')
			.trim();
		return text === '' ? null : text;
	}

	/** The text of a cell that must not be empty. */
	required(column: string): string {
		const text = this.text(column);
		if (text === null) throw this.wrong(column, 'is empty, a value is needed');
		return text;
	}

	/** A number, or null where the cell is empty. Anything else ("NaN", "12 or so") is an error. */
	amount(column: string): number | null {
		const text = this.text(column);
		if (text === null) return null;
		const value = /^-?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
		if (!Number.isFinite(value)) {
			throw this.wrong(column, `${JSON.stringify(text.slice(0, 40))} is not a number`);
		}
		return value;
	}

	/** An ISO day out of "2024-03-31T00:00:00", "31/03/2024", "31-03-2024" or "20240331". */
	day(column: string): string | null {
		const text = this.text(column);
		if (text === null) return null;
		const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
		const british = /^(\d{2})[/-](\d{2})[/-](\d{4})/.exec(text);
		const parts = iso ? iso.slice(1, 4) : british ? [british[3], british[2], british[1]] : null;
		const day = parts?.join('-');
		if (day === undefined || Number.isNaN(Date.parse(day))) {
			throw this.wrong(column, `${JSON.stringify(text.slice(0, 40))} is not a date`);
		}
		return day;
	}

	/** Names of all columns of the row. */
	columns(): string[] {
		return Object.keys(this.cells);
	}

	/** A value as it is: structures of JSON. */
	raw(column: string): unknown {
		return this.cells[column];
	}

	wrong(column: string, what: string): SourceError {
		return new SourceError(this.file, what, { row: this.number, column }, REMEDY);
	}
}

/** The rows of a table. Throws a SourceError that names file, row and column. */
export function readRows(input: Input, layout: Layout): AsyncGenerator<Row> {
	switch (layout.format.kind) {
		case 'json':
			return jsonRows(input, layout, layout.format.path);
		case 'xlsx':
			return workbookRows(input, layout, layout.format.sheet);
		case 'csv':
			return csvRows(input, layout, layout.format);
	}
}

async function* csvRows(
	input: Input,
	layout: Layout,
	{ delimiter, unquoted }: Extract<Format, { kind: 'csv' }>
): AsyncGenerator<Row> {
	const parser = parse({
		bom: true,
		delimiter,
		quote: unquoted ? false : '"',
		skip_empty_lines: true,
		max_record_size: MAX_RECORD_BYTES,
		relax_column_count: false
	});
	const source = await input.open();
	const decoded = decoder(input.name, encodingOfInput(input, layout.encoding));
	join(source, decoded, parser);
	let names: readonly string[] | null = layout.headerless ?? null;
	let number = 0;
	try {
		for await (const cells of parser as AsyncIterable<string[]>) {
			number++;
			if (names === null) {
				names = header(input.name, cells, layout.columns);
				continue;
			}
			if (layout.headerless && cells.length !== names.length) {
				throw new SourceError(
					input.name,
					`has ${cells.length} columns, this layout has ${names.length}`,
					{ row: number },
					REMEDY
				);
			}
			const record: Record<string, string> = {};
			names.forEach((name, at) => {
				record[name] = cells[at] ?? '';
			});
			yield new Row(input.name, number, record);
		}
	} catch (cause) {
		throw asSourceError(input.name, cause, number);
	} finally {
		source.destroy();
	}
	if (number === 0) throw new SourceError(input.name, 'is empty', {}, REMEDY);
}

/** Names of columns as the publisher has them, tidied; each once, and none missing. */
function header(file: string, cells: readonly unknown[], columns: readonly string[]): string[] {
	const names = cells.map((cell) =>
		String(cell ?? '')
			.replace(/\s+/g, ' ')
			.trim()
	);
	const missing = columns.find((column) => !names.includes(column));
	if (missing !== undefined) {
		throw new SourceError(file, 'is missing', { row: 1, column: missing }, REMEDY);
	}
	const twice = columns.find((column) => names.filter((name) => name === column).length > 1);
	if (twice !== undefined) {
		throw new SourceError(file, 'stands twice', { row: 1, column: twice }, REMEDY);
	}
	return names;
}

/** Counts values as they are complete, before anybody has read them. */
class CountingParser extends JSONParser {
	complete = 0;

	override push(chunk: unknown, encoding?: BufferEncoding): boolean {
		if (chunk !== null) this.complete++;
		return super.push(chunk, encoding);
	}
}

async function* jsonRows(input: Input, layout: Layout, path: string): AsyncGenerator<Row> {
	const lines = path === '$' ? { separator: '\n' } : {};
	const parser = new CountingParser({ paths: [path], keepStack: false, ...lines });
	const source = await input.open();
	const encoding = encodingOfInput(input, layout.encoding);
	join(source, encoding === 'utf-8' ? withoutMark() : decoder(input.name, encoding), parser);
	let number = 0;
	try {
		for await (const { value } of parser as AsyncIterable<{ value?: unknown }>) {
			number++;
			if (typeof value !== 'object' || value === null || Array.isArray(value)) {
				throw new SourceError(input.name, 'is not an object', { row: number }, REMEDY);
			}
			const missing = layout.columns.find((column) => !Object.hasOwn(value, column));
			if (missing !== undefined) {
				throw new SourceError(input.name, 'is missing', { row: number, column: missing }, REMEDY);
			}
			yield new Row(input.name, number, value as Record<string, unknown>);
		}
	} catch (cause) {
		throw asSourceError(input.name, cause, parser.complete);
	} finally {
		source.destroy();
	}
	if (number === 0) throw new SourceError(input.name, 'holds no rows', {}, REMEDY);
}

async function* workbookRows(input: Input, layout: Layout, sheet: string): AsyncGenerator<Row> {
	const data = (await sheetsOf(input)).find((one) => one.sheet === sheet)?.data;
	if (!data) throw new SourceError(input.name, `has no sheet "${sheet}"`, {}, REMEDY);
	const [first = [], ...rest] = data;
	const names = header(input.name, first, layout.columns);
	for (const [at, cells] of rest.entries()) {
		if (cells.every((cell) => cell === null)) continue;
		yield new Row(
			input.name,
			at + 2,
			Object.fromEntries(names.map((name, column) => [name, cells[column] ?? null]))
		);
	}
}

/**
 * The sheets of a workbook. Throws a SourceError where it is none, or a trap: it is looked at as a
 * spreadsheet that a reader brings to the page is.
 */
export async function sheetsOf(input: Input): Promise<{ sheet: string; data: unknown[][] }[]> {
	if (input.bytes > MAX_WORKBOOK_BYTES) {
		throw new SourceError(input.name, 'is far larger than any workbook read here', {}, REMEDY);
	}
	try {
		const { packed } = harmless(await readFile(input.path));
		const sheets = (await readWorkbook(Buffer.from(packed))) as {
			sheet: string;
			data: unknown[][];
		}[];
		for (const { data } of sheets) checkCharacters(data);
		return sheets;
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new SourceError(input.name, `cannot be read as a workbook (${why})`, {}, REMEDY);
	}
}

/** The encoding of a text: its publisher's, else what its beginning shows, as a file on the page. */
export function encodingOfInput({ head }: Pick<Input, 'head'>, expected?: Encoding): string {
	const { encoding } = encodingOf(head, false);
	return encoding.startsWith('utf-16') ? encoding : (expected ?? encoding);
}

/** What whoever runs it should know of an encoding that is not the publisher's, as the page says it. */
export function encodingNotes({ head }: Pick<Input, 'head'>, expected?: Encoding): string[] {
	const { encoding, notes } = encodingOf(head, false);
	return encodingOfInput({ head }, expected) === encoding && encoding !== expected ? notes : [];
}

/** Bytes to UTF-8 text, refusing bytes that are no text in the encoding it should have. */
function decoder(file: string, encoding: string): Transform {
	const text = new TextDecoder(encoding, { fatal: true });
	let bytes = 0;
	const refuse = () =>
		new SourceError(file, `is not ${encoding} text, near byte ${bytes}`, {}, REMEDY);
	return new Transform({
		encoding: 'utf8',
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			try {
				const decoded = text.decode(chunk, { stream: true });
				bytes += chunk.length;
				done(null, decoded);
			} catch {
				done(refuse());
			}
		},
		flush(done) {
			try {
				done(null, text.decode());
			} catch {
				done(refuse());
			}
		}
	});
}

/** The publisher of charities begins its JSON with a byte order mark. */
function withoutMark(): Transform {
	let first = true;
	return new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
			first = false;
			done(null, marked ? chunk.subarray(3) : chunk);
		}
	});
}

/** Pipe streams; a failure of an earlier one ends the last with it. */
function join(first: Readable, ...more: Transform[]): void {
	let before: Readable = first;
	for (const next of more) {
		before.once('error', (error) => next.destroy(error));
		before = before.pipe(next);
	}
}

function asSourceError(file: string, cause: unknown, rows: number): unknown {
	if (cause instanceof SourceError) return cause;
	if (cause instanceof CsvError) {
		const row = typeof cause['lines'] === 'number' ? (cause['lines'] as number) : rows + 1;
		return new SourceError(
			file,
			`broken table, perhaps truncated: ${cause.message}`,
			{ row },
			REMEDY
		);
	}
	const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
	return new SourceError(
		file,
		`is broken after row ${rows}, perhaps truncated (${why})`,
		{ row: rows + 1 },
		REMEDY
	);
}
