/**
 * Looking at a spreadsheet (.xlsx) before the library reads it: how large its parts become,
 * whether they define entities of their own (a trap that grows without end), and how far out
 * rows and cells stand. A row that calls itself the billionth takes a few bytes in the file and
 * gigabytes where the rows before it are made.
 */
import { zipSync } from 'fflate';
import { formatCount } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { unpack, type Parts, type Room } from './archive.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { tooManyCells, tooManyColumns } from './table.ts';
import { scanXml, valuesOf, type Tag, type XmlFault } from './xml-scan.ts';

/**
 * A spreadsheet that was looked at, with the parts that are read, packed anew without compression; and
 * which cells of each of its sheets are merged ("A5:A7"), by the sheets' order.
 *
 * @throws ImportError where it is a trap, damaged, or no spreadsheet
 */
export function harmless(
	bytes: Uint8Array,
	room?: Room
): { packed: Uint8Array; merged: (readonly string[])[] } {
	const parts = readParts(partsOf(bytes, room));
	const count = new Tally();
	for (const [name, content] of parts) count.part(name, content);
	return {
		packed: zipSync(Object.fromEntries(parts), { level: 0 }),
		merged: sheetParts(parts).map((name) => count.merged.get(name) ?? [])
	};
}

/** The parts of a workbook's sheets, in its order. */
function sheetParts(parts: Parts): string[] {
	const [book, relations] = [parts.get(WORKBOOK), parts.get(RELATIONS)];
	if (!book || !relations) return [];
	const targets = new Map<string, string>();
	scan(relations, (tag) => {
		const [[id = ''], [target = '']] = [valuesOf(tag, 'Id'), valuesOf(tag, 'Target')];
		targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
	});
	const found: string[] = [];
	scan(book, (tag) => {
		if (tag.name === 'sheet') found.push(targets.get(valuesOf(tag, 'id')[0] ?? '') ?? '');
	});
	return found;
}

const KEPT = /\.(xml|rels)$/i;
const SHEET = /^xl\/worksheets\//i;
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Parts of XML, unpacked. */
function partsOf(bytes: Uint8Array, room?: Room): Parts {
	const parts = unpack(bytes, (name) => KEPT.test(name), { bomb, broken: locked }, room);
	if (parts.has(WORKBOOK) || [...parts.keys()].some((name) => SHEET.test(name))) return parts;
	throw parts.size > 0
		? new ImportError(
				'This packed file is no spreadsheet: there are no sheets in it.',
				'Open it in the program that made it, and save the list as .xlsx or CSV.'
			)
		: locked();
}

/** Only the parts that the workbook itself names: drawings, comments and the like are never read. */
function readParts(parts: Parts): Parts {
	const table = parts.get(RELATIONS);
	if (!table) return parts;
	const named = new Set([WORKBOOK, RELATIONS]);
	let relations = 0;
	scan(table, (tag) => {
		if (tag.name !== 'Relationship') return;
		if (++relations > LIMITS.archiveParts) {
			throw bomb(`names more than ${formatCount(LIMITS.archiveParts)} parts`);
		}
		for (const target of valuesOf(tag, 'Target')) {
			named.add(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		}
	});
	return new Map([...parts].filter(([name]) => named.has(name)));
}

const ROW = /^\d{1,7}$/;
const CELL = /^([A-Z]{1,3})(\d{1,7})$/;

/** What the parts of a spreadsheet amount to, held against the limits. */
class Tally {
	private rows = 0;
	private cells = 0;
	private sheets = 0;
	private strings = 0;
	private styles = 0;
	private numberFormats = 0;
	/** Cells that are merged, by the part. */
	readonly merged = new Map<string, string[]>();

	/** Add a part. Throws ImportError where a limit is passed. */
	part(name: string, content: Uint8Array): void {
		const sheet = new Extent();
		scan(content, (tag) => {
			sheet.add(tag);
			this.add(name, tag);
			if (tag.name === 'mergeCell') this.merge(name, valuesOf(tag, 'ref')[0] ?? '');
		});
		if (this.sheets > LIMITS.sheets) {
			throw new ImportError(
				`This spreadsheet has ${formatCount(this.sheets)} sheets.`,
				'Save the sheet with the places as a file of its own.'
			);
		}
		this.rows += sheet.height;
		this.cells += sheet.filledHeight * sheet.filledWidth;
		if (this.cells > LIMITS.cells) throw tooManyCells();
		if (this.rows > LIMITS.allRows) {
			throw bomb(
				`has more than ${formatCount(LIMITS.allRows)} rows in all its sheets, empty ones counted`
			);
		}
	}

	/** More than a list can need are left as they are. */
	private merge(part: string, cells: string): void {
		const before = this.merged.get(part);
		if (!before) this.merged.set(part, [cells]);
		else if (before.length < LIMITS.rows) before.push(cells);
	}

	private add(part: string, tag: Tag): void {
		if (tag.name === 'sheet' && part === WORKBOOK) this.sheets++;
		else if (tag.name === 'si' && ++this.strings > LIMITS.strings) {
			throw bomb(`holds more than ${formatCount(LIMITS.strings)} different texts`);
		} else if (tag.name === 'xf' && ++this.styles > LIMITS.styles) {
			throw bomb(`has more than ${formatCount(LIMITS.styles)} looks of cells`);
		} else if (tag.name === 'numFmt') {
			if (tag.attributes.length > LIMITS.numberFormat) throw damaged();
			if (++this.numberFormats > LIMITS.numberFormats) {
				throw bomb(`has more than ${formatCount(LIMITS.numberFormats)} ways to write numbers`);
			}
		}
	}
}

/** How far a sheet reaches. In a part that is no sheet, rows and cells are other things. */
class Extent {
	height = 0;
	/** As far as cells stand that hold something: these are made, and all between them. */
	filledHeight = 0;
	filledWidth = 0;
	/** Tags: a row or a cell may be said again and again. */
	private rows = 0;
	private cells = 0;
	private inSheet = false;

	add(tag: Tag): void {
		if (tag.name === 'sheetData') this.inSheet = true;
		if (!this.inSheet || (tag.name !== 'row' && tag.name !== 'c')) return;
		if (tag.attributes.includes('>')) throw damaged();
		if (tag.name === 'row') this.row(valuesOf(tag, 'r'));
		else this.cell(valuesOf(tag, 'r'), tag.empty);
	}

	private row(numbers: readonly string[]): void {
		if (++this.rows > LIMITS.sheetRows) throw tooManySheetRows();
		if (numbers.length === 0 && ++this.height > LIMITS.sheetRows) {
			throw tooManySheetRows();
		}
		for (const number of numbers) this.height = Math.max(this.height, rowNumber(number));
	}

	private cell(addresses: readonly string[], empty: boolean): void {
		if (addresses.length === 0 && !empty) throw damaged();
		if (!empty && ++this.cells > LIMITS.cells) throw tooManyCells();
		for (const address of addresses) {
			const [, letters, digits = ''] = CELL.exec(address) ?? [];
			if (letters === undefined) throw farOut('cell', address);
			const row = rowNumber(digits);
			this.height = Math.max(this.height, row);
			// Cells without content, such as those that are only coloured, make no column.
			if (empty) continue;
			let column = 0;
			for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
			if (column > LIMITS.columns) throw tooManyColumns(column);
			this.filledHeight = Math.max(this.filledHeight, row);
			this.filledWidth = Math.max(this.filledWidth, column);
			// Not after the whole sheet: the rest of it may be far more.
			if (this.filledHeight * this.filledWidth > LIMITS.cells) throw tooManyCells();
		}
	}
}

const tooManySheetRows = (): ImportError =>
	bomb(`has a sheet of more than ${formatCount(LIMITS.sheetRows)} rows`);

function rowNumber(text: string): number {
	const row = ROW.test(text) ? Number(text) : 0;
	if (row < 1 || row > LIMITS.sheetRows) throw farOut('row', text);
	return row;
}

function scan(content: Uint8Array, onTag: (tag: Tag) => void): void {
	const text = new TextDecoder('utf-8').decode(content);
	const { token, xmlDepth: depth, tags, attributes, wideTags } = LIMITS;
	const fault = scanXml(text, { token, depth, tags, attributes, wideTags }, onTag);
	if (fault) throw FAULTS[fault]();
}

const FAULTS: Readonly<Record<XmlFault, () => ImportError>> = {
	broken: () => damaged(),
	entities: () =>
		new ImportError(
			'This spreadsheet defines entities of its own, which no spreadsheet program does: it may be meant to do harm.',
			'Do not open it. Ask whoever sent it for the list as CSV.'
		),
	token: () => bomb(`holds a text of more than ${formatCount(LIMITS.token)} characters`),
	tags: () => bomb(`holds more than ${formatCount(LIMITS.tags)} cells and tags`),
	attributes: () => damaged(),
	depth: () => damaged()
};

const AGAIN = 'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.';
const damaged = () =>
	new ImportError('This spreadsheet is damaged: its parts are not as they must be.', AGAIN);
const locked = () =>
	new ImportError(
		'This spreadsheet is damaged, or protected by a password: it cannot be unpacked.',
		'Open it in a spreadsheet program and save it again as .xlsx without a password, or as CSV.'
	);
const bomb = (what: string) =>
	new ImportError(
		`This spreadsheet ${what}, far more than a list of places needs.`,
		'Copy the rows that you need into a new spreadsheet, or save the sheet as CSV.'
	);
const farOut = (what: 'row' | 'cell', name: string) =>
	new ImportError(
		`This spreadsheet has a ${what} “${visible(name.slice(0, 20))}”, which no sheet has: it is damaged, or meant to do harm.`,
		AGAIN
	);
