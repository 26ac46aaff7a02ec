/**
 * Searching areas and assets by name, forgivingly. Load this module when somebody begins to
 * search: the first visit does not need it.
 *
 * Every word must be found, as the beginning of a word of the entry. Only when that finds
 * nothing are spelling errors forgiven, so that a right word never finds a wrong place.
 */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Entry } from './entries.ts';
import { LONGEST_SOUGHT, wordsOf } from '../text/words.ts';

export interface ResultGroup {
	title: string;
	entries: Entry[];
	/** How many there are, of which the first are in `entries`. */
	total: number;
}

export interface SearchResults {
	groups: ResultGroup[];
	/** Entries shown, and entries found. */
	shown: number;
	total: number;
	/** Nothing was spelled like this; these are spelled alike. */
	guessed: boolean;
}

export type Search = (query: string) => SearchResults;

/** As many of each group are shown. */
export const GROUP_LIMIT = 5;

const OPTIONS: SearchOptions = {
	combineWith: 'AND',
	prefix: true,
	boost: { name: 4, code: 4, about: 1 }
};
const FORGIVING: SearchOptions = { ...OPTIONS, fuzzy: slipsAllowed };

/** None in short words and in numbers, one in words of up to five letters, two in longer ones. */
function slipsAllowed(word: string): number | false {
	if (word.length < 4 || /\d/.test(word)) return false;
	return word.length < 6 ? 1 : 2;
}

/** How well an entry answers a query: the lower the better. */
const MATCH = { whole: 0, beginning: 1, name: 2, about: 3 } as const;
type Match = (typeof MATCH)[keyof typeof MATCH];

/** Index entries. Some thousand take some ten milliseconds; a search takes a few. */
export function createSearch(entries: readonly Entry[]): Search {
	const index = new MiniSearch<{ id: number; name: string; code: string; about: string }>({
		fields: ['name', 'code', 'about'],
		tokenize: wordsOf,
		processTerm: (word) => word
	});
	index.addAll(entries.map(({ name, code, about }, id) => ({ id, name, code, about })));
	const words = entries.map(({ name }) => wordsOf(name));

	const rank = (results: SearchResult[], query: readonly string[]) =>
		results.flatMap(({ id, score }) => {
			const entry = entries[Number(id)];
			if (!entry) return [];
			const match = matchOf(words[Number(id)] ?? [], entry.code.toLowerCase(), query);
			return [{ entry, score, match }];
		});

	return (query) => {
		const typed = wordsOf(query.slice(0, LONGEST_SOUGHT));
		if (typed.length === 0) return { groups: [], shown: 0, total: 0, guessed: false };
		const text = typed.join(' ');
		const exact = index.search(text, OPTIONS);
		const guessed = exact.length === 0;
		const ranked = rank(guessed ? index.search(text, FORGIVING) : exact, typed).sort(
			(a, b) =>
				a.match - b.match ||
				b.score - a.score ||
				a.entry.order - b.entry.order ||
				compare(a.entry.name, b.entry.name)
		);
		return { ...grouped(ranked), guessed: guessed && ranked.length > 0 };
	};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function matchOf(name: readonly string[], code: string, query: readonly string[]): Match {
	const whole = query.join(' ');
	const text = name.join(' ');
	if (text === whole || code === whole) return MATCH.whole;
	if (text.startsWith(whole)) return MATCH.beginning;
	const inName = query.every((word) => name.some((other) => other.startsWith(word)));
	return inName ? MATCH.name : MATCH.about;
}

/** A venue called "Norwich" does not stand before the districts whose names begin so. */
const tier = (match: Match) => Math.max(match, MATCH.beginning);

/** Results by group; a group stands where its best result does. */
function grouped(
	ranked: readonly { entry: Entry; match: Match }[]
): Pick<SearchResults, 'groups' | 'shown' | 'total'> {
	const found = new Map<string, { best: Match; order: number; entries: Entry[] }>();
	for (const { entry, match } of ranked) {
		const group = found.get(entry.group);
		if (group) group.entries.push(entry);
		else found.set(entry.group, { best: match, order: entry.order, entries: [entry] });
	}
	const groups = [...found]
		.sort(([, a], [, b]) => tier(a.best) - tier(b.best) || a.order - b.order)
		.map(([title, { entries }]) => ({
			title,
			entries: entries.slice(0, GROUP_LIMIT),
			total: entries.length
		}));
	return {
		groups,
		shown: groups.reduce((sum, { entries }) => sum + entries.length, 0),
		total: ranked.length
	};
}
