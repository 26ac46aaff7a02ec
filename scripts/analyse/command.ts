/** The shape of a question to the command line. */
export interface Command {
	/** The first argument. */
	name: string;
	/**
	 * From the other arguments to the text to print. Throws an Error of one line where the
	 * arguments or a file can't be read; about a file, it names file, row and column.
	 */
	run: (args: readonly string[]) => Promise<string>;
}
