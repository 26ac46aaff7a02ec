/** Spreadsheets of before 2007 (.xls). The library is large, and loaded when such a file comes. */
import { formatCount } from '../../../text/format.ts';
import type { Content, ParseOptions } from '../content.ts';
import { ImportError, loaded } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { keepCells } from './old-spreadsheet-guard.ts';
import { tableOfSheets, type Sheet } from '../sheets.ts';
import { tooManyCells, type ImportTable } from '../table.ts';

/** Room for titles above the headings, and one row too many. */
const MORE = 50;
/** What is packed in old files as whole as a spreadsheet, by names that stand in them. */
const OTHERS: readonly (readonly [string, string, string])[] = [
	['EncryptedPackage', 'is protected by a password', 'save it without a password'],
	['WordDocument', 'is a Word document, not a spreadsheet', 'copy the table out of it'],
	['PowerPoint Document', 'is a presentation, not a spreadsheet', 'copy the table out of it'],
	['__properties_version1.0', 'is an e-mail, not a spreadsheet', 'save what is attached to it']
];

export async function parse({ bytes }: Content, options: ParseOptions): Promise<ImportTable> {
	if (bytes.length > LIMITS.oldSpreadsheetBytes) {
		throw new ImportError(
			`This .xls file has ${formatCount(Math.ceil(bytes.length / 1e6))} MB; at most ${formatCount(LIMITS.oldSpreadsheetBytes / 1e6)} MB are read.`,
			'Open it in a spreadsheet program, and save it as .xlsx or CSV.'
		);
	}
	// Names in such a file are in two bytes a letter.
	const text = new TextDecoder('utf-16le').decode(bytes);
	const shifted = new TextDecoder('utf-16le').decode(bytes.subarray(1));
	const other = OTHERS.find(([name]) => text.includes(name) || shifted.includes(name));
	if (other)
		throw new ImportError(`This file ${other[1]}.`, `Open it, ${other[2]}, and bring that.`);
	const { CFB, parse_xlscfb: readBook, SSF } = await loaded(import('@e965/xlsx'));
	let sheets: Sheet[];
	try {
		const { read, find } = CFB as Containers;
		const file = read(bytes, { type: 'array' });
		const records = find(file, '/Workbook') ?? find(file, '/Book');
		if (records?.content) keepCells(records.content);
		const book = readBook(file, {
			dense: true,
			cellFormula: false,
			cellHTML: false,
			// Its text as it would be shown: a stranger's way to write numbers, carried out for every cell.
			cellText: false,
			cellNF: true,
			sheetRows: LIMITS.rows + MORE
		});
		let cells = 0;
		// A way to write numbers may be long, and is looked through once.
		const days = new Map<string, boolean>();
		const isDay = (format: string): boolean => {
			const known = days.get(format) ?? SSF.is_date(format);
			days.set(format, known);
			return known;
		};
		sheets = book.SheetNames.slice(0, LIMITS.sheets).map((sheet) => {
			const rows = (book.Sheets[sheet]?.['!data'] ?? []) as Cell[][];
			return {
				sheet,
				data: Array.from(rows, (row) => {
					if ((cells += row?.length ?? 0) > LIMITS.cells) throw tooManyCells();
					return Array.from(row ?? [], (cell) => valueOf(cell, isDay, SSF.parse_date_code));
				})
			};
		});
	} catch (error) {
		if (error instanceof ImportError) throw error;
		throw unreadable(error);
	}
	return tableOfSheets(sheets, options);
}

/** Files within such a file, as the library has them; its types have none of it. */
interface Containers {
	read: (bytes: Uint8Array, options: { type: 'array' }) => object;
	find: (container: object, path: string) => { content?: Uint8Array | number[] } | null;
}

declare module '@e965/xlsx' {
	function parse_xlscfb(container: object, options: ParsingOptions): WorkBook;
}

type Cell = { t: string; v?: unknown; z?: unknown } | undefined;
type DayOf = (
	value: number
) => { y: number; m: number; d: number; H: number; M: number; S: number } | null;

/** A cell's value; a number that is shown as a day is one. */
function valueOf(cell: Cell, isDay: (format: string) => boolean, dayOf: DayOf): unknown {
	if (!cell || cell.t === 'e' || cell.t === 'z') return null;
	if (cell.t === 'n' && typeof cell.z === 'string' && isDay(cell.z)) {
		const day = dayOf(Number(cell.v));
		if (day) return new Date(Date.UTC(day.y, day.m - 1, day.d, day.H, day.M, day.S));
	}
	return cell.v ?? null;
}

const unreadable = (error: unknown) =>
	/password|encrypt/i.test(error instanceof Error ? error.message : '')
		? new ImportError(
				'This .xls file is protected by a password.',
				'Open it in a spreadsheet program and save it as .xlsx without a password, or as CSV.'
			)
		: new ImportError(
				'This is a spreadsheet in the format of before 2007 (.xls), and it is damaged.',
				'Open it in a spreadsheet program and save it as .xlsx, or as CSV.'
			);
