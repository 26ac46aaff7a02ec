/**
 * What a file may hold. The limits keep a browser responsive and a trap from filling its
 * memory; a register of a region is far below them. Each is looked at before whatever it
 * bounds is made: a file says how large it is in few bytes.
 */
const MB = 1_000_000;

export const LIMITS = {
	/** Bytes of a text file (CSV, JSON). */
	textBytes: 60 * MB,
	/** Bytes of a spreadsheet, as it is stored. */
	spreadsheetBytes: 25 * MB,
	/** Bytes of a spreadsheet of before 2007, whose cells take a few bytes each. */
	oldSpreadsheetBytes: 12 * MB,
	/** Bytes of all that is read of an archive, unpacked. */
	unpackedBytes: 200 * MB,
	/** Parts in an archive. */
	archiveParts: 2_000,
	/** Tables that are read of one archive. */
	archiveTables: 50,
	/** Steps from row to row where tables name each other's. */
	links: 10_000_000,
	sheets: 50,
	rows: 100_000,
	columns: 200,
	/** Cells in all: rows times columns, of all sheets together. A million of a spreadsheet take some seconds. */
	cells: 2_000_000,
	/** Characters of one cell. */
	cell: 20_000,
	/** Characters of all cells: few texts can stand in many. */
	characters: 120 * MB,
	/** Characters of a heading, where it is shown. */
	heading: 200,
	/** Lines of a text file; a cell may hold several, and rows may be empty. */
	lines: 5_000_000,
	/** Signs between cells in one line: most of them may stand inside a text. */
	lineCells: 100_000,
	/** Quotation marks in a text file; two a cell, and more inside. */
	quotes: 12_000_000,
	/** Levels of nesting in JSON. */
	depth: 40,
	/** Values in JSON: a coordinate is one. */
	values: 10_000_000,
	/** Different names of members in JSON: those of a list of as many rows, each under a name of its own. */
	names: 150_000,
	/** Positions of a line or an area that a point is looked for on. */
	positions: 100_000,
	/** Parts of one shape: which of them are holes is found by looking at each pair. */
	shapeParts: 5_000,
	/** Such pairs of parts in all shapes of a file. */
	partPairs: 50_000_000,
	/** Tags of a map's file (KML, GPX), of which a document is made, and characters between two. */
	mapTags: 300_000,
	mapToken: 20 * MB,

	/** Rows of one sheet: no program has more. */
	sheetRows: 1_048_576,
	/** Rows of all sheets, empty ones between and below the others too. */
	allRows: 4 * 1_048_576,
	/** Different texts in a spreadsheet. */
	strings: 2_000_000,
	/** Looks of cells, and ways to write numbers. */
	styles: 100_000,
	numberFormats: 5_000,
	/** Characters of a way to write numbers, with its tag. */
	numberFormat: 1_000,
	/** Characters between two tags of a spreadsheet, and of a tag. */
	token: 1_000_000,
	/** Tags of one part of a spreadsheet: three a cell, and more than these. */
	tags: 12 * MB,
	/** Attributes of a tag, and tags that have many: what reads one looks through all before it. */
	attributes: 64,
	wideTags: 10_000,
	/** Levels of nesting in a spreadsheet's parts. */
	xmlDepth: 64
} as const;
