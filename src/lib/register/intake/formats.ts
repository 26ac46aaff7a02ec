/**
 * The formats that can be brought, each of one shape. Adding one is a file and an entry
 * here; its parser is loaded when a file of it is brought.
 */
import type { Content, ParseOptions } from './content.ts';
import { visible } from '../../text/visible.ts';
import { isArchive, newRoom } from './archive.ts';
import { withDays } from './column-days.ts';
import { withWholeColumns } from './column-parts.ts';
import { ImportError, loaded } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { FLAT, isOpenDocument } from './not-read.ts';
import { isCompound, look } from './look.ts';
import { checkTable, type ImportTable } from './table.ts';
import * as ownFile from './own-file.ts';
import * as esriJson from './readers/esri-json.ts';
import * as geojson from './readers/geojson.ts';
import * as openReferral from './readers/open-referral.ts';
import * as overpass from './readers/overpass.ts';
import * as records from './readers/records.ts';
import * as umap from './readers/umap.ts';

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
		about:
			'A sheet of a spreadsheet, with headings in one row and a place in each row below. Sheets with the same columns are read together.',
		endings: ['.xlsx', '.xlsm'],
		recognises: ({ name, parts }) =>
			parts !== null &&
			(parts.some((part) => /^xl\/(workbook\.xml|worksheets\/)/i.test(part)) ||
				(/\.xls[xm]$/i.test(name) && parts.some((part) => /\.(xml|rels)$/i.test(part)))),
		load: () => import('./spreadsheet.ts')
	},
	{
		id: 'xls',
		title: 'Old spreadsheet',
		about: 'The same, as spreadsheet programs of before 2007 wrote it.',
		endings: ['.xls'],
		recognises: ({ bytes }) => isCompound(bytes),
		load: () => import('./readers/old-spreadsheet.ts')
	},
	{
		id: 'ods',
		title: 'OpenDocument spreadsheet',
		about: 'The same, as LibreOffice writes it.',
		endings: ['.ods', '.fods'],
		recognises: ({ parts, root }) => root === FLAT || isOpenDocument(parts ?? []),
		load: () => import('./readers/open-document.ts')
	},
	{
		id: 'kml',
		title: 'KML or KMZ',
		about: 'Placemarks with their folders, as Google Earth and My Maps export them.',
		endings: ['.kml', '.kmz'],
		recognises: ({ parts, root }) =>
			root === 'kml' || (parts !== null && parts.some((part) => /(^|\/)doc\.kml$/i.test(part))),
		load: () => import('./readers/kml.ts')
	},
	{
		id: 'gpx',
		title: 'GPX',
		about: 'Waypoints; tracks and routes are passed over.',
		endings: ['.gpx'],
		recognises: ({ root }) => root === 'gpx',
		load: () => import('./readers/gpx.ts')
	},
	{
		id: 'shapefile',
		title: 'Zipped shapefile',
		about: 'The .shp, .dbf and .prj of a layer packed together.',
		endings: ['.zip'],
		recognises: ({ parts }) => parts !== null && parts.some((part) => /\.shp$/i.test(part)),
		load: () => import('./readers/shapefile.ts')
	},
	{
		id: 'packed',
		title: 'Zipped tables',
		about:
			'A file of any of these formats in a zip. Several with the same columns are read together, and so are tables that name each other’s rows.',
		endings: ['.zip'],
		recognises: ({ parts }) => parts !== null,
		load: () => import('./readers/packed.ts')
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
		about: 'Points, lines or areas with properties, whole or a feature a line.',
		endings: ['.geojson', '.geojsonl', '.geojsons', '.json'],
		recognises: ({ json }) => geojson.recognises(json),
		load: async () => geojson
	},
	{
		id: 'umap',
		title: 'uMap',
		about: 'A whole map of uMap, with its layers.',
		endings: ['.umap'],
		recognises: ({ json }) => umap.recognises(json),
		load: async () => umap
	},
	{
		id: 'topojson',
		title: 'TopoJSON',
		about: 'Places or areas, as mapping libraries share them.',
		endings: ['.topojson', '.json'],
		recognises: ({ json }) =>
			typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology',
		load: () => import('./readers/topojson.ts')
	},
	{
		id: 'esri',
		title: 'ArcGIS JSON',
		about: 'Features with attributes, as services of ArcGIS answer.',
		endings: ['.json'],
		recognises: ({ json }) => esriJson.recognises(json),
		load: async () => esriJson
	},
	{
		id: 'overpass',
		title: 'Overpass JSON',
		about: 'What Overpass answers of OpenStreetMap.',
		endings: ['.json'],
		recognises: ({ json }) => overpass.recognises(json),
		load: async () => overpass
	},
	{
		id: 'open-referral',
		title: 'Open Referral UK',
		about:
			'A page or list of services, or of services at locations, of version 3 or versions 1 and 2.',
		endings: ['.json'],
		recognises: ({ json }) => openReferral.recognises(json),
		load: async () => openReferral
	},
	{
		id: 'records',
		title: 'JSON of other programs',
		about: 'A list of objects, one a place, wherever it stands in the file; also one a line.',
		endings: ['.json', '.jsonl', '.ndjson'],
		recognises: ({ json }) => records.recognises(json),
		load: async () => records
	},
	{
		id: 'csv',
		title: 'CSV or pasted rows',
		about: 'Rows divided by commas or any other one sign, or copied out of a spreadsheet.',
		endings: ['.csv', '.tsv', '.txt'],
		recognises: ({ text, json, root }) => text !== null && root === null && json === undefined,
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
	const most = /\.(xls[xm]?|f?ods|zip|km[zl]|gpx)$/i.test(name)
		? LIMITS.spreadsheetBytes
		: LIMITS.textBytes;
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
	const inside = {
		...(options.today !== undefined && { today: options.today }),
		// For all files in one together: each of them may be packed itself.
		room: newRoom()
	};
	return read(file, {
		...options,
		read: async (inner) => (await read(inner, inside)).table
	});
}

async function read(
	file: { name: string; bytes: Uint8Array },
	options: ParseOptions
): Promise<{ format: ImportFormat; table: ImportTable }> {
	if (options.loose !== true) {
		checkSize(isArchive(file.bytes) ? '.zip' : file.name, file.bytes.length);
	}
	const { content, notes } = look(file);
	const format = FORMATS.find((candidate) => candidate.recognises(content));
	if (!format) throw otherJson(content.json);
	try {
		const { parse } = await loaded(format.load());
		const table = withDays(withWholeColumns(await parse(content, options)));
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
		`This is JSON, but no list of places is found in it.${has}`,
		'If it holds a list, turn it into CSV and bring that.'
	);
}
