/** CSV, tab-separated text and rows pasted from a spreadsheet. */
import Papa from 'papaparse';
import { headingScore } from './headings.ts';
import type { Content } from './content.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { HEADING_ROWS, tableOf, tooManyCells, type ImportTable } from './table.ts';
import { checkText } from './text-guard.ts';
import { withoutGuard } from '../../text/cells.ts';

/** Room for titles above the headings, and one row too many. */
const MORE = 50;

export function parse({ text }: Content): ImportTable {
	if (text === null) {
		throw new ImportError('This file is not text.', 'Bring a CSV file or a spreadsheet.');
	}
	checkText(text, DELIMITERS);
	const even = text.replace(/\r\n?|\u2028|\u2029/g, '\n');
	const starts: number[] = [];
	const grid: string[][] = [];
	let line = 1;
	let cells = 0;
	let misquoted: number | null = null;
	Papa.parse<string[]>(even, {
		delimiter: delimiterOf(even.slice(0, SAMPLE)),
		newline: '\n',
		preview: LIMITS.rows + MORE,
		// A row at a time, so that what is too much is noticed while it grows.
		step: ({ data: row, errors }) => {
			if ((cells += row.length) > LIMITS.cells) throw tooManyCells();
			if (errors.some(({ type }) => type === 'Quotes')) misquoted ??= line;
			starts.push(line);
			line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
			grid.push(row.map(withoutGuard));
		}
	});
	const table = tableOf(grid, headingScore, { lineOf: (at) => starts[at] ?? at + 1 });
	if (misquoted !== null) {
		table.notes.push(
			`A quotation mark is opened but not closed, or is inside a cell, in line ${misquoted}. Check whether rows ran together there.`
		);
	}
	return table;
}

const DELIMITERS = [',', '\t', ';', '|'];
/** Rows that are looked at for headings, and characters at most. */
const FIRST = HEADING_ROWS;
const SAMPLE = 1_000_000;

/** What divides the cells: what makes the first rows read most like headings, else the sign that divides them most evenly. */
function delimiterOf(text: string): string {
	const scored = DELIMITERS.map((delimiter) => {
		const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: FIRST });
		const score = Math.max(
			0,
			...data.map((cells) => (cells.length > 1 ? headingScore(cells.slice(0, LIMITS.columns)) : 0))
		);
		return { delimiter, score };
	}).sort((a, b) => b.score - a.score);
	const [best] = scored;
	return best && best.score > 0
		? best.delimiter
		: Papa.parse(text, { delimitersToGuess: DELIMITERS, newline: '\n', preview: FIRST }).meta
				.delimiter;
}
