/** A document without functions, as it travels to a worker, and back. */
import type { Geometry } from 'geojson';
import type { Column, Document, Table } from './document.ts';

type DetachedTable = Omit<Table, 'geometry' | 'whole'> & {
	/** The place of each row, where the table has places. */
	shapes?: readonly (Geometry | null)[];
};
export type DetachedDocument = Omit<Document, 'tables' | 'picture'> & {
	tables: readonly DetachedTable[];
};

/** With every place worked out. What is said of columns in text alone, and the map, stay behind. */
export function detached(whole: Document): DetachedDocument {
	const document = { ...whole };
	delete document.picture;
	return {
		...document,
		tables: whole.tables.map(({ geometry, columns, ...table }) => {
			// Slides alone ask for it, and they are written where the map is.
			delete table.whole;
			return {
				...table,
				columns: columns.map(withoutFunctions),
				...(geometry && { shapes: table.rows.map((_, row) => geometry(row)) })
			};
		})
	};
}

function withoutFunctions(column: Column): Column {
	const plain = { ...column };
	delete plain.inText;
	return plain;
}

/** As it was. */
export const attached = (document: DetachedDocument): Document => ({
	...document,
	tables: document.tables.map(({ shapes, ...table }) => ({
		...table,
		...(shapes && { geometry: (row: number) => shapes[row] ?? null })
	}))
});
