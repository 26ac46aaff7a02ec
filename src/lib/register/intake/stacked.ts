/** Several tables of one shape, such as a sheet for each district, put under one another. */
import { formatCount, formatNames } from '../../text/format.ts';
import { plainWords, type Target } from './columns.ts';
import { LIMITS } from './limits.ts';
import { shownHeading, tooManyColumns, tooManyRows, type ImportTable } from './table.ts';

export interface NamedTable {
	name: string;
	table: ImportTable;
}

/** Share of headings that two tables of one shape have in common. */
const ALIKE = 0.6;

/** Whether two tables have the same headings, give or take a few. */
function areAlike(a: ImportTable, b: ImportTable): boolean {
	const [one, other] = [a, b].map(({ headings }) => new Set(headings.map(plainWords)));
	if (!one || !other) return false;
	const both = [...one].filter((heading) => other.has(heading)).length;
	return both / (one.size + other.size - both) >= ALIKE;
}

/** The tables of the same shape as one of them, that one among them, in their order. */
export const ofOneShape = <T extends NamedTable>(tables: readonly T[], best: T): T[] =>
	tables.filter((one) => one === best || areAlike(one.table, best.table));

/**
 * Tables under one another, with a first column that says which each row is of.
 *
 * @param word what a table is: "sheet", "file"
 * @throws ImportError where they have more rows or columns than are read
 */
export function stacked(tables: readonly NamedTable[], word: 'sheet' | 'file'): ImportTable {
	const headings: string[] = [];
	for (const { table } of tables) {
		for (const heading of table.headings) if (!headings.includes(heading)) headings.push(heading);
	}
	if (headings.length >= LIMITS.columns) throw tooManyColumns(headings.length + 1);
	const count = tables.reduce((sum, { table }) => sum + table.rows.length, 0);
	if (count > LIMITS.rows) throw tooManyRows(count);
	const rows: string[][] = [];
	const lines: number[] = [];
	const lineNames: string[] = [];
	const looks = new Map<number, string>();
	for (const { name, table } of tables) {
		const places = headings.map((heading) => table.headings.indexOf(heading));
		table.rows.forEach((cells, at) => {
			const look = table.looks?.get(at);
			if (look !== undefined) looks.set(rows.length, look);
			rows.push([name, ...places.map((place) => cells[place] ?? '')]);
			lines.push(table.lines[at] ?? at + 1);
			lineNames.push(`${table.lineWord} ${table.lines[at] ?? at + 1} of “${name}”`);
		});
	}
	const column = word === 'sheet' ? 'Sheet' : 'File';
	return {
		headings: [headings.includes(column) ? `${column} read` : column, ...headings],
		rows,
		given: givenTogether(headings, tables),
		...(looks.size > 0 && { looks }),
		lines,
		lineNames,
		lineWord: tables[0]?.table.lineWord ?? 'line',
		notes: [
			`${formatCount(tables.length)} ${word}s have the same columns and were read together: ${formatNames(tables.map(({ name }) => `“${shownHeading(name)}”`))}.`,
			...new Set(tables.flatMap(({ table }) => table.notes))
		]
	};
}

/** What the formats said of columns, at their places among those of all tables. */
function givenTogether(
	headings: readonly string[],
	tables: readonly NamedTable[]
): Map<number, Target | null> {
	const given = new Map<number, Target | null>();
	headings.forEach((heading, at) => {
		for (const { table } of tables) {
			const field = table.given?.get(table.headings.indexOf(heading));
			if (field !== undefined) given.set(at + 1, field);
		}
	});
	return given;
}
