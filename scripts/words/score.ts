/** How easily sentences are read: Flesch reading ease, and the words of a sentence. */
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { wordsOf } from './running-text.ts';

/** @property ease Flesch reading ease: 60 is plain English, 75 easy. @property words of a sentence, on average. */
export interface Score {
	sentences: number;
	ease: number;
	words: number;
}

/** The score of sentences taken together. Nothing to read is easy. */
export function scoreOf(sentences: readonly string[]): Score {
	const words = sentences.flatMap(wordsOf);
	if (words.length === 0) return { sentences: 0, ease: 100, words: 0 };
	return {
		sentences: sentences.length,
		ease: flesch({
			sentence: sentences.length,
			word: words.length,
			syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
		}),
		words: words.length / sentences.length
	};
}
