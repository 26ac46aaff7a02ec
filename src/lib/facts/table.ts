/**
 * Columnar tables: how `geodata/` holds facts. A table is a set of equally long
 * columns; a missing value is `null`, never NaN and never an empty string.
 */

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

/** Indices of a table by column, kept with it and unseen by whoever lists its fields. */
const INDICES = Symbol('indices');
type Indices = Map<string, ReadonlyMap<string, number>>;

/**
 * Row number by the value of a unique key column; made once a table and column, as many regions
 * ask for the same of a long one. Throws on a repeated key.
 */
export function indexBy(table: Table, name: string): ReadonlyMap<string, number> {
	const known = (table as { [INDICES]?: Indices })[INDICES] ?? new Map<string, never>();
	const found = known.get(name);
	if (found) return found;
	const index = new Map<string, number>();
	strings(table, name).forEach((key, row) => {
		if (index.has(key)) throw new Error(`column "${name}": ${key} stands twice`);
		index.set(key, row);
	});
	Object.defineProperty(table, INDICES, {
		value: new Map([...known, [name, index]]),
		configurable: true
	});
	return index;
}
