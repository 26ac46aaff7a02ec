/**
 * Columnar tables: how `geodata/` holds facts, and the one way to read them. A table is a set of
 * equally long columns; a missing value is `null`, never NaN and never an empty string. Nothing
 * changes a table once it is made, so that what is worked out of it, is worked out once.
 */
import { kept } from './kept.ts';

/** `code` and `text` are strings; `integer` is a 32-bit whole number; `number` a double; `flag` a boolean. */
export type ColumnType = 'code' | 'text' | 'integer' | 'number' | 'flag';
export type Cell = string | number | boolean | null;

export interface Column<T extends Cell = Cell> {
	type: ColumnType;
	values: readonly T[];
	/**
	 * Of numbers that are all present: so many decimals, and a row is near the one before. Parquet
	 * then holds whole numbers by their differences, in a third of the bytes.
	 */
	decimals?: number;
}

export interface Table {
	rows: number;
	columns: Readonly<Record<string, Column>>;
	/** The dataset that it was read from, for messages; a table that is being made has none. */
	dataset?: string;
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

/** The values of a text or code column, every one present. Throws on anything else. */
export function strings(table: Table, name: string): readonly string[] {
	return checked(table, name, 'a text', isText);
}

/** The values of a text or code column; null where missing. Throws on anything else. */
export function optionalStrings(table: Table, name: string): readonly (string | null)[] {
	return checked(table, name, 'a text or missing', orMissing(isText));
}

/** The values of a numeric column, every one present. Throws on anything else. */
export function numbers(table: Table, name: string): readonly number[] {
	return checked(table, name, 'a number', isNumber);
}

/** The values of a numeric column; null where missing. Throws on anything else. */
export function optionalNumbers(table: Table, name: string): readonly (number | null)[] {
	return checked(table, name, 'a number or missing', orMissing(isNumber));
}

/** The values of a flag column, every one present. Throws on anything else. */
export function flags(table: Table, name: string): readonly boolean[] {
	return checked(table, name, 'a flag', (cell) => typeof cell === 'boolean');
}

/**
 * Row number by the value of a unique key column; made once a table and column, as many regions
 * ask for the same of a long one. Throws on a repeated key.
 */
export function indexBy(table: Table, name: string): ReadonlyMap<string, number> {
	return kept(table, `index\0${name}`, () => {
		const index = new Map<string, number>();
		strings(table, name).forEach((key, row) => {
			if (index.has(key)) throw new Error(`${columnIn(table, name)}: ${key} stands twice`);
			index.set(key, row);
		});
		return index;
	});
}

/** A numeric column by the values of a unique key column; made once. Throws as its readers do. */
export function numbersBy(table: Table, key: string, name: string): ReadonlyMap<string, number> {
	return kept(table, `by\0${key}\0${name}`, () => by(table, key, numbers(table, name)));
}

/** A text column by the values of a unique key column; made once. Throws as its readers do. */
export function stringsBy(table: Table, key: string, name: string): ReadonlyMap<string, string> {
	return kept(table, `by\0${key}\0${name}`, () => by(table, key, strings(table, name)));
}

/** The value of a key that must be there. */
export function valueOf(values: ReadonlyMap<string, number>, key: string, what: string): number {
	const value = values.get(key);
	if (value === undefined) throw new Error(`${what}: no value for ${key}`);
	return value;
}

const isText = (cell: Cell): cell is string => typeof cell === 'string';
const isNumber = (cell: Cell): cell is number => typeof cell === 'number';
const orMissing =
	<T extends Cell>(is: (cell: Cell) => cell is T) =>
	(cell: Cell): cell is T | null =>
		cell === null || is(cell);

/** A column whose cells have been looked at, once, and are all of a kind. */
function checked<T extends Cell>(
	table: Table,
	name: string,
	kind: string,
	is: (cell: Cell) => cell is T
): readonly T[] {
	return kept(table, `${kind}\0${name}`, () => {
		const { values } = columnOf(table, name);
		const row = values.findIndex((cell) => !is(cell));
		if (row >= 0) throw new Error(`${columnIn(table, name)}, row ${row}: not ${kind}`);
		return values as readonly T[];
	});
}

function columnOf(table: Table, name: string): Column {
	const found = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
	if (found) return found;
	throw new Error(
		`${table.dataset ?? 'the table'} has no column "${name}"; there are: ${Object.keys(table.columns).join(', ')}`
	);
}

const columnIn = ({ dataset }: Table, name: string): string =>
	dataset === undefined ? `column "${name}"` : `${dataset}, column "${name}"`;

function by<T>(table: Table, key: string, values: readonly T[]): ReadonlyMap<string, T> {
	return new Map([...indexBy(table, key)].map(([code, row]) => [code, values[row] as T]));
}
