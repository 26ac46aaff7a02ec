/**
 * The formats that can be brought, each of one shape. Adding one is a file and an entry
 * here; its parser is loaded when a file of it is brought.
 */
import type { Content, ParseOptions } from './content.ts';
import { visible } from '../../text/visible.ts';
import { decodeText } from './decode.ts';
import { ImportError } from './import-error.ts';
import { parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkTable, type ImportTable } from './table.ts';
import * as geojson from './geojson.ts';
import * as openReferral from './open-referral.ts';
import * as ownFile from './own-file.ts';

export interface ImportFormat {
	id: string;
	title: string;
	/** What it is good for, in a sentence. */
	about: string;
	/** Endings of names, with the dot. */
	endings: readonly string[];
	recognises: (content: Content) => boolean;
	/** Load what reads it. The parser throws ImportError and nothing else. */
	load: () => Promise<{
		parse: (content: Content, options: ParseOptions) => ImportTable | Promise<ImportTable>;
	}>;
}

/** In the order in which they are tried. */
export const FORMATS: readonly ImportFormat[] = [
	{
		id: 'xlsx',
		title: 'Spreadsheet',
		about: 'A sheet of a spreadsheet, with headings in one row and a place in each row below.',
		endings: ['.xlsx'],
		recognises: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b,
		load: () => import('./spreadsheet.ts')
	},
	{
		id: 'own',
		title: 'A list exported from this site',
		about: 'The file that “Export to share” makes: it comes back as it was.',
		endings: ['.json'],
		recognises: ({ json }) => ownFile.recognises(json),
		load: async () => ownFile
	},
	{
		id: 'geojson',
		title: 'GeoJSON',
		about: 'Points with properties, as mapping programs export them.',
		endings: ['.geojson', '.json'],
		recognises: ({ json }) => geojson.recognises(json),
		load: async () => geojson
	},
	{
		id: 'open-referral',
		title: 'Open Referral UK',
		about: 'A page or list of services of a directory, version 3 or versions 1 and 2.',
		endings: ['.json'],
		recognises: ({ json }) => openReferral.recognises(json),
		load: async () => openReferral
	},
	{
		id: 'csv',
		title: 'CSV or pasted rows',
		about: 'Rows divided by commas, semicolons or tabs, or copied out of a spreadsheet.',
		endings: ['.csv', '.tsv', '.txt'],
		recognises: ({ text, json }) => text !== null && json === undefined,
		load: () => import('./delimited.ts')
	}
];

/** Endings of files that can be chosen. */
export const ENDINGS: readonly string[] = [...new Set(FORMATS.flatMap(({ endings }) => endings))];

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** Refuse a file that is too large, before it is read. `name` tells what it may be. */
export function checkSize(name: string, bytes: number): void {
	if (bytes === 0) {
		throw new ImportError(
			'This file is empty.',
			'Check that you chose the right file, and that it was saved.'
		);
	}
	const most = /\.xlsx$/i.test(name) ? LIMITS.spreadsheetBytes : LIMITS.textBytes;
	if (bytes > most) {
		throw new ImportError(
			`This file has ${megabytes(bytes)}; at most ${megabytes(most)} are read.`,
			'Keep the rows of this region and the columns that matter, and bring those.'
		);
	}
}

/** Read a file: find its format and parse it. Throws ImportError, and nothing else. */
export async function readTable(
	file: { name: string; bytes: Uint8Array },
	options: ParseOptions = {}
): Promise<{ format: ImportFormat; table: ImportTable }> {
	checkSize(file.name, file.bytes.length);
	const { content, notes } = look(file);
	const format = FORMATS.find((candidate) => candidate.recognises(content));
	if (!format) throw otherJson(content.json);
	try {
		const { parse } = await format.load();
		const table = await parse(content, options);
		checkTable(table);
		return { format, table: { ...table, notes: [...notes, ...table.notes] } };
	} catch (error) {
		if (error instanceof ImportError) throw error;
		throw new ImportError(
			`This file looks like ${format.title} and could not be read.`,
			'Save it again, or as CSV, and bring that.'
		);
	}
}

function look({ name, bytes }: { name: string; bytes: Uint8Array }): {
	content: Content;
	notes: string[];
} {
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
		checkSize('.xlsx', bytes.length);
		return { content: { name, bytes, text: null, json: undefined }, notes: [] };
	}
	const { text, notes } = decodeText(bytes);
	const first = text.trimStart();
	if (/^<(!doctype|html|\?xml|svg|\w+[\s>])/i.test(first)) {
		throw new ImportError(
			'This is a web page or XML, not a table.',
			'The download may have led to a page that asks you to log in or agree. Fetch the file again.'
		);
	}
	const json = /^[[{]/.test(first) && !/^\[[^\]{["\d-]/.test(first) ? parseJson(text) : undefined;
	return { content: { name, bytes, text, json }, notes };
}

function otherJson(json: unknown): ImportError {
	const names =
		typeof json === 'object' && json !== null && !Array.isArray(json)
			? Object.keys(json).slice(0, 4)
			: [];
	const has =
		names.length > 0
			? ` Its members are ${names.map((name) => `“${visible(name.slice(0, 30))}”`).join(', ')}.`
			: '';
	return new ImportError(
		`This is JSON, but neither GeoJSON nor an Open Referral UK list nor a list exported from here.${has}`,
		'If it holds a list, turn it into CSV and bring that.'
	);
}
