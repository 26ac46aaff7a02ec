/**
 * Spreadsheets (.xlsx). The archive is unpacked here and looked at before the library reads
 * it: how large its parts become, whether they define entities of their own (a trap that
 * grows without end), and how far out cells stand. The library then gets it unpacked, and so
 * starts no threads of its own, which the site's policy forbids.
 */
import { Unzip, UnzipInflate, zipSync, type Zippable } from 'fflate';
import { formatCount } from '../../text/format.ts';
import { headingScore } from './columns.ts';
import type { Content, ParseOptions } from './content.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { tableOf, tooManyColumns, type ImportTable } from './table.ts';
import { withoutGuard } from '../../text/cells.ts';

/**
 * A spreadsheet that was looked at, with the parts that matter, packed anew without compression.
 *
 * @throws ImportError where it is a trap, damaged, or no spreadsheet
 */
export function harmless(bytes: Uint8Array): Uint8Array {
	const parts = unpack(bytes);
	for (const [name, content] of Object.entries(parts)) inspect(name, content);
	return zipSync(parts, { level: 0 });
}

const PIECE = 65_536;
const KEPT = /\.(xml|rels)$/i;
const SHEET = /^xl\/worksheets\//i;

export async function parse(
	{ bytes }: Content,
	{ sheet: wanted }: ParseOptions
): Promise<ImportTable> {
	const packed = harmless(bytes);
	const { default: readXlsxFile } = await import('read-excel-file/universal');
	let sheets: { sheet: string; data: unknown[][] }[];
	try {
		sheets = (await readXlsxFile(packed.buffer as ArrayBuffer)) as typeof sheets;
	} catch (error) {
		throw new ImportError(
			`This spreadsheet could not be read (${error instanceof Error ? error.message.slice(0, 120) : 'no reason given'}).`,
			'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.'
		);
	}
	if (sheets.length > LIMITS.sheets) {
		throw new ImportError(
			`This spreadsheet has ${formatCount(sheets.length)} sheets.`,
			'Save the sheet with the places as a file of its own.'
		);
	}
	const filled = sheets.filter(({ data }) => data.length > 0);
	const chosen =
		filled.find(({ sheet }) => sheet === wanted) ??
		filled.toSorted((a, b) => promise(b.data) - promise(a.data))[0];
	if (!chosen) {
		throw new ImportError(
			'There is nothing in this spreadsheet.',
			'Look whether the right file was chosen, and whether it was saved.'
		);
	}
	const table = tableOf(
		chosen.data.map((cells) => cells.map(cellText)),
		headingScore
	);
	return {
		...table,
		notes:
			filled.length > 1
				? [
						`The sheet “${chosen.sheet}” was read, one of ${formatCount(filled.length)}.`,
						...table.notes
					]
				: table.notes,
		...(filled.length > 1 && {
			sheets: { names: filled.map(({ sheet }) => sheet), read: chosen.sheet }
		})
	};
}

/** How much a sheet looks like a list of places. */
function promise(data: readonly unknown[][]): number {
	const score = Math.max(0, ...data.slice(0, 12).map((cells) => headingScore(cells.map(cellText))));
	return score * 1e6 + Math.min(data.length, 1e6 - 1);
}

function cellText(value: unknown): string {
	if (typeof value === 'string') return withoutGuard(value);
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (value instanceof Date && Number.isFinite(value.getTime())) {
		const iso = value.toISOString();
		// A time of day without a day is a day of 1899 or 1900 to spreadsheets.
		return value.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
	}
	return '';
}

/** The parts that matter, unpacked, counted while they come: an archive may lie about their sizes. */
function unpack(bytes: Uint8Array): Zippable & Record<string, Uint8Array> {
	const parts: Record<string, Uint8Array> = {};
	let total = 0;
	let entries = 0;
	const unzip = new Unzip((file) => {
		if (++entries > LIMITS.archiveParts)
			throw bomb(`holds more than ${formatCount(LIMITS.archiveParts)} parts`);
		if (!KEPT.test(file.name) || file.name.includes('..')) return;
		const chunks: Uint8Array[] = [];
		file.ondata = (error, chunk, final) => {
			if (error) throw error;
			total += chunk.length;
			if (total > LIMITS.unpackedBytes) {
				throw bomb(`unpacks to more than ${formatCount(LIMITS.unpackedBytes / 1e6)} MB`);
			}
			chunks.push(chunk);
			if (final) parts[file.name] = joined(chunks);
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += PIECE) {
			unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
		}
	} catch (error) {
		if (error instanceof ImportError) throw error;
		throw damaged();
	}
	if (!Object.keys(parts).some((name) => SHEET.test(name))) {
		throw entries > 0 && Object.keys(parts).length > 0
			? new ImportError(
					'This packed file is no spreadsheet: there are no sheets in it.',
					'If it is an archive, unpack it and bring the file inside. Open documents (.ods) must be saved as .xlsx or CSV.'
				)
			: damaged();
	}
	return parts;
}

const damaged = () =>
	new ImportError(
		'This spreadsheet is damaged, or protected by a password: it cannot be unpacked.',
		'Open it in a spreadsheet program and save it again as .xlsx without a password, or as CSV.'
	);
const bomb = (what: string) =>
	new ImportError(
		`This spreadsheet ${what}, far more than a list of places needs.`,
		'Copy the rows that you need into a new spreadsheet, or save the sheet as CSV.'
	);

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

const CELL = /<(?:\w+:)?c\b([^>]*)>/g;
const ADDRESS = /\sr\s*=\s*["']([A-Z]{1,4})(\d{1,8})["']/;

/** Refuse parts that would make the reader fill the memory. */
function inspect(name: string, content: Uint8Array): void {
	const text = new TextDecoder('utf-8').decode(content);
	if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) {
		throw new ImportError(
			'This spreadsheet defines entities of its own, which no spreadsheet program does: it may be meant to do harm.',
			'Do not open it. Ask whoever sent it for the list as CSV.'
		);
	}
	if (!SHEET.test(name)) return;
	for (const [, attributes = ''] of text.matchAll(CELL)) {
		// Cells without content, such as those that are only coloured, make no column.
		if (attributes.endsWith('/')) continue;
		const [, letters] = ADDRESS.exec(attributes) ?? [];
		if (letters === undefined) throw damaged();
		const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
		if (column > LIMITS.columns) throw tooManyColumns(column);
	}
}
