/** Which row of a grid has the headings, and headings that stand in two rows, the upper ones over several columns. */
import { readHeading } from './headings.ts';

/** Headings are looked for this far down: titles and notes may stand above them. */
export const HEADING_ROWS = 40;
/** Rows that show how wide a table is. */
const SHAPE_ROWS = 200;
/** Longer texts are sentences. */
const LONGEST = 60;

const filledIn = (cells: readonly string[]): number =>
	cells.filter((cell) => cell.trim() !== '').length;

/** The row that reads most like headings; null where none does. */
export function headingRow(
	grid: readonly (readonly string[])[],
	score: (cells: readonly string[]) => number
): number | null {
	let best: number | null = null;
	let most = 0;
	grid.slice(0, HEADING_ROWS).forEach((cells, at) => {
		const points = score(cells);
		// Rows below headings may have as many of their words by chance.
		const isAsWide = best !== null && filledIn(grid[best] ?? []) >= filledIn(cells);
		if (points > most + (isAsWide ? 1 : 0)) [best, most] = [at, points];
	});
	if (best !== null) return best;
	// Headings in words that nobody knows: as wide as what is below, short, all different, no numbers.
	const widths = grid
		.slice(0, SHAPE_ROWS)
		.map(filledIn)
		.filter((width) => width > 1)
		.sort((a, b) => a - b);
	const usual = widths[Math.floor(widths.length / 2)] ?? 0;
	const at = grid
		.slice(0, HEADING_ROWS)
		.findIndex((cells) => filledIn(cells) >= Math.max(2, usual));
	const first = (grid[at] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
	const plain = first.every((cell) => cell.length <= 40 && !/\d/.test(cell));
	return plain && first.length > 1 && new Set(first).size === first.length ? at : null;
}

/** What the headings are, how many rows they take, and whether two were put together. */
export interface Headings {
	texts: string[];
	/** The last row of them. */
	last: number;
	joined: boolean;
}

/**
 * The headings of a row, with those above it that stand over several columns ("Contact" over "Name"
 * and "Phone"), or with those in the row below, where it goes on ("Address" over "Line 1" and "Town").
 */
export function headingsAt(grid: readonly (readonly string[])[], head: number): Headings {
	const own = (grid[head] ?? []).map((cell) => cell.trim());
	const below = (grid[head + 1] ?? []).map((cell) => cell.trim());
	if (isSecondRow(own, below)) {
		const width = Math.max(own.length, below.length);
		const over = spread(own, width, below);
		const texts = Array.from({ length: width }, (_, column) => {
			const [upper, lower] = [own[column] ?? '', below[column] ?? ''];
			if (lower === '') return upper;
			return joinedHeading(over[column] ?? '', lower, below);
		});
		return { texts, last: head + 1, joined: true };
	}
	const above = (grid[head - 1] ?? []).map((cell) => cell.trim());
	if (head === 0 || !isGroups(above, own)) return { texts: own, last: head, joined: false };
	const over = spread(above, own.length, own);
	const texts = own.map((heading, column) =>
		heading === '' ? (above[column] ?? '') : joinedHeading(over[column] ?? '', heading, own)
	);
	return { texts, last: head, joined: texts.some((text, column) => text !== own[column]) };
}

/** A row above the headings in which each text stands over columns of its own. */
function isGroups(above: readonly string[], own: readonly string[]): boolean {
	const groups = above.filter((cell) => cell !== '');
	return (
		// A title stands in the first column, and alone.
		(groups.length > 1 || (above[0] ?? '') === '') &&
		groups.length > 0 &&
		groups.length < own.filter((cell) => cell !== '').length &&
		groups.every((cell) => cell.length <= LONGEST && !/^[\d.,\s]+$/.test(cell)) &&
		above.every((cell, column) => cell === '' || column < own.length)
	);
}

/** A row below headings that names parts of them: it has words under their gaps, and all its words are headings. */
function isSecondRow(own: readonly string[], below: readonly string[]): boolean {
	const filled = below.flatMap((cell, column) => (cell === '' ? [] : [column]));
	if (filled.length < 2) return false;
	const isGap = (column: number) => (own[column] ?? '') === '';
	// Nothing stands below a heading that is whole: merged cells leave it empty.
	if (!filled.some(isGap) || !filled.every((column) => isGap(column) || isGap(column + 1)))
		return false;
	return filled.every((column) => {
		const cell = below[column] ?? '';
		if (cell.length > 40) return false;
		const { claims, other } = readHeading(cell, { slips: false });
		return claims.length > 0 || other !== null;
	});
}

/** Texts over several columns, put over each of them: the cells to their right are empty, as of merged ones. */
function spread(above: readonly string[], width: number, below: readonly string[]): string[] {
	let current = '';
	return Array.from({ length: width }, (_, column) => {
		const cell = above[column] ?? '';
		if (cell !== '') current = cell;
		else if ((below[column] ?? '') === '') current = '';
		return current;
	});
}

/** Fields that persons and organisations have as places have. */
const OF_SOMEBODY: ReadonlySet<string> = new Set(['name', 'address', 'phone', 'email']);

/**
 * A heading with the one that it stands under, where that says more: the heading stands twice in its
 * row, or alone would mean something else, as "Name" under "Contact".
 */
function joinedHeading(group: string, heading: string, row: readonly string[]): string {
	if (group === '' || group === heading) return heading;
	const both = `${group} ${heading}`;
	const isTwice = row.filter((other) => other.toLowerCase() === heading.toLowerCase()).length > 1;
	const [alone, together] = [readHeading(heading), readHeading(both)];
	if (isTwice || (alone.claims.length === 0 && alone.other === null)) return both;
	// How far the last group goes nobody can see: a position beyond a person's name is not the person's.
	if (alone.claims.length > 0 && !OF_SOMEBODY.has(alone.claims[0]?.field ?? '')) return heading;
	const isOther =
		together.other !== null ||
		(together.claims[0] !== undefined && together.claims[0].field !== alone.claims[0]?.field);
	return isOther ? both : heading;
}
