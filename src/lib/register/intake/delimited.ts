/** CSV, tab-separated text and rows pasted from a spreadsheet. */
import Papa from 'papaparse';
import { headingScore } from './headings.ts';
import type { Content } from './content.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { separatorOf, USUAL } from './separators.ts';
import { tableOf, tooManyCells, type ImportTable } from './table.ts';
import { checkText } from './text-guard.ts';
import { writtenList } from './written-lists.ts';
import { withoutGuard } from '../../text/cells.ts';

/** Room for titles above the headings, and one row too many. */
const MORE = 50;

export function parse({ text }: Content): ImportTable {
	if (text === null) {
		throw new ImportError('This file is not text.', 'Bring a CSV file or a spreadsheet.');
	}
	checkText(text, USUAL);
	const even = text.replace(/\r\n?|\u2028|\u2029/g, '\n');
	const written = writtenList(even);
	if (written !== null) {
		const { grid, starts, note } = written;
		const table = tableOf(grid, headingScore, { lineOf: (at) => starts[at] ?? at + 1 });
		return { ...table, notes: [note, ...table.notes] };
	}
	const { sign, named, text: body, skipped } = separatorOf(even);
	if (named !== null) checkText(body, [sign]);
	const starts: number[] = [];
	const grid: string[][] = [];
	let line = 1 + skipped;
	let cells = 0;
	let misquoted: number | null = null;
	Papa.parse<string[]>(body, {
		delimiter: sign,
		...(isEscaped(body, sign) && { escapeChar: '\\' }),
		newline: '\n',
		preview: LIMITS.rows + MORE,
		// A row at a time, so that what is too much is noticed while it grows.
		step: ({ data: row, errors }) => {
			if ((cells += row.length) > LIMITS.cells) throw tooManyCells();
			if (errors.some(({ type }) => type === 'Quotes')) misquoted ??= line;
			starts.push(line);
			line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
			grid.push(row.map((cell) => asText(withoutGuard(cell))));
		}
	});
	const table = tableOf(grid, headingScore, { lineOf: (at) => starts[at] ?? at + 1 });
	if (named !== null) {
		table.notes.push(`The cells of this file are divided by ${named}, and were read so.`);
	}
	if (misquoted !== null) {
		table.notes.push(
			`A quotation mark is opened but not closed, or is inside a cell, in line ${misquoted}. Check whether rows ran together there.`
		);
	}
	return table;
}

/** What a cell says that is a formula for its own text, as programs write numbers whose zeros must stay. */
const asText = (cell: string): string =>
	cell.startsWith('="') ? (/^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell) : cell;

/**
 * Whether quotation marks inside cells have a backslash before them, as databases write them. At the end
 * of a cell the backslash may be the cell's own; and where the mark stands twice, it is the cell's, as in
 * JSON within a cell.
 */
function isEscaped(text: string, sign: string): boolean {
	const ends = (next: string) => next === '' || next === '\n' || next === sign.charAt(0);
	let found = false;
	for (let at = text.indexOf('\\"'); at !== -1; at = text.indexOf('\\"', at + 2)) {
		const next = text.charAt(at + 2);
		if (next === '"' && !ends(text.charAt(at + 3))) return false;
		found ||= !ends(next);
	}
	return found;
}
