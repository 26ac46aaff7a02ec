/** The writer of CSV: every comma-separated file that a reader gets is written here. */
import { tableAlone, type Document } from '../document/document.ts';
import { guarded, HOLDS_SEPARATOR, isSigned } from '../text/cells.ts';

export interface CsvManner {
	/** Made to be opened in a spreadsheet: begins with a byte order mark, without which Excel misreads "café". */
	spreadsheet?: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * CSV text of the first table of a document, its header in line 1: sources, owner and what every row has
 * to say stand in columns of their own. What else a document says has no place in rows; it goes in a
 * file beside them. A text that a spreadsheet would take for a formula stays a text.
 */
export function toCsv(document: Document, { spreadsheet = false }: CsvManner = {}): string {
	const [table] = document.tables.length > 0 ? tableAlone(document).tables : [];
	if (!table) throw new Error(`"${document.title}" has no table; a CSV file has one`);
	const { columns, rows } = table;
	const written = columns.some(({ inText }) => inText)
		? rows.map((row) => columns.map(({ inText }, at) => (inText ? inText(row[at]) : row[at])))
		: rows;
	const text = [columns.map(({ label }) => label), ...written]
		.map((row) => `${rowText(row)}\n`)
		.join('');
	return spreadsheet ? BYTE_ORDER_MARK + text : text;
}

/**
 * A row as RFC 4180 has it, without its end. Ours, as the library for it comes with a copy of Node's
 * buffers: 11 kB that every first visit would take; the test holds it to what the library writes.
 *
 * Where the list separator is ";" the comma divides decimals, not cells: a row that begins with
 * `-2,5+WEBSERVICE(A4)` is one cell there, and a formula. The number has to stay one, so the texts
 * after it are quoted: a quotation mark right behind a comma makes no formula of any line.
 */
function rowText(row: readonly unknown[]): string {
	const [first] = row;
	const signed =
		typeof first === 'number' ? first < 0 : typeof first === 'string' && isSigned(guarded(first));
	return row
		.map((cell, at) => {
			const text = cellText(cell);
			const apart = signed && at > 0 && typeof cell === 'string' && cell !== '';
			return apart || /[",\n\r]/.test(text) || HOLDS_SEPARATOR.test(text)
				? `"${text.replaceAll('"', '""')}"`
				: text;
		})
		.join(',');
}

/** Numbers are none of the guard's business: a minus alone makes no formula of them. */
function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return guarded(cell);
	return typeof cell === 'number' || typeof cell === 'boolean'
		? String(cell)
		: JSON.stringify(cell);
}
