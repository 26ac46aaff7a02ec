/**
 * The sheet of a check as a spreadsheet (.xlsx): cells to choose from instead of to type in, days
 * that must be days, headings that stay in sight, and a sheet that says how to fill it in. The
 * writer comes with this module, which is loaded when somebody asks for such a file.
 */
import writeExcelFile, { type Feature, type Row, type SheetData } from 'write-excel-file/universal';
import {
	getCellAddress,
	getOrderOfSiblings,
	getOpeningTagMarkup,
	insertElementMarkupAccordingToOrderOfSiblings,
	sanitizeTextContent
} from 'write-excel-file/utility';
import { asWideAsPaper, repeatedHeadings, titled } from '../../export/xlsx-tables.ts';
import { CHOICES, type CheckSheet, type ChoiceList, type SheetColumn } from './sheet.ts';
import { MOST } from './session-sheet.ts';

/** Sheets of paper side by side that all columns go on, still to be read. */
const SHEETS_ACROSS = 2;
const SHEET = 'xl/worksheets/sheet{id}.xml';
const CHOICES_SHEET = 'Choices';
const LISTS = Object.keys(CHOICES) as ChoiceList[];
/** What a form asks to be filled in. */
const ANSWER = { backgroundColor: '#FFF4D9' } as const;
/** On paper, a line below each row. */
const LINED = { bottomBorderStyle: 'thin', bottomBorderColor: '#C9C9C9' } as const;
const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;
/** Days before this one are no days of a check. */
const FIRST_DAY = 36_526; // 1 January 2000, as spreadsheets count days

/** Height of a line of text in points, and the most lines that a row shows. */
const LINE = 15;
const MOST_LINES = 6;

/**
 * A sheet as a spreadsheet.
 *
 * @param title of the sheet
 * @param how to fill it in, a line each
 */
export async function sheetWorkbook(
	sheet: CheckSheet,
	title: string,
	how: readonly string[]
): Promise<Uint8Array<ArrayBuffer>> {
	const { columns, rows } = sheet;
	const lists = LISTS.filter((list) => columns.some(({ takes }) => takes === list));
	const head: Row = columns.map(({ heading, isAnswer }) => ({
		value: heading,
		...HEAD,
		...(isAnswer && ANSWER)
	}));
	const body = rows.map((cells): Row => {
		const lines = cells.map((cell, at) => Math.ceil(cell.length / (columns[at]?.width ?? 10)));
		const height = LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
		return cells.map((cell, at) => ({
			...contentOf(cell, columns[at]?.takes),
			height,
			wrap: true,
			alignVertical: 'top',
			...LINED,
			...(columns[at]?.isAnswer && ANSWER)
		}));
	});
	const longest = Math.max(0, ...lists.map((list) => CHOICES[list].length));
	const choices: SheetData = [
		lists.map((list) => ({ value: list, ...HEAD })),
		...Array.from({ length: longest }, (_, at) => lists.map((list) => CHOICES[list][at] ?? null))
	];
	const file = await writeExcelFile(
		[
			{
				sheet: title,
				data: [head, ...body],
				columns: columns.map(({ width }) => ({ width })),
				stickyRowsCount: 1,
				orientation: 'landscape'
			},
			{
				sheet: 'How to fill it in',
				data: how.map((value) => [{ value, wrap: true }]),
				columns: [{ width: 90 }]
			},
			...(lists.length === 0
				? []
				: [{ sheet: CHOICES_SHEET, data: choices, columns: lists.map(() => ({ width: 30 })) }])
		],
		{
			features: [
				rulesOn(sheet, lists),
				asWideAsPaper(SHEETS_ACROSS),
				repeatedHeadings([{ name: title, table: { row: 0 } }]),
				titled(title)
			],
			fontFamily: 'Arial',
			fontSize: 10
		}
	).toBlob();
	return new Uint8Array(await file.arrayBuffer());
}

/**
 * A text stays a text: an opening time or a telephone number must not become a number. What is to be
 * filled in with a day or a number is ready for one.
 */
function contentOf(cell: string, takes: SheetColumn['takes']) {
	if (cell === '' && takes === 'day') return { type: Date, format: 'yyyy-mm-dd' };
	if (cell === '' && takes === 'count') return { type: Number, format: '0' };
	return { type: String, format: '@', value: cell };
}

/** What may stand in the columns of the first sheet. */
function rulesOn({ columns, rows }: CheckSheet, lists: readonly ChoiceList[]): Feature<Blob> {
	const rules = columns.flatMap(({ takes }, at) => {
		if (takes === undefined) return [];
		const range = `${getCellAddress(1, at)}:${getCellAddress(Math.max(1, rows.length), at)}`;
		return ruleOf(range, takes, lists);
	});
	const markup = `${getOpeningTagMarkup('dataValidations', { count: rules.length })}${rules.join('')}</dataValidations>`;
	return {
		files: {
			transform: {
				[SHEET]: {
					transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
						sheetIndex === 0
							? insertElementMarkupAccordingToOrderOfSiblings(
									xml,
									markup,
									getOrderOfSiblings(SHEET, 'worksheet') ?? [],
									'worksheet'
								)
							: xml
				}
			}
		}
	};
}

function ruleOf(
	range: string,
	takes: NonNullable<SheetColumn['takes']>,
	lists: readonly ChoiceList[]
): string {
	if (takes === 'day') {
		return rule(range, { type: 'date', operator: 'greaterThanOrEqual' }, [String(FIRST_DAY)], {
			errorTitle: 'A day',
			error: 'Write the day of the check, such as 17/08/2026.'
		});
	}
	if (takes === 'count') {
		return rule(range, { type: 'whole' }, ['0', String(MOST)], {
			errorTitle: 'How many people',
			error: `Write a whole number from 0 to ${MOST}, or leave the cell empty.`
		});
	}
	return rule(range, { type: 'list' }, [listRange(takes, lists.indexOf(takes))], {
		errorTitle: 'Choose from the list',
		error: 'Choose one of the words in the list, or leave the cell empty.'
	});
}

/** Where the words of a list are. */
function listRange(list: ChoiceList, column: number): string {
	const fixed = (row: number) => getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
	return `${CHOICES_SHEET}!${fixed(1)}:${fixed(CHOICES[list].length)}`;
}

const rule = (
	range: string,
	what: { type: string; operator?: string },
	formulas: readonly string[],
	said: { errorTitle: string; error: string }
): string => {
	const open = { ...what, allowBlank: 1, showErrorMessage: 1, ...said, sqref: range };
	const bounds = formulas.map(
		(formula, at) => `<formula${at + 1}>${sanitizeTextContent(formula)}</formula${at + 1}>`
	);
	return `${getOpeningTagMarkup('dataValidation', open)}${bounds.join('')}</dataValidation>`;
};
