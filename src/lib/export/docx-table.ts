/** A table of a document as Word has it: a heading row that repeats, and cells that say what is missing. */
import {
	AlignmentType,
	BorderStyle,
	Paragraph,
	Table as WordTable,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType
} from 'docx';
import { kindOfColumn } from '../document/dictionary.ts';
import type { Cell, Table } from '../document/document.ts';

/** Whether a table takes a page across: one with many columns, or with fewer that people write in. */
export const isWideTable = ({ columns, toFill }: Table): boolean =>
	columns.length >= (toFill ? 6 : 7);

/** Half points. */
const SIZE = 19;
/** Letters for which the width of a column is reckoned, at least and at most. */
const LETTERS = { least: 6, mostOfWord: 20, most: 60, toFill: 24 };
const LINES_OF_HEADING = 3;
/** Rows to write in that stay on one page; longer tables go on over the page. */
const TOGETHER = 8;
/** Twentieths of a point that a letter takes, with room to spare. */
const LETTER = 118;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = {
	top: LINE,
	bottom: LINE,
	left: NO_LINE,
	right: NO_LINE,
	insideHorizontal: LINE,
	insideVertical: NO_LINE
};
const ALL = { ...BORDERS, left: LINE, right: LINE, insideVertical: LINE };

/** A table as wide as it is told, in twentieths of a point. */
export function wordTable(table: Table, width: number): WordTable {
	const { columns, rows, toFill } = table;
	const widths = widthsOf(table, width);
	const atEnd = columns.map(
		({ isFigure }, at) => isFigure === true || kindOfColumn(table, at) === 'number'
	);
	// What people write in stays together on one page.
	const cell = (text: string, at: number, bold: boolean, keepNext = false) =>
		new TableCell({
			width: { size: widths[at] ?? 0, type: WidthType.DXA },
			margins: { top: 50, bottom: 50, left: 70, right: 70 },
			verticalAlign: bold ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
			...(bold && { shading: { fill: 'EDEFF2' } }),
			children: [
				new Paragraph({
					keepNext,
					alignment: atEnd[at] ? AlignmentType.END : AlignmentType.START,
					children: [new TextRun({ text, bold, size: SIZE })]
				})
			]
		});
	return new WordTable({
		width: { size: width, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: toFill ? ALL : BORDERS,
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ label }, at) => cell(label, at, true, true))
			}),
			...rows.map(
				(row, line) =>
					new TableRow({
						cantSplit: true,
						children: columns.map((_, at) =>
							cell(
								textOf(row[at], toFill),
								at,
								false,
								toFill && line < Math.min(rows.length, TOGETHER) - 1
							)
						)
					})
			)
		]
	});
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** What stands in a cell: what is not known says so, and what is to be filled in is empty. */
function textOf(cell: Cell, toFill: true | undefined): string {
	if (cell === null || cell === undefined || cell === '') {
		return toFill ? '' : cell === null ? 'Not known' : '–';
	}
	if (typeof cell === 'number') return numbers.format(cell).replace('-', '−');
	if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
	return cell;
}

/** The width shared out: to each column its longest word, and what is left by how much it has to say. */
function widthsOf({ columns, rows, toFill }: Table, width: number): number[] {
	const needs = columns.map(({ label }, at) => {
		const cells = rows.map((row) => textOf(row[at], toFill));
		const words = [label, ...cells].flatMap((text) => text.split(/[\s/-]+/));
		// The margins of a cell take two letters.
		const longest = Math.max(...words.map(({ length }) => length)) + 2;
		const least = Math.min(LETTERS.mostOfWord, Math.max(LETTERS.least, longest));
		const isEmpty = toFill && cells.every((text) => text === '');
		const wanted = isEmpty
			? LETTERS.toFill
			: Math.max(label.length / LINES_OF_HEADING, ...cells.map(({ length }) => length));
		return { least, more: Math.min(LETTERS.most, Math.max(least, wanted)) - least };
	});
	const sum = (of: (need: (typeof needs)[number]) => number) =>
		needs.reduce((total, need) => total + of(need), 0);
	const left = Math.max(0, width / LETTER - sum(({ least }) => least));
	const more = sum((need) => need.more) || needs.length;
	const letters = needs.map(
		(need) => need.least + (left * (sum((one) => one.more) > 0 ? need.more : 1)) / more
	);
	const all = letters.reduce((total, one) => total + one, 0);
	return letters.map((one) => Math.floor((one / all) * width));
}
