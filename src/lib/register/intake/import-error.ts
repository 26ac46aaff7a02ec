/**
 * Why a file could not be brought, in words for the reader: what is wrong and what to do.
 * Parsers throw nothing else.
 */
export class ImportError extends Error {
	/** What the reader can do about it. */
	readonly advice: string;

	constructor(problem: string, advice: string) {
		super(problem);
		this.name = 'ImportError';
		this.advice = advice;
	}
}
