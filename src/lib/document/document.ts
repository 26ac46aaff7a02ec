/**
 * What a page or the build says, as data: every file to take away is a document handed to the
 * writer of a format (`src/lib/export`). Whoever knows the matter makes the document; a writer knows
 * its format and nothing of the matter.
 */
import type { Geometry } from 'geojson';
import { LICENCES } from '../catalogue/licences.ts';
import type { NamedSource } from '../catalogue/notes.ts';
import type { Picture } from './picture.ts';

/**
 * What stands in a cell; null is nothing known. With undefined there is nothing to say of the row
 * under this column, and formats that need no cell have none.
 */
export type Cell = string | number | boolean | null | undefined;

export interface Column {
	/** The heading, which is also the name of the property in formats that have those. */
	label: string;
	/** What it holds, spelled out; null or absent where the heading says it. */
	about?: string | null;
	/** The unit of its numbers, where they have one. */
	unit?: string;
	/** Whether it says where a row is: formats that hold the place itself need no such column. */
	isPlace?: true;
	/** Its cells are figures in words, which stand at the end of a cell as numbers do. */
	isFigure?: true;
	/** How its cells stand in a format that has text and numbers alone, if not as usual. */
	inText?: (cell: Cell) => Cell;
}

export interface Table {
	/** What it is a table of; that of the document where it doesn't say. */
	title?: string;
	/** How to read this table alone. */
	notes?: readonly string[];
	/** Its empty cells are for people to write in. */
	toFill?: true;
	columns: readonly Column[];
	/** The cells of each row in the order of the columns. */
	rows: readonly (readonly Cell[])[];
	/** The table that this one has the first rows of, where slides have room for all of them. */
	whole?: Table;
	/** Identifiers of the rows, for formats in which a row has one. */
	ids?: readonly string[];
	/** Where a row is; null where nobody knows. It is asked once, by formats that hold places. */
	geometry?: (row: number) => Geometry | null;
}

/** A dataset that something was made of, and on which terms it may be used where they are told. */
export interface Source extends Omit<NamedSource, 'id'> {
	terms?: {
		/** Address of the official publication. */
		official: string;
		licence: { name: string; url: string | null };
		attribution: string;
	};
}

/** What one slide says. */
export interface Slide {
	title: string;
	/** What it says, a paragraph each. */
	sentences: readonly string[];
	/** Lists under headings, after that. */
	lists?: readonly { heading: string; items: readonly string[] }[];
	picture?: Picture;
	/** Short enough to be read from the back of a room. */
	table?: Table;
	bars?: Bars;
	/** For those who speak to it: how to read it. */
	notes: readonly string[];
	sources: readonly Source[];
}

/** Amounts side by side, a bar each. */
export interface Bars {
	title: string;
	rows: readonly Bar[];
	/** What stands below: what the bars begin at, and what the lines over them are. */
	note: string | null;
	/** Where the bars begin; what lies below is not drawn. */
	from: number;
}

export interface Bar {
	label: string;
	/** Null has no bar; its text says why. */
	value: number | null;
	text: string;
	/** The ends of its interval, where it has one. */
	interval?: readonly [lower: number, upper: number];
}

export interface Document {
	/** What it is, in words. */
	title: string;
	/** What is to be read first: a heading, the findings. */
	sentences: readonly string[];
	/** What was asked, where there was a question. */
	asked: readonly { label: string; value: string }[];
	sources: readonly Source[];
	/** How to read it, and what not to take it for. */
	notes: readonly string[];
	/** Who looks after what it lists, in a sentence; null where its tables say so (`withOwner`). */
	owner: string | null;
	/** Address of the view that it shows; null where it is no single view's. */
	address: string | null;
	/** The day on which it was made, in ISO, for files that are filed. */
	made?: string;
	tables: readonly Table[];
	/** What its map shows; absent where none was asked for. */
	picture?: Picture;
	/** What it says as slides, where they are others than its picture and tables. */
	slides?: readonly Slide[];
	/** What every row has to say where a file has room for the rows alone. */
	everyRow?: readonly { label: string; value: string }[];
}

/** A document of one table that says nothing of itself, unless `more` does. */
export const documentOf = (
	title: string,
	table: Table,
	more: Partial<Document> = {}
): Document => ({
	title,
	sentences: [],
	asked: [],
	sources: [],
	notes: [],
	owner: null,
	address: null,
	tables: [table],
	...more
});

/** Columns that are headings and nothing else. */
export const columnsOf = (labels: readonly string[]): Column[] =>
	labels.map((label) => ({ label }));

/** Heading of the column that says who looks after the rows. */
export const OWNER_COLUMN = 'looked_after_by';

/**
 * A table that says in a last column who looks after its rows: for files that programs and the
 * import read from the header on, which can have no lines before it.
 */
export const withOwner = (table: Table, owner: string): Table => ({
	...table,
	columns: [...table.columns, { label: OWNER_COLUMN }],
	rows: table.rows.map((row) => [...row, owner])
});

/**
 * The first table of a document by itself, for programs that read from the header on: where it is
 * from and who looks after it stand in columns of their own.
 */
export function tableAlone({ title, sources, owner, everyRow = [], tables }: Document): Document {
	const [table = { columns: [], rows: [] }] = tables;
	const from = sources.map(namedWithTerms).join('; ');
	const said = [...(from === '' ? [] : [{ label: 'Sources', value: from }]), ...everyRow];
	const alone: Table = {
		...table,
		columns: [...table.columns, ...columnsOf(said.map(({ label }) => label))],
		rows: table.rows.map((row) => [...row, ...said.map(({ value }) => value)])
	};
	return documentOf(title, owner === null ? alone : withOwner(alone, owner));
}

/** A source in a cell: what it is, of when, and on which terms. */
function namedWithTerms({ title, period, licence: id, terms }: Source): string {
	const licence = terms?.licence.name ?? (id ? LICENCES[id].name : null);
	return `${title} (${[period, licence].filter(Boolean).join('; ')})`;
}

/** The columns longitude and latitude under these headings. */
export const placeColumns = (longitude: string, latitude: string): Column[] => [
	{ label: longitude, isPlace: true },
	{ label: latitude, isPlace: true }
];

/** Where a dataset is from and what may be done with it, in a line. */
export function sourceWords({ title, publisher, period, licence: id, terms }: Source): string {
	const words = `${title}, ${publisher}; ${period}`;
	if (!terms) return id ? `${words}. Licence: ${LICENCES[id].name}` : words;
	const { official, licence, attribution } = terms;
	const { name, url } = licence;
	return `${words}. ${official} Licence: ${name}${url ? ` (${url})` : ''}. ${attribution}`;
}

/** The same as a line that says what it is. */
export const sourceLine = (source: Source): string => `Source: ${sourceWords(source)}`;

/** All that a document says besides its tables, in lines, for formats that have no place of their own for it. */
export const linesOf = ({
	sentences,
	asked,
	sources,
	notes,
	owner,
	address
}: Document): string[] => [
	...sentences,
	...asked.map(({ label, value }) => `${label}: ${value}`),
	...sources.map(sourceLine),
	...[...notes, ...(owner === null ? [] : [owner])].map((text) => `Note: ${text}`),
	...(address === null ? [] : [`Link: ${address}`])
];
