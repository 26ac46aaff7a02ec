/** How easily each page must be read. An alarm, not a goal: where it rings, look at the sentences. */
import type { Score } from './score.ts';

/** Flesch reading ease that every page has at least. */
const EASE = 60;
/** The same for pages that residents read. */
const PUBLIC_EASE = 75;
/** Words of a sentence, on average, at most. */
const WORDS = 15;

const PUBLIC: readonly string[] = ['/', '/privacy/', '/accessibility/'];

/** What a page must keep: at least so much ease, at most so many words a sentence. */
export const barOf = (page: string): { ease: number; words: number } => ({
	ease: PUBLIC.includes(page) ? PUBLIC_EASE : EASE,
	words: WORDS
});

/** Whether a page keeps what it must. */
export function isEasy(page: string, { ease, words }: Score): boolean {
	const bar = barOf(page);
	return ease >= bar.ease && words <= bar.words;
}
