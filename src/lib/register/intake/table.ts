/** What every format is read into: headings, rows of text, and notes on what was found. */
import { asideFinder } from './asides.ts';
import { capitalise, formatCount, formatQuantity } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import type { Target } from './columns.ts';
import { ImportError } from './import-error.ts';
import { headingRow, headingsAt } from './heading-rows.ts';
import { LIMITS } from './limits.ts';
import { turned } from './turned.ts';

export interface ImportTable {
	headings: string[];
	/** Cells by row; each row as long as the headings. */
	rows: string[][];
	/** Where each row stands: the line of the sheet, or the number of the item in the file. */
	lines: number[];
	/** What a number of `lines` counts: "line", "service". */
	lineWord: string;
	/** Where each row stands in words, where a number alone does not say: "line 4 of “North”". */
	lineNames?: string[];
	/** What the reader should know of the file as a whole. */
	notes: string[];
	/** What a column is, where the format itself says so; null where it must not be used. */
	given?: ReadonlyMap<number, Target | null>;
	/** What is to be looked at in a row, by the row, where only its format can tell. */
	looks?: ReadonlyMap<number, string>;
	/** Sheets that hold something, and the place among them of the one that was read. */
	sheets?: {
		names: string[];
		read: number;
		/** What each of them is; a sheet unless it says otherwise. */
		what?: 'file';
		/** Of files that came together: those that are still to be brought. */
		rest?: readonly number[];
	};
}

export interface TableOptions {
	/** What a row's place is called. */
	lineWord?: string;
	/** The line that a row of the grid begins in. */
	lineOf?: (at: number) => number;
}

/** Where a row stands, in words. */
export const whereIs = ({ lineNames, lineWord, lines }: ImportTable, row: number): string =>
	lineNames?.[row] ?? `${lineWord} ${lines[row] ?? row + 1}`;

/**
 * A grid of cells as a table: its headings found, empty rows and columns left out. `score`
 * says how many cells of a row are words that stand over columns. Throws ImportError where
 * the grid is empty, too large, or has nothing under its headings.
 */
export function tableOf(
	grid: readonly (readonly string[])[],
	score: (cells: readonly string[]) => number,
	{ lineWord = 'line', lineOf = (at) => at + 1 }: TableOptions = {}
): ImportTable {
	if (grid.every((cells) => cells.every((cell) => cell.trim() === ''))) {
		throw new ImportError(
			'There is nothing in this file.',
			'Check that you chose the right file, and that it was saved.'
		);
	}
	const standing = turned(grid);
	if (standing !== null) {
		const table = tableOf(standing, score, { lineWord: 'column' });
		return {
			...table,
			notes: [
				'Each place is a column of this table, with what it says beside the first: it was turned, so that each is a row.',
				...table.notes
			]
		};
	}
	// A row that is far too wide is refused below; looking for headings in it would take long.
	const head = headingRow(grid, (cells) => score(cells.slice(0, LIMITS.columns)));
	const notes: string[] = [];
	const headings = head === null ? null : headingsAt(grid, head);
	const found = headings?.texts ?? [];
	if (head === null) {
		notes.push(
			'No headings were found: the first row is taken for a row like the others. Say below what each column is.'
		);
	} else if (headings?.joined) {
		const first = headings.last > head ? head : head - 1;
		notes.push(
			`The headings stand in two rows, ${lineWord} ${lineOf(first)} and ${lineOf(first + 1)}, and were put together.`
		);
	} else if (head > 0) {
		notes.push(
			`The headings were found in ${lineWord} ${lineOf(head)}; what stands above them was passed over.`
		);
	}
	const body: string[][] = [];
	const lines: number[] = [];
	let width = found.length;
	const isAside = head === null ? () => false : asideFinder(found);
	const asides: string[] = [];
	for (let at = (headings?.last ?? -1) + 1; at < grid.length; at++) {
		const cells = grid[at] ?? [];
		if (cells.every((cell) => cell.trim() === '')) continue;
		if (isAside(cells)) {
			const text = cells.find((cell) => cell.trim() !== '') ?? '';
			asides.push(`${lineWord} ${lineOf(at)} (“${shownHeading(text.trim().slice(0, 40))}”)`);
			continue;
		}
		if (body.length === LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
		body.push([...cells]);
		lines.push(lineOf(at));
		width = Math.max(width, cells.length);
	}
	if (body.length === 0) {
		throw new ImportError(
			'This file has headings and no rows under them.',
			'Add a row for each place, and bring it again.'
		);
	}
	if (width > LIMITS.columns) throw tooManyColumns(width);
	if (asides.length > 0) notes.push(passedOver(asides));
	return squared(
		Array.from({ length: width }, (_, i) => found[i] ?? ''),
		body,
		lines,
		lineWord,
		notes
	);
}

/** Rows named in a note, at most. */
const MOST_NAMED = 6;

/** What is said of rows that are no places; each is named, so that none is lost in silence. */
function passedOver(asides: readonly string[]): string {
	const named = asides.slice(0, MOST_NAMED).join(', ');
	const more = asides.length - MOST_NAMED;
	const rows = formatQuantity(asides.length, 'row was', 'rows were');
	return `${capitalise(rows)} passed over, as headings, groups, totals and notes are no places: ${named}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`;
}

export const tooManyRows = (rows: number, most: number = LIMITS.rows): ImportError =>
	new ImportError(
		`This file has ${rows > most ? `more than ${formatCount(most)}` : formatCount(rows)} rows, which is more than can be checked at once.`,
		'Keep the rows of this region and bring those, or divide the file.'
	);

export const tooManyColumns = (columns: number): ImportError =>
	new ImportError(
		`This file has ${formatCount(columns)} columns; at most ${formatCount(LIMITS.columns)} are read.`,
		'Delete the columns that are not needed. If the file has fewer, it may be divided by another sign than comma, semicolon or tab.'
	);

export const tooManyCells = (): ImportError =>
	new ImportError(
		`The rows and columns of this file make more than ${formatCount(LIMITS.cells)} cells, which is the most that are read; empty ones between them count.`,
		'Keep the rows of this region and the columns that matter. In a spreadsheet, look for cells far below or beside the list, and delete them.'
	);

/** Refuse a table of more cells or text than can be checked. Throws ImportError. */
export function checkTable({ headings, rows }: ImportTable): void {
	if (headings.length * rows.length > LIMITS.cells) throw tooManyCells();
	checkCharacters(rows);
}

/**
 * Refuse cells that hold more text than can be checked: one long text may stand in many. Asked
 * before anybody looks into them. Throws ImportError.
 */
export function checkCharacters(grid: readonly (readonly unknown[])[]): void {
	let characters = 0;
	for (const cells of grid) {
		for (const cell of cells) if (typeof cell === 'string') characters += cell.length;
		if (characters > LIMITS.characters) throw tooMuchText();
	}
}

export const tooMuchText = (): ImportError =>
	new ImportError(
		`The cells of this file hold more than ${formatCount(LIMITS.characters / 1e6)} million characters in all, which is more than can be checked at once.`,
		'Leave out the columns of long descriptions, or divide the file.'
	);

/** A heading as it is shown: some hold a whole paragraph, or what cannot be seen. */
export function shownHeading(heading: string): string {
	const cut = visible(heading.slice(0, LIMITS.heading));
	return heading.length > LIMITS.heading ? `${cut}…` : cut;
}

/** Without empty columns, with a heading for each, and every row as long as the headings. */
function squared(
	headings: string[],
	rows: string[][],
	lines: number[],
	lineWord: string,
	notes: string[]
): ImportTable {
	const used = headings
		.map((_, column) => column)
		.filter(
			(column) =>
				headings[column] !== '' || rows.some((cells) => (cells[column] ?? '').trim() !== '')
		);
	const seen = new Map<string, number>();
	const names = used.map((column, i) => {
		const name = headings[column] === '' ? `Column ${i + 1}` : (headings[column] ?? '');
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
	const twice = [...seen]
		.filter(([, times]) => times > 1)
		.map(([name]) => `“${shownHeading(name)}”`);
	if (twice.length > 0) {
		notes.push(`More than one column is called ${twice.join(', ')}: look which of them is used.`);
	}
	let cut = 0;
	const body = rows.map((cells) =>
		used.map((column) => {
			const cell = cells[column] ?? '';
			if (cell.length <= LIMITS.cell) return cell;
			cut++;
			return cell.slice(0, LIMITS.cell);
		})
	);
	if (cut > 0) {
		notes.push(
			`${formatCount(cut)} cells hold more than ${formatCount(LIMITS.cell)} characters; the rest of them was left out.`
		);
	}
	return { headings: names, rows: body, lines, lineWord, notes };
}
