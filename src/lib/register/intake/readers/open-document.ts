/**
 * Spreadsheets of LibreOffice and others (.ods, and .fods, the same in one text). What looks through
 * strangers' XML reads them, so that what a cell or a row says of how often it stands there is held against
 * the limits before anything is made of it.
 */
import { formatCount } from '../../../text/format.ts';
import { unpack } from '../archive.ts';
import type { Content, ParseOptions } from '../content.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { tableOfSheets, type Sheet } from '../sheets.ts';
import { tooManyCells, tooManyColumns, type ImportTable } from '../table.ts';
import { scanXml, valuesOf, type Tag } from '../xml-scan.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

export function parse({ text, bytes }: Content, options: ParseOptions): ImportTable {
	return tableOfSheets(sheetsOf(text ?? contentOf(bytes, options)), options);
}

/** The text of a packed one's sheets. */
function contentOf(bytes: Uint8Array, { room }: ParseOptions): string {
	const wanted = (name: string) => name === CONTENT || name === MANIFEST;
	const parts = unpack(bytes, wanted, { bomb, broken: damaged }, room);
	const read = (name: string) => new TextDecoder('utf-8').decode(parts.get(name));
	if (/<(?:[\w.-]+:)?encryption-data\b/.test(read(MANIFEST))) {
		throw new ImportError(
			'This spreadsheet is protected by a password.',
			'Open it in a spreadsheet program, save it without a password, and bring that.'
		);
	}
	return read(CONTENT);
}

function sheetsOf(text: string): Sheet[] {
	const book = new Book();
	const { token, xmlDepth: depth, tags, attributes, wideTags } = LIMITS;
	const fault = scanXml(
		text,
		{ token, depth, tags, attributes, wideTags },
		(tag) => book.open(tag),
		{ onClose: (at) => book.close(at), onText: (said, isLiteral) => book.say(said, isLiteral) }
	);
	if (fault === 'entities') {
		throw new ImportError(
			'This spreadsheet defines entities of its own, which no spreadsheet program does: it may be meant to do harm.',
			'Do not open it. Ask whoever sent it for the list as CSV.'
		);
	}
	if (fault === 'token')
		throw bomb(`holds a text of more than ${formatCount(LIMITS.token)} characters`);
	if (fault === 'tags') throw bomb(`holds more than ${formatCount(LIMITS.tags)} cells and tags`);
	if (fault !== null) throw damaged();
	if (!book.isSpreadsheet) {
		throw new ImportError(
			'This is an OpenDocument text, drawing or presentation, not a spreadsheet.',
			'Copy the table out of it and paste the rows here.'
		);
	}
	return book.sheets;
}

/** Sheets stand in the document, its body and its spreadsheet; tables further down are in a cell. */
const SHEET_DEPTH = 3;
const CELL = /^(covered-)?table-cell$/;

interface Row {
	depth: number;
	times: number;
	cells: unknown[];
	/** Empty cells that are only made once one with something in it follows. */
	empty: number;
}
interface Cell {
	tag: Tag;
	times: number;
	text: string;
}

/** The sheets of a document, as its tags come. */
class Book {
	readonly sheets: Sheet[] = [];
	isSpreadsheet = false;
	#data: unknown[][] | null = null;
	/** Empty rows that are only made once one with something in it follows. */
	#emptyRows = 0;
	#row: Row | null = null;
	#cell: Cell | null = null;
	/** Depth of a paragraph of the cell, and of a comment on it, which is none of its text. */
	#paragraph: number | null = null;
	#comment: number | null = null;
	/** Of all sheets. */
	#cells = 0;
	#rows = 0;

	open(tag: Tag): void {
		const { name, depth } = tag;
		if (depth < SHEET_DEPTH) this.isSpreadsheet ||= name === 'spreadsheet';
		else if (depth === SHEET_DEPTH) this.#sheet(tag);
		else if (this.#data === null || this.#comment !== null) return;
		else if (this.#cell !== null) this.#inCell(tag, this.#cell);
		else if (this.#row === null && name === 'table-row') {
			this.#row = { depth, times: timesOf(tag, 'number-rows-repeated'), cells: [], empty: 0 };
		} else if (this.#row?.depth === depth - 1 && CELL.test(name)) {
			this.#cell = { tag, times: timesOf(tag, 'number-columns-repeated'), text: '' };
		}
	}

	say(written: string, isLiteral: boolean): void {
		if (this.#cell === null || this.#paragraph === null || this.#comment !== null) return;
		// However many spaces and line ends stand in a paragraph, they are one space.
		const text = (isLiteral ? written : signsOf(written)).replace(/\s+/g, ' ');
		this.#add(this.#cell, text);
	}

	close(depth: number): void {
		if (this.#comment !== null) {
			if (this.#comment === depth) this.#comment = null;
		} else if (this.#cell !== null) {
			if (this.#paragraph === depth) this.#paragraph = null;
			if (this.#cell.tag.depth === depth) this.#endCell(this.#cell);
		} else if (this.#row?.depth === depth) this.#endRow(this.#row);
		else if (depth === SHEET_DEPTH) this.#data = null;
	}

	#sheet(tag: Tag): void {
		this.#data = null;
		if (tag.name !== 'table') return;
		if (this.sheets.length === LIMITS.sheets) {
			throw new ImportError(
				`This spreadsheet has more than ${formatCount(LIMITS.sheets)} sheets.`,
				'Save the sheet with the places as a file of its own.'
			);
		}
		this.#data = [];
		this.#emptyRows = 0;
		this.sheets.push({ sheet: signsOf(valuesOf(tag, 'name')[0] ?? ''), data: this.#data });
	}

	#inCell({ name, depth, empty }: Tag, cell: Cell): void {
		if (name === 'annotation') this.#comment = empty ? null : depth;
		else if (name === 'p' && depth === cell.tag.depth + 1) {
			if (cell.text !== '') this.#add(cell, '\n');
			if (!empty) this.#paragraph = depth;
		} else if (this.#paragraph === null) return;
		else if (name === 's' || name === 'tab') this.#add(cell, ' ');
		else if (name === 'line-break') this.#add(cell, '\n');
	}

	/** A cell that is too long says so later, by as much as shows it. */
	#add(cell: Cell, text: string): void {
		if (cell.text.length <= LIMITS.cell) cell.text += text;
	}

	#endCell(cell: Cell): void {
		this.#cell = null;
		this.#paragraph = null;
		const row = this.#row;
		if (row === null) return;
		const value = cell.tag.name === 'table-cell' ? valueOf(cell) : null;
		if (value === null) {
			row.empty += cell.times;
			return;
		}
		const width = row.cells.length + row.empty + cell.times;
		if (width > LIMITS.columns) throw tooManyColumns(width);
		for (; row.empty > 0; row.empty--) row.cells.push(null);
		for (let i = 0; i < cell.times; i++) row.cells.push(value);
	}

	#endRow({ cells, times }: Row): void {
		this.#row = null;
		const data = this.#data;
		if (data === null) return;
		if (cells.length === 0) {
			this.#emptyRows += times;
			return;
		}
		this.#rows += this.#emptyRows + times;
		this.#cells += cells.length * times;
		if (this.#cells > LIMITS.cells) throw tooManyCells();
		if (this.#rows > LIMITS.allRows)
			throw bomb(`has more than ${formatCount(LIMITS.allRows)} rows`);
		for (; this.#emptyRows > 0; this.#emptyRows--) data.push([]);
		for (let i = 0; i < times; i++) data.push(cells);
	}
}

/** How often a row or cell stands there. */
function timesOf(tag: Tag, attribute: string): number {
	const [times] = valuesOf(tag, attribute);
	if (times === undefined) return 1;
	if (!/^[1-9]\d{0,7}$/.test(times)) throw damaged();
	return Number(times);
}

/** What a cell holds; null where that is nothing. */
function valueOf({ tag, text }: Cell): unknown {
	const said = (name: string) => valuesOf(tag, name)[0] ?? '';
	switch (valuesOf(tag, 'value-type')[0]) {
		case 'float':
		case 'currency':
		case 'percentage':
			return Number.isFinite(Number(said('value') || NaN)) ? Number(said('value')) : text || null;
		case 'date': {
			const day = new Date(`${said('date-value').slice(0, 10)}T00:00:00Z`);
			return Number.isFinite(day.getTime()) ? day : text || null;
		}
		case 'time': {
			const [, hours, minutes] = /^PT(\d{1,4})H(\d{1,2})M/.exec(said('time-value')) ?? [];
			return minutes === undefined ? text || null : `${hours?.padStart(2, '0')}:${minutes}`;
		}
		case 'boolean':
			return said('boolean-value') === 'true';
		default:
			return text.trim() === '' ? null : text;
	}
}

const SIGNS: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	amp: '&',
	quot: '"',
	apos: "'"
};

/** A text of XML with the signs that are written out in it. */
const signsOf = (written: string): string =>
	written.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return SIGNS[name] ?? all;
			const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
		}
	);

const AGAIN = 'Open it in a spreadsheet program and save it again as .ods, .xlsx or CSV.';
const damaged = () =>
	new ImportError('This spreadsheet is damaged: its parts are not as they must be.', AGAIN);
const bomb = (what: string) =>
	new ImportError(
		`This spreadsheet ${what}, far more than a list of places needs.`,
		'Copy the rows that you need into a new spreadsheet, or save the sheet as CSV.'
	);
