/**
 * Tables that name each other's rows, as databases are given out: venues in one, what happens there in
 * another. They become one table, a row for each of what has a name and names others.
 */
import { formatNames } from '../../../text/format.ts';
import { plainWords } from '../columns.ts';
import { targetOf } from '../headings.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import type { NamedTable } from '../stacked.ts';
import {
	shownHeading,
	tooManyCells,
	tooManyRows,
	tooMuchText,
	type ImportTable
} from '../table.ts';

/** A table whose rows have identifiers, or name those of others. */
interface Linkable {
	name: string;
	/** What its rows are, in one: "venues.csv" → "venue". */
	noun: string;
	table: ImportTable;
	/** Column of its own identifiers; -1 where it has none. */
	key: number;
	byKey: ReadonlyMap<string, readonly string[]>;
}

/** A column of one table that names rows of another. */
interface Reference {
	from: Linkable;
	column: number;
	to: Linkable;
}

/** Share of a column's cells that must be identifiers of the other table. */
const MOST = 0.5;
/** Rows of another table that are put into one cell each, of those that name the same row. */
const MOST_OF_EACH = 5;

/**
 * The tables as one; null where none names another's rows.
 *
 * @throws ImportError where they would make more rows or cells than are read
 */
export function linked(
	tables: readonly NamedTable[]
): { table: ImportTable; used: readonly string[] } | null {
	const all = tables.map(linkable);
	const references = all.flatMap((from) => referencesOf(from, all));
	if (references.length === 0) return null;
	const main = mainOf(all, references);
	if (!main) return null;
	const rows = expanded(main, references);
	const columns: { heading: string; cellsOf: (row: Row) => string }[] = main.table.headings.map(
		(heading, i) => ({
			heading: plainWords(heading) === `${main.noun} name` ? 'name' : heading,
			cellsOf: ({ own }) => own[i] ?? ''
		})
	);
	const taken = new Set(main.table.headings.map(plainWords));
	const add = (from: Linkable, cellsOf: (row: Row, column: number) => string) =>
		from.table.headings.forEach((heading, i) => {
			if (i === from.key || isReference(from, i, references)) return;
			const words = plainWords(heading);
			// The name of where it is is no other name for it: it begins its address.
			const full = isName(heading, from)
				? isPlace(from)
					? `${from.noun} address`
					: `${from.noun} name`
				: taken.has(words) || isOfOrganisation(heading, from)
					? `${from.noun} ${heading}`
					: heading;
			taken.add(words);
			columns.push({ heading: full, cellsOf: (row) => cellsOf(row, i) });
		});
	const reached = new Set<Linkable>([main]);
	for (const linkable of rows.reached) {
		if (reached.has(linkable)) continue;
		reached.add(linkable);
		add(linkable, ({ others }, column) =>
			inOneCell((others.get(linkable) ?? []).map((cells) => cells[column]?.trim() ?? ''))
		);
	}
	if (columns.length > LIMITS.columns) columns.length = LIMITS.columns;
	if (columns.length * rows.rows.length > LIMITS.cells) throw tooManyCells();
	// A text that many rows lead to stands in each of them.
	let characters = 0;
	const cells = rows.rows.map((row) => {
		const made = columns.map(({ cellsOf }) => cellsOf(row).slice(0, LIMITS.cell));
		characters += made.reduce((sum, { length }) => sum + length, 0);
		if (characters > LIMITS.characters) throw tooMuchText();
		return made;
	});
	const used = [...reached, ...rows.between].map(({ name }) => name);
	const table: ImportTable = {
		headings: columns.map(({ heading }) => heading),
		rows: cells,
		lines: rows.rows.map(({ line }) => line),
		lineWord: main.table.lineWord,
		notes: [
			`The tables ${formatNames(used.map((name) => `“${shownHeading(name)}”`))} name each other’s rows and were put together: a row for each ${main.noun}.`,
			...new Set([...reached, ...rows.between].flatMap((one) => one.table.notes))
		]
	};
	return { table, used };
}

/** Texts as one, each once, as far as a cell holds them. */
function inOneCell(texts: readonly string[]): string {
	let text = '';
	for (const one of new Set(texts)) {
		if (one === '') continue;
		if (text.length + one.length > LIMITS.cell) return text || one;
		text += text === '' ? one : `; ${one}`;
	}
	return text;
}

/** Whether a heading of a table stands over names of its rows. */
const isName = (heading: string, { noun }: Linkable): boolean =>
	targetOf(heading)?.target === 'name' || plainWords(heading) === `${noun} name`;
/** Whether it is about whoever runs a service, and says nothing of the service. */
const isOfOrganisation = (heading: string, { noun }: Linkable): boolean =>
	/^(organi[sz]ation|provider)$/.test(noun) && targetOf(heading)?.target === 'note';
/** Whether a table says where things are. */
const isPlace = ({ noun, table }: Linkable): boolean =>
	/^(venue|location|site|place|building|premises)$/.test(noun) ||
	table.headings.some((heading) => targetOf(heading)?.target === 'postcode');
const hasNames = (one: Linkable): boolean =>
	one.table.headings.some((heading) => isName(heading, one));

/** What a table's rows are called in one: "physical_addresses.csv" → "physical address". */
export function nounOf(file: string): string {
	const words = plainWords(file.replace(/\.\w+$/, ''));
	return words
		.replace(/ies$/, 'y')
		.replace(/sses$/, 'ss')
		.replace(/([^s])s$/, '$1');
}

function linkable({ name, table }: NamedTable): Linkable {
	const noun = nounOf(name);
	const own = new Set([
		'id',
		`${noun} id`,
		`${noun}id`,
		`${noun} ref`,
		`${noun} no`,
		`${noun} code`
	]);
	const key = table.headings.findIndex((heading) => own.has(plainWords(heading)));
	const byKey = new Map<string, readonly string[]>();
	if (key >= 0) for (const cells of table.rows) byKey.set((cells[key] ?? '').trim(), cells);
	byKey.delete('');
	return { name, noun, table, key, byKey };
}

function referencesOf(from: Linkable, all: readonly Linkable[]): Reference[] {
	return from.table.headings.flatMap((heading, column): Reference[] => {
		if (column === from.key) return [];
		const words = plainWords(heading);
		const to = all.find((one) => one !== from && one.key >= 0 && names(words, one));
		if (!to) return [];
		const cells = from.table.rows.flatMap((row) => row[column]?.trim() || []);
		const found = cells.filter((cell) => to.byKey.has(cell)).length;
		return cells.length > 0 && found >= cells.length * MOST ? [{ from, column, to }] : [];
	});
}

/** Whether the words of a heading name a row of a table: "venue id", or what its own column is called. */
function names(words: string, { noun, table, key }: Linkable): boolean {
	const own = plainWords(table.headings[key] ?? '');
	return (
		(own !== 'id' && words === own) ||
		[noun, `${noun} id`, `${noun}id`, `${noun} ref`, `${noun} code`, `${noun} no`].includes(words)
	);
}

const isReference = (from: Linkable, column: number, references: readonly Reference[]): boolean =>
	references.some((one) => one.from === from && one.column === column);

/** The table that the rows are of: it has names, and no other with names is of its rows. */
function mainOf(all: readonly Linkable[], references: readonly Reference[]): Linkable | undefined {
	const named = all.filter(
		(one) => hasNames(one) && references.some(({ from, to }) => from === one || to === one)
	);
	const last = named.filter(
		(one) => !references.some(({ from, to }) => to === one && from !== one && named.includes(from))
	);
	return (last.length > 0 ? last : named).toSorted(
		(a, b) => b.table.rows.length - a.table.rows.length
	)[0];
}

/** The row of another table that a row names, if it is there. */
function rowNamed({ column, to }: Reference, cells: readonly string[]): (readonly string[])[] {
	const found = to.byKey.get((cells[column] ?? '').trim());
	return found ? [found] : [];
}

const tooManyLinks = (): ImportError =>
	new ImportError(
		'The tables in this packed file name each other’s rows more often than can be followed.',
		'Unpack it, and bring the table of the places alone.'
	);

interface Row {
	own: readonly string[];
	line: number;
	others: Map<Linkable, (readonly string[])[]>;
}

/** Rows of a table with those of others that they name, or that name them; one for each place that a table between gives them. */
function expanded(
	main: Linkable,
	references: readonly Reference[]
): { rows: Row[]; reached: Linkable[]; between: Linkable[] } {
	const between = references.flatMap((link) => {
		if (link.to !== main || hasNames(link.from)) return [];
		const further = references.find(({ from, to }) => from === link.from && to !== main);
		return further ? [{ link, further }] : [];
	})[0];
	const reached: Linkable[] = [];
	const around = new Map<Linkable, Reference[]>();
	for (const reference of references) {
		for (const end of new Set([reference.from, reference.to])) {
			around.set(end, [...(around.get(end) ?? []), reference]);
		}
	}
	let steps = 0;
	const naming = new Map<Reference, Map<string, (readonly string[])[]>>();
	const rowsNaming = (reference: Reference, key: string) => {
		let index = naming.get(reference);
		if (!index) {
			index = new Map();
			for (const cells of reference.from.table.rows) {
				const value = (cells[reference.column] ?? '').trim();
				const before = index.get(value);
				if (before) before.push(cells);
				else index.set(value, [cells]);
			}
			naming.set(reference, index);
		}
		return index.get(key) ?? [];
	};
	/** Everything that a row leads to, a step at a time; of those that name it, a few. */
	const follow = (of: Linkable, cells: readonly string[], others: Row['others']): void => {
		for (const reference of around.get(of) ?? []) {
			if (++steps > LIMITS.links) throw tooManyLinks();
			const isOwn = reference.from === of;
			const other = isOwn ? reference.to : reference.from;
			if (other === main || others.has(other)) continue;
			if (other === between?.link.from) continue;
			const found = isOwn
				? rowNamed(reference, cells)
				: rowsNaming(reference, (cells[of.key] ?? '').trim()).slice(0, MOST_OF_EACH);
			if (found.length === 0) continue;
			// Rows with names of their own are things of their own, and not what is said of this one.
			if (!isOwn && hasNames(other)) continue;
			others.set(other, found);
			if (!reached.includes(other)) reached.push(other);
			const [first] = found;
			if (first && found.length === 1) follow(other, first, others);
		}
	};
	const rows: Row[] = [];
	main.table.rows.forEach((own, at) => {
		const line = main.table.lines[at] ?? at + 1;
		const links = between
			? rowsNaming(between.link, (own[main.key] ?? '').trim()).flatMap((cells) =>
					rowNamed(between.further, cells)
				)
			: [];
		for (const place of links.length > 0 ? links : [null]) {
			if (rows.length === LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
			const others: Row['others'] = new Map();
			if (place && between) {
				others.set(between.further.to, [place]);
				if (!reached.includes(between.further.to)) reached.push(between.further.to);
				follow(between.further.to, place, others);
			}
			follow(main, own, others);
			rows.push({ own, line, others });
		}
	});
	return { rows, reached, between: between ? [between.link.from] : [] };
}
