/** What every format is given to read. */

/** What a file holds, as far as every format can use it. */
export interface Content {
	name: string;
	bytes: Uint8Array;
	/** Its text; null where it is none. */
	text: string | null;
	/** Its value where it is JSON, else undefined. */
	json: unknown;
}

export interface ParseOptions {
	/**
	 * Sheet to read, by its place among those that hold something: two may have one name. Else
	 * the one that looks most like a list of places.
	 */
	sheet?: number;
}
