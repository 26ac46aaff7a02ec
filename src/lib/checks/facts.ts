/**
 * Facts as the checks get them: the columns of catalogue tables, in memory, nothing else.
 * Whoever runs the checks loads the tables.
 */
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
}

/** Facts out of tables by catalogue id. `onUse` hears of every table that is looked into. */
export function makeFacts(
	tables: Readonly<Record<string, FactColumns>>,
	onUse: (dataset: string) => void = () => undefined
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
	return {
		has: (dataset) => Object.hasOwn(tables, dataset),
		cells,
		texts: (dataset, column) =>
			cells(dataset, column).map((value, row) =>
				typeof value === 'string' ? value : refuse(dataset, column, row, 'text')
			),
		numbers: (dataset, column) =>
			cells(dataset, column).map((value, row) =>
				typeof value === 'number' ? value : refuse(dataset, column, row, 'number')
			)
	};
}

/** A numeric column by the values of a unique key column. Throws on a repeated key. */
export function numbersBy(
	facts: Facts,
	dataset: string,
	key: string,
	column: string
): Map<string, number> {
	const values = facts.numbers(dataset, column);
	const found = new Map<string, number>();
	facts.texts(dataset, key).forEach((code, row) => {
		if (found.has(code)) throw new Error(`${dataset}: ${code} stands twice in "${key}"`);
		found.set(code, values[row] ?? NaN);
	});
	return found;
}

/** The value of a key that must be there. */
export function valueOf(values: ReadonlyMap<string, number>, key: string, what: string): number {
	const value = values.get(key);
	if (value === undefined) throw new Error(`${what}: no value for ${key}`);
	return value;
}
