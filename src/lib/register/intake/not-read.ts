/** Files that are not read, by their right names, with what to do about each. */
import { formatList } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { endingOf } from './archive.ts';
import { ImportError } from './import-error.ts';

interface Unread {
	what: string;
	advice: string;
}

const AS_TABLE = 'Save the list as .xlsx or CSV in the program that made it, and bring that.';
const AS_PLACES = 'Export the layer as GeoJSON or CSV in a mapping program, and bring that.';

/** How files begin that are no text. */
const BEGINNINGS: readonly (Unread & { begins: string | readonly number[] })[] = [
	{
		begins: '%PDF',
		what: 'a PDF',
		advice:
			'Copy the table out of it and paste the rows here, or ask for the spreadsheet behind it.'
	},
	{
		begins: [0x1f, 0x8b],
		what: 'a packed file (gzip)',
		advice: 'Unpack it, and bring the file inside.'
	},
	{ begins: 'SQLite format 3', what: 'a database (GeoPackage or SQLite)', advice: AS_PLACES },
	{ begins: 'PAR1', what: 'a Parquet file', advice: 'Save it as CSV, and bring that.' },
	{ begins: 'fgb', what: 'a FlatGeobuf', advice: AS_PLACES },
	{
		begins: 'Rar!',
		what: 'a packed file (RAR)',
		advice: 'Unpack it, and bring the file inside.'
	},
	{
		begins: [0x37, 0x7a, 0xbc, 0xaf],
		what: 'a packed file (7z)',
		advice: 'Unpack it, and bring the file inside.'
	},
	{ begins: '@prefix', what: 'linked data (RDF)', advice: 'Ask for CSV, and bring that.' },
	{
		begins: '{\\rtf',
		what: 'a text document (RTF)',
		advice: 'Copy the table out of it and paste the rows here.'
	},
	{
		begins: [0, 0, 0x27, 0x0a],
		what: 'one part of a shapefile (.shp or .shx)',
		advice: 'Pack the files of one name together in a zip, .shp, .dbf and .prj, and bring that.'
	},
	{
		begins: 'BEGIN:VCARD',
		what: 'a book of contacts (vCard)',
		advice: 'Save the contacts as CSV in the program that made it, and bring that.'
	},
	{
		begins: 'BEGIN:VCALENDAR',
		what: 'a calendar (iCalendar)',
		advice: 'Ask for the list of places or sessions behind it as a spreadsheet or CSV.'
	},
	{
		begins: [0x89, 0x50, 0x4e, 0x47],
		what: 'a picture',
		advice: 'Ask for the list behind it as a spreadsheet or CSV.'
	},
	{
		begins: [0xff, 0xd8, 0xff],
		what: 'a picture',
		advice: 'Ask for the list behind it as a spreadsheet or CSV.'
	}
];

/** First bytes of tables of a shapefile (.dbf). */
const DBF = new Set([0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5]);

/** What a file is that is no text and not read; null where it may be text. */
export function nameOther(name: string, bytes: Uint8Array): ImportError | null {
	const found = BEGINNINGS.find(({ begins }) =>
		typeof begins === 'string'
			? [...begins].every((sign, i) => bytes[i] === sign.charCodeAt(0))
			: begins.every((byte, i) => bytes[i] === byte)
	);
	if (found)
		return new ImportError(`This file is not a table in text: it is ${found.what}.`, found.advice);
	if (endingOf(name) === 'dbf' && DBF.has(bytes[0] ?? 0)) {
		return new ImportError(
			'This is one part of a shapefile: its table (.dbf), without the shapes.',
			'Pack the files of one name together in a zip, .shp, .dbf and .prj, and bring that.'
		);
	}
	return null;
}

/** Outermost tags of XML that is not read. */
const XML: Readonly<Record<string, Unread>> = {
	workbook: { what: 'a spreadsheet in the XML of Excel 2003', advice: AS_TABLE },
	osm: {
		what: 'XML of OpenStreetMap',
		advice: 'Ask for GeoJSON, or for JSON with “out center”, and bring that.'
	},
	featurecollection: { what: 'GML', advice: 'Ask the service for GeoJSON, and bring that.' },
	rss: { what: 'a feed of news (RSS)', advice: AS_TABLE },
	feed: { what: 'a feed (Atom)', advice: AS_TABLE },
	svg: { what: 'a drawing (SVG)', advice: AS_TABLE }
};

/** Outermost tag of an OpenDocument file in one text. */
export const FLAT = 'document';
const isFlat = (text: string, root: string): boolean =>
	root === FLAT && text.slice(0, 20_000).includes('opendocument');
/** Whether what is packed together is an OpenDocument file. */
export const isOpenDocument = (parts: readonly string[]): boolean =>
	parts.includes('content.xml') &&
	(parts.includes('mimetype') || parts.includes('META-INF/manifest.xml'));

/** What a web page or XML is that is not read; null where it is read. */
export function nameXml(name: string, text: string, root: string): ImportError | null {
	if (root === 'kml' || root === 'gpx' || isFlat(text, root)) return null;
	const ending = endingOf(name);
	const isXml = /^<\?xml/i.test(text) && root !== 'html';
	const other = XML[root];
	if (other) return new ImportError(`This is ${other.what}, which is not read here.`, other.advice);
	if (isXml) {
		return new ImportError(
			`This is XML, but neither KML nor GPX: its outermost tag is “${root}”.`,
			'If it holds a list, turn it into CSV and bring that.'
		);
	}
	if (/^xls[xm]?$/.test(ending)) {
		return new ImportError(
			`This is a web page (HTML) named .${ending}, not a spreadsheet: some programs write tables that way.`,
			'Open it in a spreadsheet program, save it as .xlsx or CSV, and bring that.'
		);
	}
	return new ImportError(
		'This is a web page, not a table.',
		'The download may have led to a page that asks you to log in or agree. Fetch the file again.'
	);
}

/** What packed files hold that are not read. */
const PACKED: readonly (Unread & { holds: RegExp })[] = [
	{
		holds: /\.gdbtable$|\.gdb\//i,
		what: 'a file geodatabase of ArcGIS',
		advice: AS_PLACES
	},
	{
		holds: /^xl\/workbook\.bin$/i,
		what: 'a spreadsheet in Excel’s binary form (.xlsb)',
		advice: AS_TABLE
	},
	{
		holds: /^word\//i,
		what: 'a Word document',
		advice: 'Copy the table out of it and paste the rows here.'
	},
	{
		holds: /^ppt\//i,
		what: 'a presentation',
		advice: 'Copy the table out of it and paste the rows here.'
	},
	{
		holds: /^Index\/.*\.iwa$/,
		what: 'a spreadsheet of Apple’s Numbers',
		advice: 'Export it as .xlsx or CSV, and bring that.'
	},
	{ holds: /\.(gpkg|sqlite|mdb|accdb)$/i, what: 'a packed database', advice: AS_PLACES },
	{ holds: /\.(tab|mif)$/i, what: 'a layer of MapInfo', advice: AS_PLACES },
	{
		holds: /\.(qgs|qgd|mxd|aprx)$/i,
		what: 'a project of a mapping program, without its layers',
		advice: AS_PLACES
	},
	{ holds: /\.xml$/i, what: 'no spreadsheet: there are no sheets in it', advice: AS_TABLE }
];

/** What a packed file is in which nothing can be read. */
export function namePacked(parts: readonly string[]): ImportError {
	const found = PACKED.find(({ holds }) => parts.some((part) => holds.test(part)));
	if (found) return new ImportError(`This packed file is ${found.what}.`, found.advice);
	const endings = [...new Set(parts.map(endingOf).filter((ending) => ending !== ''))].slice(0, 4);
	return new ImportError(
		parts.length === 0
			? 'This packed file is empty, or damaged: nothing is found in it.'
			: `There is no table in this packed file${endings.length > 0 ? `, only ${formatList(endings.map((ending) => `.${visible(ending.slice(0, 10))}`))}` : ''}.`,
		'Bring a CSV file, a spreadsheet (.xlsx) or GeoJSON, packed or not.'
	);
}
