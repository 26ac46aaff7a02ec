/**
 * What a tab holds for itself belongs to a generation: a random name that all tabs of the site
 * share. To forget everything ends it. A tab that was elsewhere then, where nothing could tell
 * it, finds on its return that what it holds is of a generation that is no more.
 */
export const GENERATION_KEY = 'asset-gap-map/generation';

/** The generation that is; null where none has begun since everything was forgotten, or nothing may be kept. */
export function generation(): string | null {
	try {
		return localStorage.getItem(GENERATION_KEY);
	} catch {
		return null;
	}
}

/** The generation that is, begun where there was none; null where the browser keeps nothing. */
export function beginGeneration(): string | null {
	const now = generation();
	if (now !== null) return now;
	try {
		localStorage.setItem(GENERATION_KEY, randomName());
	} catch {
		// Storage may be full or forbidden.
	}
	return generation();
}

/** A name that nobody can guess. */
export const randomName = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-');
