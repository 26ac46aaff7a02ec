/** One figure as it was read, and the one line it is in a dump. */
import { createHash } from 'node:crypto';

/** Where a figure was read: on a page, in a file the page made, in a file of the site, on the command line. */
export type Source = 'page' | 'download' | 'file' | 'command';

export interface FigureRow {
	/** Address, path of a file, or command. */
	path: string;
	/** The headings above it, outermost first, or the name of the file it is in. */
	heading: string;
	row: string;
	column: string;
	text: string;
	source: Source;
}

const COLUMNS = ['path', 'heading', 'row', 'column', 'text', 'source'] as const;

/** What stands in a line that names the columns. */
export const HEADER = COLUMNS.join('\t');

/**
 * A text without what differs between two builds or two servers of the same figures: the hash in
 * the name of a file, the address of the server. White space is one space.
 */
export function normalise(text: string): string {
	return text
		.replace(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/g, '<site>')
		.replace(/\.[0-9a-f]{12}\.(?=[a-z0-9]+\b)/g, '.<hash>.')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The row as a line, its fields divided by tabs. */
export const toLine = (row: FigureRow): string =>
	COLUMNS.map((column) => normalise(row[column])).join('\t');

/** The row that a line is. */
export function fromLine(line: string): FigureRow {
	const [path = '', heading = '', row = '', column = '', text = '', source = ''] = line.split('\t');
	return { path, heading, row, column, text, source: source as Source };
}

/** The path of a line, without reading all of it. */
export const pathOf = (line: string): string => line.slice(0, line.indexOf('\t'));

/** Lines in one order on every machine: by code units, no language's own. */
export const sortLines = (lines: string[]): string[] =>
	lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const holdsDigit = (text: string): boolean => /\d/.test(text);
