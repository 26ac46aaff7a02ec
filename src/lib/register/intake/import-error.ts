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

/** A problem with what to do about it. */
export interface Explained {
	problem: string;
	advice: string;
}

/** What a browser calls it when a file went, or changed, since it was chosen. */
const GONE = /^(NotReadableError|NotFoundError|NotAllowedError)$/;

/** What is said of an error, whoever made it. The fault is only the file's where that is known. */
export function explained(error: unknown): Explained {
	if (error instanceof ImportError) return { problem: error.message, advice: error.advice };
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (GONE.test(name)) {
		return {
			problem: 'This file could not be opened.',
			advice: 'It may have been moved or changed since you chose it. Choose it again.'
		};
	}
	if (name === 'RangeError') {
		return {
			problem: 'This list needs more memory than this browser gives.',
			advice: 'Keep the rows of this region and the columns that matter, and bring those.'
		};
	}
	return {
		problem: 'Something went wrong here while this was read, and nothing of it was added.',
		advice:
			'The fault is ours and not your list’s. Reload the page and try again; if that does not help, save the list as CSV and bring that.'
	};
}

/**
 * What is loaded only when it is needed.
 *
 * @throws ImportError where it cannot be loaded, which is no fault of a list
 */
export async function loaded<T>(load: Promise<T>): Promise<T> {
	try {
		return await load;
	} catch {
		throw new ImportError(
			'What reads such files could not be loaded.',
			'Nothing is wrong with your file. Look whether you are online, and try again.'
		);
	}
}
