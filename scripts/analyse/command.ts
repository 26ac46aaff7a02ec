/** The shape of a question to the command line. */
import type { OpenRegion } from './region-parts.ts';

export interface Command {
	/** The first argument. */
	name: string;
	/**
	 * From the other arguments to the text to print. Throws an Error of one line where the
	 * arguments or a file can't be read; about a file, it names file, row and column. Regions
	 * are opened with `open`.
	 */
	run: (args: readonly string[], open: OpenRegion) => Promise<string>;
}
