/** The shape of a question to the command line. */
import type { Option } from 'commander';
import type { Example } from '../lib/command-line.ts';
import type { OpenRegion } from './region-parts.ts';

/** What was typed, by the names of options as the library writes them: `timeLimit` for `--time-limit`. */
export type Given = Readonly<Record<string, string | true | undefined>>;

export interface Command {
	/** The first argument. */
	name: string;
	/** What it answers, in a sentence of the help. */
	about: string;
	/** What stands behind `npm run -s analyse --`. */
	examples: readonly Example[];
	options: readonly Option[];
	/**
	 * From the options to the text to print. Throws an Error of one line where an option or a file
	 * can't be read; about a file, it names file, row and column. Regions are opened with `open`.
	 */
	run: (given: Given, open: OpenRegion) => Promise<string>;
}
