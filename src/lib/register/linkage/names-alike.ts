/** How alike two names are. */
import { distance as editDistance } from 'fastest-levenshtein';
import type { NameKey } from './name-key.ts';
import type { WEIGHTS } from './weights.ts';

export type NameLevel = keyof typeof WEIGHTS.name;

/** How alike two names are, by the words that tell places apart. */
export function nameLevel(a: NameKey, b: NameKey): NameLevel {
	if (a.key === b.key) return 'equal';
	const shared = sharedWords(a.own, b.own);
	const fewer = Math.min(a.own.length, b.own.length);
	const more = Math.max(a.own.length, b.own.length);
	if (shared / more >= 0.75) return 'alike';
	if (shared === fewer) return 'within';
	return shared / fewer >= 0.5 ? 'partly' : 'different';
}

/** Words that two names share, a letter more, less or other in a long word forgiven. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
	const rest = new Set(b);
	let shared = 0;
	for (const word of a) {
		const found = rest.has(word) ? word : [...rest].find((other) => nearlySame(word, other));
		if (found === undefined) continue;
		rest.delete(found);
		shared++;
	}
	return shared;
}

function nearlySame(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < 5 || long.length - short.length > 1 || /\d/.test(a + b)) return false;
	return editDistance(a, b) <= 1;
}
