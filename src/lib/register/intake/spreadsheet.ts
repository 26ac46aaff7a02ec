/**
 * Spreadsheets (.xlsx). The archive is unpacked and looked at before the library reads it
 * (workbook-guard.ts). The library then gets it unpacked, and so starts no threads of its own,
 * which the site's policy forbids.
 */
import type { Content, ParseOptions } from './content.ts';
import { ImportError, loaded } from './import-error.ts';
import { tableOfSheets, type Sheet } from './sheets.ts';
import type { ImportTable } from './table.ts';
import { harmless } from './workbook-guard.ts';

export async function parse({ bytes }: Content, options: ParseOptions): Promise<ImportTable> {
	const { packed, merged } = harmless(bytes, options.room);
	const { default: readXlsxFile } = await loaded(import('read-excel-file/universal'));
	let sheets: Sheet[];
	try {
		const read = (await readXlsxFile(packed.buffer as ArrayBuffer)) as Sheet[];
		sheets = read.map((sheet, at) => ({ ...sheet, merged: merged[at] ?? [] }));
	} catch (error) {
		throw new ImportError(
			`This spreadsheet could not be read (${error instanceof Error ? error.message.slice(0, 120) : 'no reason given'}).`,
			'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.'
		);
	}
	return tableOfSheets(sheets, options);
}
