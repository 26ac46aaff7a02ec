/** What every column of a document's tables holds, as a table of its own: the dictionary of its data. */
import { capitalise } from '../text/format.ts';
import { columnsOf, type Cell, type Document, type Table } from './document.ts';

/** Name of a table: its own, or that of the document. */
export const titleOfTable = ({ title }: Pick<Document, 'title'>, table: Table): string =>
	table.title ?? title;

/** Of what kind the cells of a column are. */
export type CellKind = 'number' | 'text' | 'yes or no';

/** Of what kind those cells are that say something: text, unless all are of another one kind. */
export function kindOfColumn({ rows }: Table, column: number): CellKind {
	let kind: CellKind | null = null;
	for (const row of rows) {
		const cell = row[column];
		if (cell === null || cell === undefined || cell === '') continue;
		const own = kindOf(cell);
		if (kind !== null && kind !== own) return 'text';
		kind = own;
	}
	return kind ?? 'text';
}

const kindOf = (cell: NonNullable<Cell>): CellKind =>
	typeof cell === 'number' ? 'number' : typeof cell === 'boolean' ? 'yes or no' : 'text';

/** The same as programs name it: numbers without fractions are integers. */
export function dataTypeOf(
	table: Table,
	column: number
): 'string' | 'number' | 'integer' | 'boolean' {
	switch (kindOfColumn(table, column)) {
		case 'yes or no':
			return 'boolean';
		case 'number':
			return table.rows.every(
				({ [column]: cell }) => typeof cell !== 'number' || Number.isInteger(cell)
			)
				? 'integer'
				: 'number';
		case 'text':
			return 'string';
	}
}

/** Cells of a column that say nothing: what is missing is told apart from nought. */
export const missingIn = ({ rows }: Table, column: number): number =>
	rows.filter((row) => row[column] === null || row[column] === undefined || row[column] === '')
		.length;

/** A row a column of every table. */
export function dictionaryOf(document: Document): Table {
	return {
		title: 'Data dictionary',
		notes: ['What each column of the tables holds.'],
		columns: columnsOf(['Table', 'Column', 'What it holds', 'Unit', 'Kind', 'Empty cells']),
		rows: document.tables.flatMap((table) =>
			table.columns.map(({ label, about, unit }, at): Cell[] => [
				titleOfTable(document, table),
				label,
				about ?? 'As the heading says',
				unit ?? 'None',
				capitalise(kindOfColumn(table, at)),
				missingIn(table, at)
			])
		)
	};
}
