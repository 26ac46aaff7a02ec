/** Tables as files: Parquet, and CSV where they are small. Node only. */
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetRead, type ColumnData, type FileMetaData } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
	makeTable,
	numbers,
	type Cell,
	type Column,
	type ColumnType,
	type Table
} from '../facts/table.ts';

const PARQUET_TYPES = {
	code: 'STRING',
	text: 'STRING',
	integer: 'INT32',
	number: 'DOUBLE',
	flag: 'BOOLEAN'
} as const satisfies Record<ColumnType, ColumnSource['type']>;

/**
 * The encoding that is smallest where the writer's own choice (a dictionary if it pays,
 * else plain) is not: tables are sorted by their first column, whose codes share their
 * beginnings; ranks are whole numbers that seldom repeat.
 */
function encodingOf({ type, values }: Column, isKey: boolean): ColumnSource['encoding'] {
	if (isKey && type === 'code') return 'DELTA_BYTE_ARRAY';
	const seldomRepeats = () => new Set(values).size > values.length / 8;
	return type === 'integer' && seldomRepeats() ? 'DELTA_BINARY_PACKED' : undefined;
}

/** Parquet bytes of a table. The same table gives the same bytes. */
export function toParquet(table: Table): Uint8Array {
	const columnData = Object.entries(table.columns).map(([name, column], index) => {
		if (column.decimals !== undefined) {
			const scale = 10 ** column.decimals;
			return {
				name,
				data: numbers(table, name).map((value) => Math.round(value * scale)),
				type: 'INT32' as const,
				nullable: false,
				encoding: 'DELTA_BINARY_PACKED' as const
			};
		}
		const encoding = encodingOf(column, index === 0);
		return {
			name,
			data: column.values as unknown[],
			type: PARQUET_TYPES[column.type],
			nullable: column.values.includes(null),
			...(encoding && { encoding })
		};
	});
	const decimals = Object.fromEntries(
		Object.entries(table.columns).flatMap(([name, column]) =>
			column.decimals === undefined ? [] : [[name, column.decimals]]
		)
	);
	const buffer = parquetWriteBuffer({
		columnData: columnData as ColumnSource[],
		rowGroupSize: 250_000,
		createdBy: 'asset-gap-map',
		kvMetadata: [
			{
				key: 'column_types',
				value: JSON.stringify(
					Object.fromEntries(Object.entries(table.columns).map(([n, c]) => [n, c.type]))
				)
			},
			...(Object.keys(decimals).length > 0
				? [{ key: 'column_decimals', value: JSON.stringify(decimals) }]
				: [])
		]
	});
	return new Uint8Array(buffer);
}

/** Read a table that {@link toParquet} wrote. */
export async function fromParquet(bytes: Uint8Array): Promise<Table> {
	const file = bufferOf(bytes);
	const metadata = parquetMetadata(file);
	const kept = metadata.key_value_metadata?.find(({ key }) => key === 'column_types')?.value;
	if (!kept) throw new Error('a Parquet file without our column types');
	const types = JSON.parse(kept) as Record<string, ColumnType>;
	const rows = Number(metadata.num_rows);
	const decimals = decimalsIn(metadata);
	const pages = new Map(Object.keys(types).map((name) => [name, [] as ColumnData[]]));
	// Column by column, as it is stored: making an object of each row takes many times as long.
	await parquetRead({
		file,
		metadata,
		onChunk: (page) => pages.get(page.columnName)?.push(page)
	});
	const columns: Record<string, Column> = {};
	for (const [name, type] of Object.entries(types)) {
		const values: Cell[] = [];
		const inOrder = (pages.get(name) ?? []).sort((a, b) => a.rowStart - b.rowStart);
		for (const { columnData } of inOrder) {
			// Pushed one by one, so that an engine keeps numbers as numbers where all are.
			for (const value of columnData as Iterable<Cell | undefined>) values.push(value ?? null);
		}
		if (values.length !== rows) {
			throw new Error(`column "${name}" has ${values.length} of ${rows} values`);
		}
		columns[name] = { type, values };
		const found = decimals[name];
		if (found === undefined) continue;
		const scale = 10 ** found;
		columns[name] = { type, values: values.map((value) => Number(value) / scale), decimals: found };
	}
	return { rows, columns };
}

/**
 * Some columns of a table, a group of rows at a time, in order: for what is too long to be held as
 * cells. `path` says by its ending how it is written, as {@link decodeTable} has it.
 */
export async function* tableGroups(
	path: string,
	bytes: Buffer,
	columns: readonly string[]
): AsyncGenerator<Record<string, readonly Cell[]>> {
	if (path.endsWith('.csv')) {
		const table = fromCsv(bytes.toString('utf8'));
		yield Object.fromEntries(columns.map((name) => [name, valuesIn(path, table.columns, name)]));
		return;
	}
	const file = bufferOf(bytes);
	const metadata = parquetMetadata(file);
	const decimals = decimalsIn(metadata);
	let rowStart = 0;
	for (const { num_rows } of metadata.row_groups) {
		const rowEnd = rowStart + Number(num_rows);
		const pages = new Map(columns.map((name) => [name, [] as ColumnData[]]));
		await parquetRead({
			file,
			metadata,
			columns: [...columns],
			rowStart,
			rowEnd,
			onChunk: (page) => pages.get(page.columnName)?.push(page)
		});
		const group: Record<string, Cell[]> = {};
		for (const [name, found] of pages) {
			const scale = 10 ** (decimals[name] ?? 0);
			const values: Cell[] = [];
			for (const { columnData } of found.sort((a, b) => a.rowStart - b.rowStart)) {
				for (const value of columnData as Iterable<Cell | undefined>) {
					values.push(scale === 1 ? (value ?? null) : Number(value) / scale);
				}
			}
			if (values.length !== Number(num_rows)) {
				throw new Error(`${path}: column "${name}" has ${values.length} of ${num_rows} values`);
			}
			group[name] = values;
		}
		yield group;
		rowStart = rowEnd;
	}
}

function valuesIn(path: string, columns: Table['columns'], name: string): readonly Cell[] {
	const found = Object.hasOwn(columns, name) ? columns[name] : undefined;
	if (!found) throw new Error(`${path} has no column "${name}"`);
	return found.values;
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
	bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** How many decimals a column's whole numbers stand for, by its name. */
const decimalsIn = ({ key_value_metadata }: FileMetaData): Record<string, number> =>
	JSON.parse(
		key_value_metadata?.find(({ key }) => key === 'column_decimals')?.value ?? '{}'
	) as Record<string, number>;

/** CSV text of a small table; the header carries the type as `name:type`. */
export function toCsv(table: Table): string {
	const columns = Object.entries(table.columns);
	const header = columns.map(([name, { type }]) => `${name}:${type}`);
	const rows = Array.from({ length: table.rows }, (_, row) =>
		columns.map(([, { values }]) => values[row] ?? null)
	);
	return stringify([header, ...rows], { cast: { boolean: (value) => String(value) } });
}

/** Read a table that {@link toCsv} wrote. */
export function fromCsv(text: string): Table {
	const [header = [], ...rows] = parse(text) as string[][];
	const columns: Record<string, Column> = {};
	header.forEach((label, index) => {
		const [name = '', type = ''] = label.split(':');
		if (!(type in PARQUET_TYPES)) throw new Error(`column "${label}" names no known type`);
		columns[name] = {
			type: type as ColumnType,
			values: rows.map((row) => readCell(row[index] ?? '', type as ColumnType))
		};
	});
	return makeTable(columns);
}

function readCell(text: string, type: ColumnType): Cell {
	if (text === '') return null;
	if (type === 'flag') return text === 'true';
	return type === 'integer' || type === 'number' ? Number(text) : text;
}

/** A table of `geodata/` from the bytes of its file: `.csv`, else Parquet. */
export async function decodeTable(path: string, bytes: Buffer): Promise<Table> {
	return path.endsWith('.csv') ? fromCsv(bytes.toString('utf8')) : fromParquet(bytes);
}

/** Read a table of `geodata/` by its path: `.parquet` or `.csv`. */
export const readTable = (path: string): Promise<Table> => decodeTable(path, readFileSync(path));
