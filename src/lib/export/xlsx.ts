/**
 * The writer of XLSX, as the Government Analysis Function's guidance on accessible spreadsheets asks: a
 * cover sheet, notes, a data dictionary, then one marked table a sheet, each with its title in the
 * first cell, no empty rows, and a sign for what is missing that is told in the notes.
 */
import writeWorkbook, { type Cell as XlsxCell, type Sheet } from 'write-excel-file/universal';
import { dictionaryOf, kindOfColumn, titleOfTable } from '../document/dictionary.ts';
import {
	columnsOf,
	sourceWords,
	type Cell,
	type Document,
	type Table
} from '../document/document.ts';
import { guarded } from '../text/cells.ts';
import { formatDay } from '../text/document-date.ts';
import {
	asWideAsPaper,
	markedTables,
	repeatedHeadings,
	titled,
	type MarkedTable
} from './xlsx-tables.ts';
import type { Making } from './making.ts';

/** What stands in a cell of which nothing is known, and in one of which there is nothing to say. */
export const NOT_KNOWN = '[x]';
export const NOTHING_TO_SAY = '[z]';

const FONT = 'Arial';
/** Letters of a cell: more than a program reads is cut off, and says so. */
const LONGEST_TEXT = 32_000;
const LONGEST_NAME = 31;
/** Letters a line of text takes in a sheet of words. */
const LINE = 100;
const WIDEST = 44;
/** Points that a line takes. */
const LINE_HEIGHT = 15;
/** Lines of a cell that are in sight at most. */
const MOST_LINES = 8;

interface Page {
	name: string;
	data: XlsxCell[][];
	widths: number[];
	table: MarkedTable | null;
	/** Rows at the top that stay in sight. */
	sticky?: number;
}

/** The workbook of a document. */
export async function toXlsx(document: Document, { signal, progress }: Making) {
	const taken = new Set(['cover', 'notes', 'dictionary']);
	const names = document.tables.map((table) => sheetName(titleOfTable(document, table), taken));
	const pages: Page[] = [
		coverOf(document, names),
		notesOf(document),
		tablePage('Dictionary', 'Data dictionary', dictionaryOf(document)),
		...document.tables.map((table, at) =>
			tablePage(names[at] ?? '', titleOfTable(document, table), table)
		)
	];
	progress(0.5);
	signal.throwIfAborted();
	const sheets: Sheet<Blob>[] = pages.map(({ name, data, widths, sticky }) => ({
		sheet: name,
		data,
		columns: widths.map((width) => ({ width })),
		orientation: 'landscape',
		...(sticky && { stickyRowsCount: sticky })
	}));
	const blob = await writeWorkbook(sheets, {
		fontFamily: FONT,
		fontSize: 11,
		features: [
			markedTables(pages.map(({ table }) => table)),
			repeatedHeadings(pages),
			asWideAsPaper(),
			titled(document.title)
		]
	}).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}

const heading = (value: string): XlsxCell => ({ value, fontWeight: 'bold', fontSize: 14 });
const strong = (value: string): XlsxCell => ({ value, fontWeight: 'bold' });
const line = (text: string): XlsxCell => ({
	...textCell(text),
	wrap: true,
	alignVertical: 'top',
	height: LINE_HEIGHT * Math.max(1, Math.ceil(text.length / LINE))
});

function coverOf(document: Document, names: readonly string[]): Page {
	const { title, sentences, asked, tables, owner, address, made } = document;
	return {
		name: 'Cover',
		widths: [LINE],
		table: null,
		data: [
			[heading(title)],
			...[
				...sentences,
				...asked.map(({ label, value }) => `${label}: ${value}`),
				...(owner === null ? [] : [owner]),
				...(made === undefined ? [] : [`Made on ${formatDay(made)}.`]),
				...(address === null ? [] : [`Link to the page: ${address}`])
			].map((text) => [line(text)]),
			[strong('Contents')],
			...[
				'Cover: this sheet',
				'Notes: how to read the tables, and where they are from',
				'Dictionary: what each column holds',
				...tables.map((table, at) => contentsLine(names[at] ?? '', titleOfTable(document, table)))
			].map((text) => [line(text)])
		]
	};
}

/** A sheet by its name, and what it holds where that says more. */
const contentsLine = (name: string, title: string) => (name === title ? name : `${name}: ${title}`);

function notesOf({ notes, sources, tables }: Document): Page {
	const said = [
		...notes,
		...tables.flatMap(({ notes: own = [] }) => own),
		`${NOT_KNOWN} means that a figure is not known. It is not nought.`,
		`${NOTHING_TO_SAY} means that there is nothing to say of a row under this heading.`,
		...sources.map((source) => `Source: ${sourceWords(source)}`)
	];
	const table: Table = {
		columns: columnsOf(['Number', 'Note']),
		rows: [...new Set(said)].map((text, at) => [at + 1, text])
	};
	return tablePage('Notes', 'Notes and sources', table, LINE);
}

/** A sheet of one table, its title first and its headings in the third row. */
function tablePage(name: string, title: string, table: Table, widest = WIDEST): Page {
	const { columns, rows } = table;
	const widths = columns.map((_, at) => widthOf(table, at, widest));
	const headings = apart(columns.map(({ label }) => label));
	const formats = columns.map((column, at) => numberFormat(table, at, column.label));
	/** Points that a row takes, with its long texts in several lines. */
	const heightOf = (row: readonly Cell[]) => {
		const lines = widths.map((width, at) => Math.ceil(String(row[at] ?? '').length / width));
		return LINE_HEIGHT * Math.min(MOST_LINES, Math.max(1, ...lines));
	};
	/** Where a text would stand close to the figure before it. */
	const afterNumber = columns.map((_, at) => at > 0 && kindOfColumn(table, at - 1) === 'number');
	const headingHeight =
		LINE_HEIGHT * Math.max(...headings.map((text, at) => linesOf(text, widths[at] ?? widest)));
	const body = rows.map((row) => {
		const height = heightOf(row);
		const manner = { alignVertical: 'top', ...(height > LINE_HEIGHT && { height }) } as const;
		return columns.map((_, at): XlsxCell => {
			const cell = row[at];
			return typeof cell === 'number'
				? { value: cell, type: Number, ...manner, ...(formats[at] && { format: formats[at] }) }
				: { ...cellOf(cell), ...manner, wrap: true, ...(afterNumber[at] && { indent: 1 }) };
		});
	});
	return {
		name,
		widths,
		sticky: 3,
		table: { row: 2, headings, rows: Math.max(1, rows.length) },
		data: [
			[heading(title)],
			[
				textCell(
					`This sheet has one table, of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}. The sheet “Notes” says how to read it.`
				)
			],
			headings.map((text) => ({
				value: text,
				type: String,
				height: headingHeight,
				fontWeight: 'bold',
				wrap: true,
				alignVertical: 'top',
				bottomBorderStyle: 'thin'
			})),
			// A table has at least one row under its headings.
			...(rows.length > 0 ? body : [columns.map(() => textCell(NOTHING_TO_SAY))])
		]
	};
}

/** Lines that a heading takes in its column: bold letters are a little wider, and words are not broken. */
function linesOf(text: string, width: number): number {
	let [lines, used] = [1, 0];
	for (const { length } of text.split(' ')) {
		const isFull = used > 0 && used + 1 + length > width - 2;
		if (isFull) lines++;
		used = isFull ? length : used + (used > 0 ? 1 : 0) + length;
	}
	return lines;
}

function cellOf(cell: Exclude<Cell, number>) {
	if (cell === null) return textCell(NOT_KNOWN);
	if (cell === undefined || cell === '') return textCell(NOTHING_TO_SAY);
	return textCell(typeof cell === 'boolean' ? (cell ? 'Yes' : 'No') : cell);
}

/**
 * A text, which stays one: the format says so where a program might take it for a formula once
 * somebody opens the cell and leaves it again.
 */
function textCell(text: string) {
	const value = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} … (cut off)` : text;
	return { value, type: String, ...(guarded(value) !== value && { format: '@' }) };
}

/** How numbers of a column are shown: with as many decimals as they have, no more than three. */
function numberFormat(table: Table, at: number, label: string): string | null {
	if (kindOfColumn(table, at) !== 'number' || table.columns[at]?.isPlace) return null;
	const decimals = Math.max(
		0,
		...table.rows.map((row) => String(row[at] ?? '').split('.')[1]?.length ?? 0)
	);
	const whole = /\b(year|number|rank)\b/i.test(label) ? '0' : '#,##0';
	return decimals === 0 ? whole : `#,##0.${'0'.repeat(Math.min(3, decimals))}`;
}

/** Letters that a column shows: those of most cells, and the longest word of its heading. */
function widthOf({ columns, rows }: Table, at: number, widest: number): number {
	const words = (columns[at]?.label ?? '').split(/[\s/-]+/);
	const longest = Math.max(
		...words.map((word) => word.length + 2),
		...rows.map((row) => String(row[at] ?? '').length + 1)
	);
	return Math.min(widest, Math.max(9, longest));
}

/** Headings of which no two are the same, as a marked table wants them. */
function apart(labels: readonly string[]): string[] {
	const seen = new Set<string>();
	return labels.map((label) => {
		const plain = label.replace(/\s+/g, ' ').trim() || 'Column';
		let name = plain;
		for (let at = 2; seen.has(name.toLowerCase()); at++) name = `${plain} (${at})`;
		seen.add(name.toLowerCase());
		return name;
	});
}

/** A name for a sheet that no other has and that programs take. */
function sheetName(title: string, taken: Set<string>): string {
	const plain =
		title
			.replace(/[\\/?*:[\]]/g, ' ')
			.replace(/\s+/g, ' ')
			.replace(/^'|'$/g, '')
			.trim()
			.slice(0, LONGEST_NAME)
			.replace(/'$/, '')
			.trim() || 'Table';
	let name = plain;
	for (let at = 2; taken.has(name.toLowerCase()) || name.toLowerCase() === 'history'; at++) {
		name = `${plain.slice(0, LONGEST_NAME - 4).trim()} ${at}`;
	}
	taken.add(name.toLowerCase());
	return name;
}
