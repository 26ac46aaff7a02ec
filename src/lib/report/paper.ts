/** What every board paper ends with, and how long tables are made fit to be read. */
import { columnsOf, type Table } from '../document/document.ts';
import { MOST_ON_SLIDES } from '../document/slides.ts';
import { formatCount } from '../text/format.ts';

/** Rows that people are given to write in. */
const ACTIONS = 5;
/** Rows of a table that somebody reads in a meeting. */
export const MOST_ROWS = 20;

/** A table without a word of ours: what is to be done is for the meeting to say. */
export function actionsTable(): Table {
	const columns = ['Action', 'Owner', 'By when', 'Measure', 'Review'];
	return {
		title: 'Actions',
		notes: ['For the meeting to fill in. Nothing here is a recommendation of this site.'],
		columns: columnsOf(columns),
		rows: Array.from({ length: ACTIONS }, () => columns.map(() => '')),
		toFill: true
	};
}

/** The first rows of a table, and a sentence that says where the others are. */
export function firstRows(table: Table, most = MOST_ROWS): Table {
	const left = table.rows.length - most;
	if (left <= 0) return table;
	return {
		...table,
		...(table.rows.length <= MOST_ON_SLIDES && { whole: table }),
		rows: table.rows.slice(0, most),
		notes: [
			...(table.notes ?? []),
			`These are the first ${formatCount(most)} of ${formatCount(table.rows.length)} rows. All of them are in the Excel file of the same page.`
		]
	};
}
