/** Looking at a text before it is divided into rows and cells: how many of each it will make. */
import { formatCount } from '../../text/format.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
/** What ends a line, of which the pair of return and line feed is one. Asked of every character. */
const isEnd = (code: number): boolean =>
	code === NEWLINE || code === RETURN || code === 0x2028 || code === 0x2029;

/**
 * Refuse a text whose lines, or the cells of one of them, are beyond counting: the parser makes
 * all of a line before anybody can look at it, and to make all line ends alike takes memory for each.
 *
 * @throws ImportError that names the line
 */
export function checkText(text: string, delimiters: readonly string[]): void {
	const codes = delimiters.map((delimiter) => delimiter.charCodeAt(0));
	const counts = codes.map(() => 0);
	let line = 1;
	let quotes = 0;
	let opening = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (isEnd(code)) {
			if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) continue;
			if (++line > LIMITS.lines) throw tooManyLines();
			counts.fill(0);
			continue;
		}
		if (code === QUOTE) {
			const next = text.charCodeAt(at + 1);
			// Two are one inside a text; what is neither opens a cell or stands where none may.
			const opens = next !== QUOTE && !isEnd(next) && !codes.includes(next);
			if (++quotes > LIMITS.quotes) throw tooManyQuotes(LIMITS.quotes);
			if (opens && ++opening > LIMITS.cells) throw tooManyQuotes(LIMITS.cells);
			continue;
		}
		const which = codes.indexOf(code);
		if (which === -1) continue;
		const count = (counts[which] ?? 0) + 1;
		counts[which] = count;
		if (count > LIMITS.lineCells) throw tooWide(line);
	}
}

const tooManyLines = () =>
	new ImportError(
		`This file has more than ${formatCount(LIMITS.lines)} lines, far more than can be checked.`,
		'Keep the rows of this region and bring those.'
	);
const tooManyQuotes = (most: number) =>
	new ImportError(
		`This file has more than ${formatCount(most)} quotation marks, far more than a list of places needs.`,
		'Save the list again as CSV, or as a spreadsheet (.xlsx), and bring that.'
	);
const tooWide = (line: number) =>
	new ImportError(
		`Line ${formatCount(line)} of this file has more than ${formatCount(LIMITS.lineCells)} columns; at most ${formatCount(LIMITS.columns)} are read.`,
		'Look whether it is the right file, and whether its lines were run together.'
	);
