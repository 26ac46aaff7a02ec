/**
 * Facts as the checks get them: the columns of catalogue tables, in memory, nothing else.
 * Whoever runs the checks loads the tables.
 */
import type { Table } from './table.ts';

export type FactCell = string | number | boolean | null;

/** Columns of one table by name, equally long; null is a missing value. */
export type FactColumns = Readonly<Record<string, readonly FactCell[]>>;

export interface Facts {
	/** Whether there is a table of this dataset: some need not be. */
	has(dataset: string): boolean;
	/** Values of a column. Throws where there is no such table or column. */
	cells(dataset: string, column: string): readonly FactCell[];
	/** Values of a text column, every one present. Throws on anything else. */
	texts(dataset: string, column: string): readonly string[];
	/** Values of a numeric column, every one present. Throws on anything else. */
	numbers(dataset: string, column: string): readonly number[];
	/** A numeric column by the values of a unique key column. Throws on a repeated key. */
	numbersBy(dataset: string, key: string, column: string): ReadonlyMap<string, number>;
}

/** What has been worked out of some tables already, for facts that share them. */
export interface Known {
	texts: Map<string, readonly string[]>;
	numbers: Map<string, readonly number[]>;
	numbersBy: Map<string, ReadonlyMap<string, number>>;
}

export const nothingKnown = (): Known => ({
	texts: new Map(),
	numbers: new Map(),
	numbersBy: new Map()
});

/**
 * Facts out of tables by catalogue id. `onUse` hears of every table that is looked into; `known`
 * may be shared by facts of the same tables, so that a long column is gone through once.
 */
export function makeFacts(
	tables: Readonly<Record<string, FactColumns>>,
	onUse: (dataset: string) => void = () => undefined,
	known: Known = nothingKnown()
): Facts {
	const cells = (dataset: string, column: string): readonly FactCell[] => {
		const columns = tables[dataset];
		if (!columns) throw new Error(`the table "${dataset}" is not loaded`);
		const values = columns[column];
		if (!values) {
			throw new Error(
				`${dataset} has no column "${column}", only: ${Object.keys(columns).join(', ')}`
			);
		}
		onUse(dataset);
		return values;
	};
	const refuse = (dataset: string, column: string, row: number, what: string): never => {
		throw new Error(`${dataset}, column "${column}", row ${row}: not a ${what}`);
	};
	const texts: Facts['texts'] = (dataset, column) => {
		const values = cells(dataset, column);
		return once(known.texts, [dataset, column], () =>
			values.map((value, row) =>
				typeof value === 'string' ? value : refuse(dataset, column, row, 'text')
			)
		);
	};
	const numbers: Facts['numbers'] = (dataset, column) => {
		const values = cells(dataset, column);
		return once(known.numbers, [dataset, column], () =>
			values.map((value, row) =>
				typeof value === 'number' ? value : refuse(dataset, column, row, 'number')
			)
		);
	};
	return {
		has: (dataset) => Object.hasOwn(tables, dataset),
		cells,
		texts,
		numbers,
		numbersBy(dataset, key, column) {
			const values = numbers(dataset, column);
			return once(known.numbersBy, [dataset, key, column], () => {
				const found = new Map<string, number>();
				texts(dataset, key).forEach((code, row) => {
					if (found.has(code)) throw new Error(`${dataset}: ${code} stands twice in "${key}"`);
					found.set(code, values[row] ?? NaN);
				});
				return found;
			});
		}
	};
}

/** What is known by some names, made where it isn't yet. */
function once<T>(known: Map<string, T>, names: string[], make: () => T): T {
	const name = names.join('\0');
	const found = known.get(name) ?? make();
	known.set(name, found);
	return found;
}

/** {@link Facts.numbersBy}. */
export function numbersBy(
	facts: Facts,
	dataset: string,
	key: string,
	column: string
): ReadonlyMap<string, number> {
	return facts.numbersBy(dataset, key, column);
}

/** The value of a key that must be there. */
export function valueOf(values: ReadonlyMap<string, number>, key: string, what: string): number {
	const value = values.get(key);
	if (value === undefined) throw new Error(`${what}: no value for ${key}`);
	return value;
}

/** The columns of a table. */
export function columnsOf(table: Table): FactColumns {
	return Object.fromEntries(
		Object.entries(table.columns).map(([name, { values }]) => [name, values])
	);
}
