/** Rows of tables for tests that work figures out by plain loops. */
import type { Cell, Table } from '../../src/lib/facts/table.ts';

export type Row = Readonly<Record<string, Cell>>;

const AT = Symbol('where a row stands in each table');

/**
 * Objects whose fields are read when they are asked for: to fill 33,755 of them, of 40 fields each,
 * took longer than the tests that look at them.
 *
 * @param positions by object, its row in each table; undefined where a table has none
 */
function reading(
	tables: readonly Table[],
	positions: Iterable<readonly (number | undefined)[]>
): Row[] {
	class Reading {
		readonly [AT]: readonly (number | undefined)[];
		constructor(at: readonly (number | undefined)[]) {
			this[AT] = at;
		}
	}
	for (const name of new Set(tables.flatMap(({ columns }) => Object.keys(columns)))) {
		const found = tables.map(({ columns }) => columns[name]?.values);
		Object.defineProperty(Reading.prototype, name, {
			enumerable: true,
			get(this: Reading): Cell {
				for (let table = found.length - 1; table >= 0; table--) {
					const at = this[AT][table];
					const values = found[table];
					if (values && at !== undefined) return values[at] ?? null;
				}
				return null;
			}
		});
	}
	return Array.from(positions, (at) => new Reading(at) as unknown as Row);
}

/** The rows of a table. */
export const rowsOf = (table: Table): Row[] =>
	reading(
		[table],
		Array.from({ length: table.rows }, (_, row) => [row])
	);

/** One row out of several tables with the same key; where two name a column alike, the later one counts. */
export function joinedRows(key: string, ...tables: readonly Table[]): Row[] {
	const positions = new Map<Cell, (number | undefined)[]>();
	tables.forEach(({ columns }, table) => {
		columns[key]?.values.forEach((code, row) => {
			const at = positions.get(code) ?? [];
			at[table] = row;
			positions.set(code, at);
		});
	});
	return reading(tables, positions.values());
}
