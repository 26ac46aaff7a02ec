/** Tables that lie on their side: what each line is stands at its beginning, and each place is a column. */
import { readHeading } from './headings.ts';
import { LIMITS } from './limits.ts';

/** Lines that are looked at: a place has no more to it. */
const MOST_LINES = 60;
/** Lines whose beginnings must be known headings. */
const ENOUGH = 3;
/** Share of the cells beside “Postcode” that must be postcodes. */
const MOST = 0.6;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}$/i;

/** The grid with a place in each row; null where it has that already, as nearly all have. */
export function turned(grid: readonly (readonly string[])[]): string[][] | null {
	if (grid.length < ENOUGH || grid.length > MOST_LINES) return null;
	const lines = grid.filter((cells) => (cells[0] ?? '').trim() !== '');
	const means = lines.map((cells) => readHeading((cells[0] ?? '').trim(), { slips: false }));
	const fields = means.flatMap(({ claims: [first] }) => (first ? [first.field] : []));
	const at = means.findIndex(({ claims: [first] }) => first?.field === 'postcode');
	if (at === -1 || new Set(fields).size < ENOUGH || fields.length < lines.length * MOST)
		return null;
	const beside = (lines[at] ?? []).slice(1).filter((cell) => cell.trim() !== '');
	const postcodes = beside.filter((cell) => POSTCODE.test(cell.trim())).length;
	if (postcodes === 0 || postcodes < beside.length * MOST) return null;
	const width = Math.max(...grid.map((cells) => cells.length));
	if (width > LIMITS.columns) return null;
	return Array.from({ length: width }, (_, column) => lines.map((cells) => cells[column] ?? ''));
}
