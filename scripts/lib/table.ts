/**
 * Columnar tables: how `geodata/` holds facts. A table is a set of equally long
 * columns; a missing value is `null`, never NaN and never an empty string.
 */
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetRead, type ColumnData } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** `code` and `text` are strings; `integer` is a 32-bit whole number; `number` a double; `flag` a boolean. */
export type ColumnType = 'code' | 'text' | 'integer' | 'number' | 'flag';
export type Cell = string | number | boolean | null;

export interface Column<T extends Cell = Cell> {
	type: ColumnType;
	values: T[];
	/**
	 * Of numbers that are all present: so many decimals, and a row is near the one before. Parquet
	 * then holds whole numbers by their differences, in a third of the bytes.
	 */
	decimals?: number;
}

export interface Table {
	rows: number;
	columns: Record<string, Column>;
}

/** Build a table from typed columns. Throws when the columns differ in length. */
export function makeTable(columns: Record<string, Column>): Table {
	const lengths = new Set(Object.values(columns).map((column) => column.values.length));
	if (lengths.size > 1) {
		const found = Object.entries(columns).map(([name, c]) => `${name} ${c.values.length}`);
		throw new Error(`columns of unequal length: ${found.join(', ')}`);
	}
	return { rows: [...lengths][0] ?? 0, columns };
}

function column(table: Table, name: string): Column {
	const found = table.columns[name];
	if (!found) {
		throw new Error(`no column "${name}"; there are: ${Object.keys(table.columns).join(', ')}`);
	}
	return found;
}

/** The values of a text or code column, every one present. Throws on a null. */
export function strings(table: Table, name: string): string[] {
	return column(table, name).values.map((value, row) => {
		if (typeof value !== 'string') throw new Error(`column "${name}", row ${row}: not a text`);
		return value;
	});
}

/** The values of a text or code column; null where missing. */
export function optionalStrings(table: Table, name: string): (string | null)[] {
	return column(table, name).values.map((value) => (typeof value === 'string' ? value : null));
}

/** The values of a numeric column, every one present. Throws on a null. */
export function numbers(table: Table, name: string): number[] {
	return column(table, name).values.map((value, row) => {
		if (typeof value !== 'number') throw new Error(`column "${name}", row ${row}: not a number`);
		return value;
	});
}

/** The values of a numeric column; null where missing. */
export function optionalNumbers(table: Table, name: string): (number | null)[] {
	return column(table, name).values.map((value) => (typeof value === 'number' ? value : null));
}

/** The values of a flag column, every one present. */
export function flags(table: Table, name: string): boolean[] {
	return column(table, name).values.map((value, row) => {
		if (typeof value !== 'boolean') throw new Error(`column "${name}", row ${row}: not a flag`);
		return value;
	});
}

/** Row number by the value of a unique key column. Throws on a repeated key. */
export function indexBy(table: Table, name: string): Map<string, number> {
	const index = new Map<string, number>();
	strings(table, name).forEach((key, row) => {
		if (index.has(key)) throw new Error(`column "${name}": ${key} stands twice`);
		index.set(key, row);
	});
	return index;
}

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
	const file = bytes.buffer.slice(
		bytes.byteOffset,
		bytes.byteOffset + bytes.byteLength
	) as ArrayBuffer;
	const metadata = parquetMetadata(file);
	const kept = metadata.key_value_metadata?.find(({ key }) => key === 'column_types')?.value;
	if (!kept) throw new Error('a Parquet file without our column types');
	const types = JSON.parse(kept) as Record<string, ColumnType>;
	const rows = Number(metadata.num_rows);
	const decimals = JSON.parse(
		metadata.key_value_metadata?.find(({ key }) => key === 'column_decimals')?.value ?? '{}'
	) as Record<string, number>;
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

/** CSV text of a small table; the header carries the type as `name:type`. */
export function toCsv(table: Table): string {
	const names = Object.keys(table.columns);
	const header = names.map((name) => `${name}:${column(table, name).type}`);
	const rows = Array.from({ length: table.rows }, (_, row) =>
		names.map((name) => column(table, name).values[row] ?? null)
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

/** Read a table of `geodata/` by its path: `.parquet` or `.csv`. */
export async function readTable(path: string): Promise<Table> {
	const bytes = readFileSync(path);
	return path.endsWith('.csv') ? fromCsv(bytes.toString('utf8')) : fromParquet(bytes);
}
