/** The shape every dataset reader of `datasets/` has. */
import type { Dataset } from '../../src/lib/catalogue/catalogue.ts';
import type { Cell, Table } from '../../src/lib/facts/table.ts';
import type { ColumnSpec, CsvTable, LeaveOut, SourceFile } from './source-file.ts';

/** What a reader may use: the files its catalogue entry names, and tables read before it. */
export interface ReadContext {
	entry: Dataset;
	/** The n-th copy that the entry names (default the first). */
	source(copy?: number): SourceFile;
	/** All files of the n-th copy where that is a folder (its path ends with "/"), by name. */
	folder(copy?: number): SourceFile[];
	/**
	 * Typed columns of the n-th copy, found by the names, number of rows and sums that the
	 * catalogue gives it. Throws a SourceError naming file, row and column.
	 */
	csv<Name extends string>(
		specs: Record<Name, ColumnSpec>,
		options?: { copy?: number; keep?: (row: Record<Name, Cell>) => boolean; without?: LeaveOut }
	): CsvTable<Name>;
	/** A table another reader of `after` has made, in this run or an earlier one. */
	table(datasetId: string): Table;
}

/** A file of boundaries: its path below `geodata/`, its text, its number of areas. */
export interface BoundaryFile {
	path: string;
	text: string;
	areas: number;
}

/** What a reader hands back: one table, or the files of one set of boundaries. */
export type Output = Table | BoundaryFile[];

export interface DatasetReader {
	/** Id of the catalogue entry; the file is named for it. */
	id: string;
	/** Where below `geodata/` a table goes: `tables` unless told otherwise. */
	folder?: 'tables' | 'assets';
	/** Datasets that must be read before. */
	after?: readonly string[];
	/**
	 * Read, check, rename. Throws a SourceError where the input is not what the entry
	 * says; never guesses.
	 */
	read(context: ReadContext): Output;
}
