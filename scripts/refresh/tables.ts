/** Reshaping tables: sort, pick, join, round; and the reader most datasets need. */
import {
	indexBy,
	makeTable,
	strings,
	type Cell,
	type Column,
	type ColumnType,
	type Table
} from '../../src/lib/facts/table.ts';
import { checkCodes, recoded } from './checks.ts';
import type { DatasetReader, ReadContext } from './dataset.ts';
import { SourceError } from './source-error.ts';
import type { ColumnSpec } from './source-file.ts';

/** A column of one type. */
export function column(type: ColumnType, values: readonly Cell[]): Column {
	return { type, values };
}

/** Rows ordered by some columns (code point order, numbers by size), missing values first. */
export function sortRows(table: Table, ...by: string[]): Table {
	const keys = by.map((name) => table.columns[name]?.values ?? []);
	const order = Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => {
		for (const values of keys) {
			const compared = compareCells(values[a] ?? null, values[b] ?? null);
			if (compared !== 0) return compared;
		}
		return a - b;
	});
	return makeTable(
		mapColumns(table, ({ type, values }) => ({
			type,
			values: order.map((row) => values[row] ?? null)
		}))
	);
}

function compareCells(a: Cell, b: Cell): number {
	if (a === b) return 0;
	if (a === null) return -1;
	if (b === null) return 1;
	return a < b ? -1 : 1;
}

/** Only these columns, in this order. */
export function pick(table: Table, names: readonly string[]): Table {
	return makeTable(
		Object.fromEntries(
			names.map((name) => {
				const found = table.columns[name];
				if (!found) throw new Error(`no column "${name}" to pick`);
				return [name, found];
			})
		)
	);
}

/** The same columns, each through a function. */
export function mapColumns(
	table: Table,
	change: (column: Column, name: string) => Column
): Record<string, Column> {
	return Object.fromEntries(
		Object.entries(table.columns).map(([name, found]) => [name, change(found, name)])
	);
}

/** A number to so many decimals. */
export function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}

/** Degrees need no more than five decimals: about a metre. */
export function roundDegrees(table: Table): Record<string, Column> {
	return mapColumns(table, (found, name) =>
		name === 'longitude' || name === 'latitude'
			? column(
					'number',
					found.values.map((v) => (typeof v === 'number' ? round(v, 5) : v))
				)
			: found
	);
}

/**
 * Columns of `right` in the order of `left`'s keys. Throws a SourceError naming `file`
 * where a key of `left` has no row in `right`.
 */
export function joined(
	file: string,
	left: Table,
	right: Table,
	key: string,
	names: readonly string[]
): Record<string, Column> {
	const index = indexBy(right, key);
	const rows = strings(left, key).map((code) => {
		const row = index.get(code);
		if (row === undefined) throw new SourceError(file, `${code} is missing`, { column: key });
		return row;
	});
	return Object.fromEntries(
		names.map((name) => {
			const found = right.columns[name];
			if (!found) throw new Error(`no column "${name}" to join`);
			return [
				name,
				column(
					found.type,
					rows.map((row) => found.values[row] ?? null)
				)
			];
		})
	);
}

/**
 * One row a key, out of several rows that hold one value each: `value` becomes as many
 * columns as `by` has values, named by `name`. Missing combinations are null.
 */
export function widen(
	table: Table,
	key: string,
	by: string,
	values: Record<string, (by: string) => string>
): Table {
	const keys = [...new Set(strings(table, key))].sort();
	const index = new Map(keys.map((code, row) => [code, row]));
	const kinds = (table.columns[by]?.values ?? []).map(String);
	const wide: Record<string, { type: ColumnType; values: Cell[] }> = {
		[key]: { type: 'code', values: keys }
	};
	for (const kind of new Set(kinds)) {
		for (const [from, name] of Object.entries(values)) {
			const type = table.columns[from]?.type ?? 'number';
			wide[name(kind)] = { type, values: keys.map(() => null) };
		}
	}
	strings(table, key).forEach((code, row) => {
		for (const [from, name] of Object.entries(values)) {
			const target = wide[name(kinds[row] ?? '')];
			const at = index.get(code);
			if (!target || at === undefined) continue;
			if (target.values[at] !== null) throw new Error(`${code}, ${kinds[row]}: stands twice`);
			target.values[at] = table.columns[from]?.values[row] ?? null;
		}
	});
	return makeTable(wide);
}

export interface TableOptions {
	after?: readonly string[];
	/** Dataset whose key column's codes must all be here, and no others. */
	complete?: string;
	/** Dataset whose key column must hold every code here. */
	within?: { dataset: string; column?: string };
	/** More checks of the typed columns. */
	check?: (context: ReadContext, table: Table) => void;
	/** Leave out rows, after they were checked and counted. */
	keep?: (row: Record<string, Cell>) => boolean;
	/** Order of rows: by the first column, or as the publisher has them. */
	order?: 'key' | 'published';
	/** Columns to be made from those read. */
	derive?: (table: Table, context: ReadContext) => Table;
}

/**
 * The reader of a dataset that is one CSV file: columns read as `specs` say, checked,
 * ordered by the first column (then the next), which is the key unless told otherwise.
 */
export function tableReader<Name extends string>(
	id: string,
	specs: Record<Name, ColumnSpec>,
	options: TableOptions = {}
): DatasetReader {
	const key = Object.keys(specs)[0] ?? '';
	const needed = [options.complete, options.within?.dataset].filter((d) => d !== undefined);
	const { within } = options;
	// Districts and boards may stand under the code of another year.
	const recodable = within !== undefined && /^(lad|icb|sicbl)\d{2}$/.test(key);
	return {
		id,
		after: [...(options.after ?? []), ...needed, ...(recodable ? ['recodes'] : [])],
		read(context) {
			const { keep, order } = options;
			const read: Table = context.csv(specs, keep ? { keep } : {});
			const table = recodable ? recoded(context, read, key, within) : read;
			if (options.complete) {
				checkCodes(context, table, key, { dataset: options.complete, all: true });
			}
			if (within) checkCodes(context, table, key, within);
			options.check?.(context, table);
			const derived = options.derive?.(table, context) ?? table;
			const rounded = makeTable(roundDegrees(derived));
			return order === 'published' ? rounded : sortRows(rounded, ...Object.keys(rounded.columns));
		}
	};
}
