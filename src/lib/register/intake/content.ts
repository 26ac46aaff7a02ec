/** What every format is given to read. */
import type { Room } from './archive.ts';
import type { ImportTable } from './table.ts';

/** What a file holds, as far as every format can use it. */
export interface Content {
	name: string;
	bytes: Uint8Array;
	/** Its text; null where it is none. */
	text: string | null;
	/** Its value where it is JSON, or the values of its lines; else undefined. */
	json: unknown;
	/** Names of what is packed in it; null where it is no packed file. */
	parts: readonly string[] | null;
	/** Name of the outermost tag where it is XML, without a prefix; else null. */
	root: string | null;
}

export interface ParseOptions {
	/**
	 * Sheet to read, by its place among those that hold something: two may have one name. The place
	 * after the last is all sheets of one shape together. Else what looks most like a list of places.
	 */
	sheet?: number;
	/** ISO day, for what has ended by then. */
	today?: string;
	/** What may still be unpacked, where files are packed in one. */
	room?: Room;
	/** Its parts were chosen together and never packed by anybody: see together.ts. */
	loose?: boolean;
	/** Reads a file that is packed in another; not there inside one. */
	read?: (file: { name: string; bytes: Uint8Array }) => Promise<ImportTable>;
}
