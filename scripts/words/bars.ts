/** How easily each page must be read. An alarm, not a goal: where it rings, look at the sentences. */
import type { Score } from './score.ts';

/** Flesch reading ease that every page has at least. */
const EASE = 60;
/** The same for pages that residents read. */
const PUBLIC_EASE = 75;
/** Words of a sentence, on average, at most. */
const WORDS = 15;

const PUBLIC: readonly string[] = ['/', '/privacy/', '/accessibility/'];

/** A page that does not meet a bar yet: what it must keep meanwhile, and why. */
export interface StillUnder {
	ease?: number;
	words?: number;
	why: string;
}

/** The map page, whose rows are on a page of their own. */
const MAP: StillUnder = {
	ease: 57,
	words: 16.5,
	why: 'findings and notes name Core20, the index and its source, and little else is on the page to read'
};

/** Pages by the end of their address; home by all of it. */
export const STILL_UNDER: Readonly<Record<string, StillUnder>> = {
	'/': { ease: 70, why: 'so few sentences that one long word shows; a hair below the bar' },
	'/norfolk-and-waveney/': { ...MAP },
	'/norfolk-and-suffolk/': { ...MAP },
	'/bath-swindon-and-wiltshire/': { ...MAP },
	'/gaps/': {
		words: 19,
		why: 'evidence names kind, distance, people and estimate in one sentence, so that it stands alone'
	},
	'/siting/': {
		words: 18,
		why: 'a headline names whom, when, where and estimate in one sentence, so that it stands alone'
	}
};

/** What a page must keep: at least so much ease, at most so many words a sentence. */
export function barOf(page: string): { ease: number; words: number } {
	const { ease, words } = stillUnder(page) ?? {};
	return {
		ease: ease ?? (PUBLIC.includes(page) ? PUBLIC_EASE : EASE),
		words: words ?? WORDS
	};
}

/** Why a page is under a bar; undefined where it is not. */
export const stillUnder = (page: string): StillUnder | undefined =>
	Object.entries(STILL_UNDER).find(([end]) =>
		end === '/' ? page === end : page.endsWith(end)
	)?.[1];

/** Whether a page keeps what it must. */
export function isEasy(page: string, { ease, words }: Score): boolean {
	const bar = barOf(page);
	return ease >= bar.ease && words <= bar.words;
}
