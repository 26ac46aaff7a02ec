/**
 * Spreadsheet programs take a cell that begins with one of some signs for a formula and carry
 * it out. In files that we write such a cell has an apostrophe before it, which says "text";
 * reading takes it off again, so that what is written comes back as it was.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/** A cell that no spreadsheet carries out. Plain numbers stay numbers. */
export const guarded = (cell: string): string =>
	FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

/** The cell that was meant. */
export const withoutGuard = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** A value as the text of a cell; nothing for lists and objects. */
export function cellOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return '';
}
