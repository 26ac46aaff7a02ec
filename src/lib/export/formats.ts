/**
 * The formats that files to take away have. A new one is a writer in this folder and an entry here:
 * the dialog “Share or download” offers it of all that has what it needs.
 */
import type { Document } from '../document/document.ts';
import { writable } from '../document/writable.ts';
import type { SheetId } from './sheets.ts';
import type { Content, Making, Writer } from './making.ts';

export type { Content, Making, Writer };

/** What a document can have in it, and a format may need. */
export type Trait =
	/** Rows under headings. */
	| 'table'
	/** The place or shape of each row. */
	| 'shapes'
	/** Words, and tables short enough to be read on paper. */
	| 'paper'
	/** What the map draws. */
	| 'picture'
	/** Enough for slides. */
	| 'slides';

/** Under which heading the dialog lists a format, in this order. */
export const USES = {
	paper: 'To put before people',
	picture: 'As a picture',
	table: 'The figures',
	map: 'For a mapping program'
} as const;

export interface Format {
	/** What the button says. */
	name: string;
	/** What it is good for, in a phrase that begins small. */
	goodFor: string;
	use: keyof typeof USES;
	/** Media type. */
	type: string;
	/** The ending of its files, without the dot. */
	extension: string;
	/** What the names of its files end with before that, where others have the same ending. */
	suffix?: string;
	needs: Trait;
	/** Whether it holds several tables; a format that doesn't has the first. */
	manyTables?: true;
	/** Fetches the writer. */
	writer: () => Promise<Writer>;
	/** Whether writing it would hold a page up. */
	isHeavy?: true;
	/** Whether its writer is small enough to be fetched before anybody asks, for use without a connection. */
	isSmall?: true;
	/** About how large the file is, in bytes a row; told where a file may be large. */
	bytesARow?: number;
	/** What to offer where it cannot be made; none where it is the plainest itself. */
	next?: string;
}

/** A picture as an image on a sheet. */
const png = (sheet: SheetId) => ({
	use: 'picture' as const,
	type: 'image/png',
	extension: 'png',
	needs: 'picture' as const,
	next: 'svg',
	writer: async (): Promise<Writer> => {
		const { toPng } = await import('./png.ts');
		return (document, making) => toPng(document, sheet, making);
	}
});

export const FORMATS = {
	docx: {
		name: 'Word',
		goodFor: 'a paper with headings, tables, sources, and columns for actions',
		use: 'paper',
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		extension: 'docx',
		needs: 'paper',
		next: 'xlsx',
		writer: async () => (await import('./docx.ts')).toDocx
	},
	pptx: {
		name: 'PowerPoint',
		goodFor: 'slides with text, tables, and the map as shapes that can be edited',
		use: 'paper',
		type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		extension: 'pptx',
		needs: 'slides',
		next: 'png-wide',
		writer: async () => (await import('./pptx.ts')).toPptx
	},
	'pptx-images': {
		name: 'PowerPoint with images',
		goodFor: 'the same slides with each map as an image, where nobody will edit it',
		use: 'paper',
		type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		extension: 'pptx',
		suffix: '-images',
		needs: 'slides',
		next: 'pptx',
		writer: async () => (await import('./pptx-images.ts')).toPptxWithImages
	},
	'png-wide': {
		...png('wide'),
		name: 'Picture, wide',
		goodFor: 'PNG, 16:9, for a slide or a screen',
		suffix: '-wide'
	},
	'png-square': {
		...png('square'),
		name: 'Picture, square',
		goodFor: 'PNG, 1:1, for a post or a message',
		suffix: '-square'
	},
	'png-a4': {
		...png('a4'),
		name: 'Picture, A4',
		goodFor: 'PNG at 300 dots to an inch, for print',
		suffix: '-a4'
	},
	svg: {
		name: 'SVG',
		goodFor: 'a drawing that stays sharp in any size and can be edited',
		use: 'picture',
		type: 'image/svg+xml',
		extension: 'svg',
		needs: 'picture',
		writer: async () => {
			const [{ toSvg }, { SHEETS }] = await Promise.all([
				import('./svg.ts'),
				import('./sheets.ts')
			]);
			return (document) => toSvg(document, SHEETS.wide);
		}
	},
	'alt-text': {
		name: 'Picture in words',
		goodFor: 'a text to put beside it, for those who do not see it',
		use: 'picture',
		type: 'text/plain;charset=utf-8',
		extension: 'txt',
		needs: 'picture',
		writer: async () => (await import('./alt-text.ts')).toAltText
	},
	citation: {
		name: 'Citation',
		goodFor: 'title, owner, dates of the data and the link, for a list of references',
		use: 'paper',
		type: 'text/plain;charset=utf-8',
		extension: 'txt',
		suffix: '-citation',
		needs: 'paper',
		writer: async () => (await import('./citation.ts')).toCitation
	},
	xlsx: {
		name: 'Excel',
		goodFor: 'every row, with a cover, notes and what each column holds',
		use: 'table',
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		extension: 'xlsx',
		needs: 'table',
		manyTables: true,
		isHeavy: true,
		next: 'csv',
		writer: async () => (await import('./xlsx.ts')).toXlsx
	},
	csv: {
		name: 'CSV',
		goodFor: 'opens in any spreadsheet or program; headings in the first line',
		use: 'table',
		type: 'text/csv;charset=utf-8',
		extension: 'csv',
		needs: 'table',
		isSmall: true,
		writer: async () => {
			const { toCsv } = await import('./csv.ts');
			return (document) => toCsv(document);
		}
	},
	csvw: {
		name: 'CSV with notes (ZIP)',
		goodFor: 'every table as CSV, what each column holds, and where it is from',
		use: 'table',
		type: 'application/zip',
		extension: 'zip',
		needs: 'table',
		manyTables: true,
		next: 'csv',
		writer: async () => (await import('./csv-package.ts')).toCsvPackage
	},
	gpkg: {
		name: 'GeoPackage',
		goodFor: 'opens in QGIS and ArcGIS, each table a layer, with notes inside',
		use: 'map',
		type: 'application/geopackage+sqlite3',
		extension: 'gpkg',
		needs: 'shapes',
		manyTables: true,
		isHeavy: true,
		next: 'geojson',
		writer: async () => {
			const [{ geoPackageWriter }, { default: initSqlJs }] = await Promise.all([
				import('./gpkg.ts'),
				import('sql.js')
			]);
			return geoPackageWriter(await initSqlJs());
		}
	},
	geojson: {
		name: 'GeoJSON',
		goodFor: 'opens in QGIS, R and Python, and on web maps',
		use: 'map',
		type: 'application/geo+json',
		extension: 'geojson',
		needs: 'shapes',
		isSmall: true,
		next: 'csv',
		writer: async () => {
			const { toGeoJson } = await import('./geojson.ts');
			return (document) => toGeoJson(document);
		}
	}
} as const satisfies Readonly<Record<string, Format>>;

/** A format by its name in this list. */
export type FormatId = keyof typeof FORMATS;

/** Formats as what they have in common. */
export const formatOf = (id: FormatId): Format => FORMATS[id];
export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];

/** A file that a reader can have. */
export interface OfferedFile {
	format: FormatId;
	/** Name of the file, without the ending. */
	name: string;
	/** What the button says. */
	label: string;
	/** What it says besides to those who only hear it. */
	about?: string;
	/** What it is good for, where it is another thing than its format says. */
	goodFor?: string;
	/** Makes it, by code that is fetched only then; null while what it takes is on its way. */
	make: ((making: Making) => Promise<Content>) | null;
	/** Rows in it, where that says how large it is. */
	rows?: number;
}

/** Something to take away, in the formats there are of it. */
export interface Offer {
	id: string;
	/** What it is; null where the buttons say it. */
	title: string | null;
	files: readonly OfferedFile[];
	/**
	 * Fetches the code that makes the small files. Pages at rest do: one that was opened once gives
	 * them without a connection, too.
	 */
	code: () => Promise<unknown>;
}

/** A document to take away, and what is known of it before it is made. */
export interface Offered {
	/** Name of its files, without the ending. */
	name: string;
	/** What it is, for those who only hear the buttons. */
	about: string;
	has: readonly Trait[];
	/** Makes it; null while what it takes is on its way. */
	document: ((format: FormatId) => Promise<Document>) | null;
	/** What of it has to come yet, though the document can be made. */
	waitsFor?: readonly Trait[];
	/** Rows of its tables. */
	rows?: number;
	/** The name of a format on its button, where another is better. */
	label?: (format: Format) => string;
}

/** The files that can be had of a document: one in each format that it has enough for. */
export const filesOf = ({
	name,
	about,
	has,
	document,
	waitsFor = [],
	rows,
	label = (format) => format.name
}: Offered): OfferedFile[] =>
	FORMAT_IDS.filter((id) => has.includes(FORMATS[id].needs)).map((id) => {
		const format = formatOf(id);
		return {
			format: id,
			name: `${name}${format.suffix ?? ''}`,
			label: label(format),
			about,
			...(rows !== undefined && { rows }),
			make:
				document && !waitsFor.includes(format.needs)
					? async (making) => {
							if (format.isHeavy && making.apart)
								return making.apart(id, writable(await document(id)), making);
							const [write, made] = await Promise.all([format.writer(), document(id)]);
							making.signal.throwIfAborted();
							return write(writable(made), making);
						}
					: null
		};
	});

/** Fetches the writers of the small formats that some files are of. */
export const smallWriters = (files: readonly OfferedFile[]): Promise<unknown> =>
	Promise.all(
		files.flatMap(({ format }) => (formatOf(format).isSmall ? [formatOf(format).writer()] : []))
	);
