/**
 * What a file may hold. The limits keep a browser responsive and a trap from filling its
 * memory; a register of a region is far below them.
 */
const MB = 1_000_000;

export const LIMITS = {
	/** Bytes of a text file (CSV, JSON). */
	textBytes: 60 * MB,
	/** Bytes of a spreadsheet, as it is stored. */
	spreadsheetBytes: 25 * MB,
	/** Bytes of all sheets of a spreadsheet, unpacked. */
	unpackedBytes: 200 * MB,
	/** Parts in a spreadsheet's archive. */
	archiveParts: 2_000,
	sheets: 50,
	rows: 100_000,
	columns: 200,
	/** Characters of one cell. */
	cell: 20_000,
	/** Levels of nesting in JSON. */
	depth: 40
} as const;
