/** Writes files away from the page: SQLite, thousands of shapes or of cells would hold it up. */
import { expose, transfer } from 'comlink';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { attached, type DetachedDocument } from '../document/detached.ts';
import type { Writer } from '../export/formats.ts';
import type { CheckSheet } from '../register/rounds/sheet.ts';

/** The writers of heavy formats, each fetched when asked for. */
const WRITERS = {
	xlsx: async (): Promise<Writer> => (await import('../export/xlsx.ts')).toXlsx,
	gpkg: async (): Promise<Writer> => {
		const [{ geoPackageWriter }, { default: initSqlJs }] = await Promise.all([
			import('../export/gpkg.ts'),
			import('sql.js')
		]);
		return geoPackageWriter(await initSqlJs({ locateFile: () => wasmUrl }));
	}
} as const;
export type WrittenApart = keyof typeof WRITERS;

const api = {
	/** The bytes of a document in a format. */
	async write(
		format: WrittenApart,
		document: DetachedDocument,
		progress: (done: number) => void
	): Promise<Uint8Array<ArrayBuffer>> {
		const write = await WRITERS[format]();
		// Whoever no longer wants it ends the worker.
		const making = { signal: new AbortController().signal, progress };
		const content = (await write(attached(document), making)) as Uint8Array<ArrayBuffer>;
		return transfer(content, [content.buffer]);
	},

	/** The bytes of a sheet to fill in, as a spreadsheet with lists to choose from. */
	async sheet(
		sheet: CheckSheet,
		title: string,
		how: readonly string[]
	): Promise<Uint8Array<ArrayBuffer>> {
		const { sheetWorkbook } = await import('../register/rounds/workbook.ts');
		const content = await sheetWorkbook(sheet, title, how);
		return transfer(content, [content.buffer]);
	}
};

export type WritingWorker = typeof api;

expose(api);
