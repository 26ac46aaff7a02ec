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
import { CHOICES, howToFillIn, type CheckSheet, type ChoiceList } from './sheet.ts';
import type { Round } from './round.ts';

const SHEET = 'xl/worksheets/sheet{id}.xml';
const CHOICES_SHEET = 'Choices';
const LISTS = Object.keys(CHOICES) as ChoiceList[];
/** What a form asks to be filled in. */
const ANSWER = { backgroundColor: '#FFF4D9' } as const;
const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;
/** Days before this one are no days of a check. */
const FIRST_DAY = 36_526; // 1 January 2000, as spreadsheets count days

/** The spreadsheet of a check. */
export function checkWorkbook(sheet: CheckSheet, round: Round): Promise<Blob> {
	const { columns, rows } = sheet;
	const head: Row = columns.map(({ heading, isAnswer }) => ({
		value: heading,
		...HEAD,
		...(isAnswer && ANSWER)
	}));
	const body = rows.map((cells): Row =>
		cells.map((cell, at) => {
			const { isAnswer, takes } = columns[at] ?? {};
			// Always a text: an opening time or a telephone number must not become a number.
			const kept =
				takes === 'day' && cell === ''
					? { type: Date, format: 'yyyy-mm-dd' }
					: { type: String, format: '@', value: cell };
			return {
				...kept,
				wrap: true,
				alignVertical: 'top',
				...(isAnswer && ANSWER)
			};
		})
	);
	const longest = Math.max(...LISTS.map((list) => CHOICES[list].length));
	const choices: SheetData = [
		LISTS.map((list) => ({ value: list, ...HEAD })),
		...Array.from({ length: longest }, (_, at) => LISTS.map((list) => CHOICES[list][at] ?? null))
	];
	return writeExcelFile(
		[
			{
				sheet: 'Field check',
				data: [head, ...body],
				columns: columns.map(({ width }) => ({ width })),
				stickyRowsCount: 1,
				orientation: 'landscape'
			},
			{
				sheet: 'How to fill it in',
				data: howToFillIn(round).map((value) => [{ value, wrap: true }]),
				columns: [{ width: 90 }]
			},
			{ sheet: CHOICES_SHEET, data: choices, columns: LISTS.map(() => ({ width: 30 })) }
		],
		{ features: [dropDowns(sheet)] }
	).toBlob();
}

/** Drop-down lists and days, as rules on the columns of the first sheet. */
function dropDowns({ columns, rows }: CheckSheet): Feature<Blob> {
	const rules = columns.flatMap(({ takes }, at) => {
		if (takes === undefined) return [];
		const range = `${getCellAddress(1, at)}:${getCellAddress(Math.max(1, rows.length), at)}`;
		return takes === 'day'
			? rule(range, { type: 'date', operator: 'greaterThanOrEqual' }, String(FIRST_DAY), {
					errorTitle: 'A day',
					error: 'Write the day of the check, such as 17/08/2026.'
				})
			: rule(range, { type: 'list' }, listRange(takes), {
					errorTitle: 'Choose from the list',
					error: 'Choose one of the words in the list, or leave the cell empty.'
				});
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

/** Where the words of a list are. */
function listRange(list: ChoiceList): string {
	const at = LISTS.indexOf(list);
	const fixed = (row: number) => getCellAddress(row, at).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
	return `${CHOICES_SHEET}!${fixed(1)}:${fixed(CHOICES[list].length)}`;
}

const rule = (
	range: string,
	what: { type: string; operator?: string },
	formula: string,
	said: { errorTitle: string; error: string }
): string =>
	`${getOpeningTagMarkup('dataValidation', { ...what, allowBlank: 1, showErrorMessage: 1, ...said, sqref: range })}<formula1>${sanitizeTextContent(formula)}</formula1></dataValidation>`;
