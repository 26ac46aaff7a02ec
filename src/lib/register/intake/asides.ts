/** Rows of a table that are no places: headings that come again, groups, totals, sources below it. */
import { plainWords } from './columns.ts';
import { isArea } from './evidence.ts';
import { readHeading } from './headings.ts';

const BELOW =
	/^(?:sources?|notes?|nb|key|contact|disclaimer)\s{0,3}[:.–-]|^(?:©|\(c\)|crown copyright|copyright|applied filters:|contains (?:os|ordnance|public|royal)|licensed under|data (?:as at|as of|correct|source)|correct (?:as at|as of)|last updated|end of (?:list|table|data)|prepared by|produced by|please note|for more information)/i;
const TOTAL =
	/^(?:grand |sub[- ]?)?totals?\s{0,3}(?:[:=]?\s{0,3}\d{0,6}|(?:no\.?|number) of \p{L}+.{0,20}|[:=]\s{0,3}\d{1,6}\s\p{L}[\p{L}\s]{0,30})$/iu;
/** Before figures, however many columns have one. */
const TOTAL_OF_ALL = /^(?:grand |sub[- ]?)?totals?$/i;
const FIGURE = /^[£\s]*-?\d[\d,.\s%]*$/;
/** What stands alone below a list and speaks to whoever reads it. */
const SPOKEN =
	/^(?:if you (?:would|are|have|want|wish|know|need)|to (?:add|update|amend|report|be (?:added|included)|have your)|please (?:contact|e-?mail|ring|call|check|let us)|this (?:list|directory|document|information|data|spreadsheet|table) (?:is|was|has|does|may|will)|for (?:updates|changes|further|any)|\* ?\p{L}|(?:e-?mail|contact|ring|call) us\b)/iu;
/** Fewer columns do not tell a group from a place of which only the name is known. */
const ENOUGH_COLUMNS = 3;

/** Whether a row is none of the places of the table whose headings are these. */
export function asideFinder(headings: readonly string[]): (cells: readonly string[]) => boolean {
	const words = new Set(headings.map(plainWords).filter((heading) => heading !== ''));
	const isName = headings.map((heading) =>
		readHeading(heading).claims.some(({ field }) => field === 'name')
	);
	return (cells) => {
		const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
		const [first = 0] = filled;
		const text = (cells[first] ?? '').trim();
		if (text.length > 500) return false;
		if (filled.length > 1 && filled.every((at) => words.has(plainWords(cells[at] ?? '')))) {
			return true;
		}
		const rest = filled.slice(1);
		if (TOTAL_OF_ALL.test(text) && rest.every((at) => FIGURE.test(cells[at]?.trim() ?? '')))
			return true;
		if (filled.length * 2 > Math.max(words.size, 2)) return false;
		if (TOTAL.test(text) || BELOW.test(text)) return true;
		if (filled.length === 1 && SPOKEN.test(text)) return true;
		return (
			filled.length === 1 &&
			words.size >= ENOUGH_COLUMNS &&
			(isName[first] === false || isArea(text))
		);
	};
}
