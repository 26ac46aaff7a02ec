/**
 * Rows of a CSV text that a person brings: columns found by name in any order, numbers
 * checked cell by cell. What is wrong is said in one line that names file, row and column;
 * the header is row 1, as a spreadsheet counts.
 */
import Papa from 'papaparse';

export interface Records {
	/** Name of the file, for messages. */
	file: string;
	header: readonly string[];
	count: number;
	/** A cell without spaces around it. Throws where it is empty. */
	text: (row: number, column: string) => string;
	/** A cell without spaces around it, empty or not. */
	optional: (row: number, column: string) => string;
	/** A cell as a finite number not below zero. Throws where it is none. */
	amount: (row: number, column: string) => number;
	/** An error about a cell of a row. */
	fault: (row: number, column: string, what: string) => Error;
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** A plain decimal: no thousands, no units, no spaces. */
const NUMBER = /^\d+(\.\d*)?$|^\.\d+$/;

/** Parse a CSV text. Throws without a header or where it lacks one of the columns. */
export function parseRecords(
	csv: string,
	file: string,
	columns: readonly string[],
	/** Columns of which one must be there. */
	oneOf: readonly string[] = []
): Records {
	const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''));
	const [broken] = errors.filter(({ type }) => type === 'Quotes');
	if (broken) {
		throw new Error(`${file}, row ${(broken.row ?? 0) + 1}: a quotation mark is not closed`);
	}
	const filled = data.flatMap((cells, at) =>
		cells.some((cell) => cell.trim() !== '') ? [{ cells, row: at + 1 }] : []
	);
	const [first, ...rows] = filled;
	if (!first) throw new Error(`${file}: the file is empty`);
	const header = first.cells.map((name) => name.trim());
	const position = new Map(header.map((name, i) => [name, i]));
	if (position.size < header.length) {
		const twice = header.find((name, i) => position.get(name) !== i) ?? '';
		throw new Error(`${file}, row 1: column "${shorten(twice)}" stands twice`);
	}
	for (const column of columns) {
		if (!position.has(column)) {
			throw new Error(
				`${file}, row 1: there is no column "${column}"; there are: ${header.map(shorten).join(', ')}`
			);
		}
	}
	if (oneOf.length > 0 && !oneOf.some((column) => position.has(column))) {
		throw new Error(
			`${file}, row 1: there is no column ${oneOf.map((name) => `"${name}"`).join(' or ')}; there are: ${header.map(shorten).join(', ')}`
		);
	}
	const fault = (row: number, column: string, what: string) =>
		new Error(`${file}, row ${rows[row]?.row ?? '?'}, column ${column}: ${what}`);
	const cell = (row: number, column: string) =>
		(rows[row]?.cells[position.get(column) ?? -1] ?? '').trim();
	return {
		file,
		header,
		count: rows.length,
		fault,
		optional: cell,
		text(row, column) {
			const text = cell(row, column);
			if (text === '') throw fault(row, column, 'is empty');
			return text;
		},
		amount(row, column) {
			const text = cell(row, column);
			if (!NUMBER.test(text)) {
				throw fault(
					row,
					column,
					text === '' ? 'is empty' : `"${shorten(text)}" is not a number of 0 or more`
				);
			}
			return Number(text);
		}
	};
}
