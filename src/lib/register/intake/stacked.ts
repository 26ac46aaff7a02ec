/** Several tables of one shape, such as a sheet for each district, put under one another. */
import { formatCount, formatNames } from '../../text/format.ts';
import { plainWords, type Target } from './columns.ts';
import { readHeading, targetOf } from './headings.ts';
import { readKind } from './kind-words.ts';
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
		const closed = /\b(closed|former|archived?|discontinued)\b/i.test(baseOf(name))
			? `It stands in “${shownHeading(name)}”. Say that it is right if the place is open.`
			: undefined;
		table.rows.forEach((cells, at) => {
			const look = table.looks?.get(at) ?? closed;
			if (look !== undefined) looks.set(rows.length, look);
			rows.push([name, ...places.map((place) => cells[place] ?? '')]);
			lines.push(table.lines[at] ?? at + 1);
			lineNames.push(`${table.lineWord} ${table.lines[at] ?? at + 1} of “${name}”`);
		});
	}
	const column = word === 'sheet' ? 'Sheet' : 'File';
	const given = givenTogether(headings, tables);
	const anew = countedAnew(headings, tables);
	for (const at of anew) given.set(at + 1, null);
	if (namesAreKinds(headings, tables)) given.set(0, 'kind');
	return {
		headings: [headings.includes(column) ? `${column} read` : column, ...headings],
		rows:
			given.get(0) === 'kind'
				? rows.map(([name = '', ...cells]) => [baseOf(name), ...cells])
				: rows,
		given,
		...(looks.size > 0 && { looks }),
		lines,
		lineNames,
		lineWord: tables[0]?.table.lineWord ?? 'line',
		notes: [
			`${formatCount(tables.length)} ${word}s have the same columns and were read together: ${formatNames(tables.map(({ name }) => `“${shownHeading(name)}”`))}.`,
			...anew.map(
				(at) =>
					`“${shownHeading(headings[at] ?? '')}” counts anew in each ${word}, so it tells no two places apart and is not used.`
			),
			...new Set(tables.flatMap(({ table }) => table.notes))
		]
	};
}

/** "Libraries" of "libraries_2025.csv". */
const baseOf = (name: string): string =>
	name
		.replace(/\.\w{2,8}$/, '')
		.replace(/[_\d]+/g, ' ')
		.trim();

/** Whether the tables are called after kinds of place ("Libraries", "Food banks"), and no column says them. */
const namesAreKinds = (headings: readonly string[], tables: readonly NamedTable[]): boolean =>
	!headings.some((heading) => ['kind', 'subkind'].includes(targetOf(heading)?.target ?? '')) &&
	tables.every(({ name }) => readKind(baseOf(name))?.exact === true);

/** Share of the cells of two rows that are the same in rows of one place, where no column is the name. */
const SAME_PLACE = 0.5;

/** Columns of identifiers that other rows of other tables have too, as numbers that begin again at 1. */
function countedAnew(headings: readonly string[], tables: readonly NamedTable[]): number[] {
	const claims = headings.map((heading) => readHeading(heading).claims);
	const name = claims.findIndex((of) => of[0]?.field === 'name');
	return [...headings.keys()].filter((at) => {
		if (claims[at]?.[0]?.field !== 'id') return false;
		const seen = new Map<string, string[]>();
		let [again, other] = [0, 0];
		for (const { table } of tables) {
			const places = headings.map((heading) => table.headings.indexOf(heading));
			const own: [string, string[]][] = [];
			for (const row of table.rows) {
				const cells = places.map((place) => row[place]?.trim() ?? '');
				const id = cells[at] ?? '';
				if (id === '') continue;
				own.push([id, cells]);
				const before = seen.get(id);
				if (!before) continue;
				again++;
				if (!isSamePlace(cells, before, name)) other++;
			}
			for (const [id, cells] of own) seen.set(id, cells);
		}
		return again > 0 && other * 2 >= again;
	});
}

function isSamePlace(cells: readonly string[], others: readonly string[], name: number): boolean {
	if (name >= 0) return plainWords(cells[name] ?? '') === plainWords(others[name] ?? '');
	const filled = [...cells.keys()].filter((at) => cells[at] !== '');
	const same = filled.filter((at) => cells[at] === others[at]).length;
	return same >= filled.length * SAME_PLACE;
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
