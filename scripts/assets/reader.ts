/** The shape of every reader of a publisher's files, and how a file tells which reader it is for. */
import type { Dataset } from '../../src/lib/catalogue/catalogue.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import type { Input } from './input.ts';
import type { Lookups } from './lookups.ts';
import type { JsonRows, Layout, Row } from './rows.ts';
import type { isSensitive } from '../../src/lib/register/sensitive.ts';

/** What is seen of a file before it is read. */
export interface Head {
	/** Name of the table's own file, in small letters. */
	member: string;
	kind: 'csv' | 'tsv' | 'json' | 'xlsx';
	/** Cells of the first line; names of the first object of JSON; names of a workbook's sheets. */
	names: readonly string[];
	/** Where rows of JSON are; null for other kinds. */
	rows: JsonRows | null;
}

/** What of a catalogue entry the reader knows; copies and the table are filled in. */
export type EntryText = Pick<
	Dataset,
	'id' | 'title' | 'publisher' | 'official' | 'licence' | 'attribution' | 'geography' | 'coverage'
> &
	Pick<Dataset, 'survey'> & {
		period: string;
		done: string[];
		defects: string[];
		derivedFrom?: string[];
	};

/** One table that came out of the files, with its entry. */
export interface Made {
	folder: 'assets' | 'tables';
	entry: EntryText;
	/** When the source was as it is here. */
	collected: string;
	table: Table;
	/** Earlier copies whose rows are still in the table. */
	keepCopies?: boolean;
}

export interface ReadContext {
	/** Is there a file with this table of the reader's? */
	has(table: string): boolean;
	/** Rows of one of the reader's tables, from all files that hold it. */
	rows(table: string): AsyncGenerator<Row>;
	/** The date asked for or in the file's name; null where neither says. */
	collected: string | null;
	lookups: Lookups;
	sensitive: typeof isSensitive;
	/** A line for the one who runs it: what was left out and why. */
	say(line: string): void;
	/** Set for feeds: who publishes, under which licence, as which dataset. */
	feed?: { dataset: string; publisher: string; licence: Dataset['licence']; url: string };
}

export interface AssetReader {
	/** For `--as`. */
	id: string;
	/** What it reads, in words, with the publisher. */
	title: string;
	/** Which of the reader's tables a file is, or null. */
	recognise(head: Head): string | null;
	/** How one of its tables is laid out in a file. */
	layout(table: string, head: Head): Layout;
	/** The table without which there is nothing to do. */
	main: string;
	read(context: ReadContext): Promise<Made[]>;
}

/** A file, seen. */
export interface Seen {
	input: Input;
	head: Head;
}

/** What the entry in the catalogue says of a list by whose it is. */
export const feedEntry = (
	{ dataset, publisher, licence, url }: NonNullable<ReadContext['feed']>,
	what: 'Places' | 'Services'
) => ({
	id: dataset,
	title: `${what} listed by ${publisher}`,
	publisher,
	official: url,
	licence,
	attribution: `${what}: ${publisher}`,
	geography: 'points'
});
