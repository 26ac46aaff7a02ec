/** What an opened map of gaps says of its answer. */
export interface LiveAnswer {
	sentences: readonly string[];
	/** Where the figures are from, in a line a source. */
	sources: readonly string[];
}
