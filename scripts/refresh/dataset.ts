/** The shape every dataset reader of `datasets/` has. */
import type { Dataset } from '../../src/lib/catalogue/catalogue.ts';
import type { Table } from '../lib/table.ts';
import type { SourceFile } from './source-file.ts';

/** What a reader may use: the files its catalogue entry names, and tables read before it. */
export interface ReadContext {
	entry: Dataset;
	/** The n-th copy that the entry names (default the first). */
	source(copy?: number): SourceFile;
	/** A table another reader of `after` has made in this run. */
	table(datasetId: string): Table;
}

/** Files to be written, by path below `geodata/`: a table, or text (TopoJSON). */
export type Output = { path: string; table: Table } | { path: string; text: string };

export interface DatasetReader {
	/** Id of the catalogue entry; the file is named for it. */
	id: string;
	/** Datasets that must be read before. */
	after?: readonly string[];
	/**
	 * Read, check, rename. Throws a SourceError where the input is not what the entry
	 * says; never guesses. The first output is the one the catalogue names.
	 */
	read(context: ReadContext): Output[];
}
