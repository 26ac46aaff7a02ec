/** Invented spreadsheets (.xlsx) for tests of imports. */
import { zipOf } from './fixture-zip.ts';

/** A spreadsheet with these parts, or one sheet of these rows, of which some cells are merged ("A2:A3"). */
export function spreadsheet(
	rows: readonly (readonly (string | number)[])[],
	more: Record<string, string> = {},
	merged: readonly string[] = []
): Uint8Array {
	const letter = (at: number) => String.fromCharCode(65 + at);
	const sheet = rows
		.map(
			(cells, y) =>
				`<row r="${y + 1}">${cells
					.map((cell, x) =>
						typeof cell === 'number'
							? `<c r="${letter(x)}${y + 1}"><v>${cell}</v></c>`
							: `<c r="${letter(x)}${y + 1}" t="inlineStr"><is><t>${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`
					)
					.join('')}</row>`
		)
		.join('');
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const parts: Record<string, string> = {
		'[Content_Types].xml':
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Places" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join('')}</mergeCells>`}</worksheet>`,
		...more
	};
	return zipOf(
		Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, Buffer.from(xml)]))
	);
}

/** A spreadsheet that holds a text once and shows it in many cells; `text` is XML. */
export function sharedText(text: string, rows: number, columns: number): Uint8Array {
	const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const relations = ['worksheets/sheet1.xml', 'sharedStrings.xml'].map(
		(target, i) =>
			`<Relationship Id="rId${i + 1}" Type="${type}/${i === 0 ? 'worksheet' : 'sharedStrings'}" Target="${target}"/>`
	);
	const sheet = Array.from({ length: rows }, (_, y) => {
		const cells = Array.from(
			{ length: columns },
			(__, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="s"><v>0</v></c>`
		);
		return `<row r="${y + 1}">${cells.join('')}</row>`;
	});
	return spreadsheet([], {
		'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
		'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
		'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`
	});
}
