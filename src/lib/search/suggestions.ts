/** What a search box offers and says: one place for postcodes and names. */
import type { PostcodeAnswer } from '../postcodes/answer.ts';
import type { PostcodeReading } from '../postcodes/postcode.ts';
import { capitalise, formatCount, formatList, formatQuantity } from '../text/format.ts';
import type { Entry, SearchAsset } from './entries.ts';
import type { SearchResults } from './search.ts';

/** A point to show, and the neighbourhood it is in; null where that isn't known. */
export interface FoundPlace {
	longitude: number;
	latitude: number;
	code: string | null;
	/** "NR31 6LA". */
	label: string;
	/** What found it: either is the reader's own, and stays out of the address. */
	by: 'postcode' | 'position';
}

export type Choice =
	| { kind: 'area'; code: string; name: string }
	| { kind: 'asset'; asset: SearchAsset }
	| { kind: 'layer'; id: string }
	/** A service of the whole area, which has no place. */
	| { kind: 'service'; id: string }
	| { kind: 'place'; place: FoundPlace }
	/** A place in another region, which opens on that region's map. */
	| { kind: 'elsewhere'; slug: string; place: FoundPlace }
	/** Another text to look up instead. */
	| { kind: 'retype'; text: string };

export interface Suggestion {
	choice: Choice;
	name: string;
	note: string;
}

export interface SuggestionGroup {
	title: string;
	items: Suggestion[];
	/** How many more there are than are listed. */
	more: number;
}

export interface Suggestions {
	groups: SuggestionGroup[];
	/** What is wrong, or what to do; null where the list says it all. */
	message: string | null;
	/** The same for those who hear it: how many there are, of what. */
	spoken: string;
}

export const NO_SUGGESTIONS: Suggestions = { groups: [], message: null, spoken: '' };

/** Suggestions for a whole postcode. */
export function suggestPlace(answer: PostcodeAnswer): Suggestions {
	if (!answer.found) return { groups: [], message: answer.problem, spoken: answer.problem };
	const { label, note, longitude, latitude, code } = answer;
	const item: Suggestion = {
		choice: { kind: 'place', place: { longitude, latitude, code, label, by: 'postcode' } },
		name: label,
		note
	};
	return {
		groups: [{ title: 'Postcode', items: [item], more: 0 }],
		message: null,
		spoken: `One postcode: ${label}, ${note}.`
	};
}

/** A postcode that is in another region of this site. */
export interface PlaceElsewhere {
	slug: string;
	/** The region's name. */
	name: string;
	place: FoundPlace;
}

/** Suggestions for a whole postcode of another region: one, which opens it there. */
export function suggestElsewhere({ slug, name, place }: PlaceElsewhere): Suggestions {
	const message = `${place.label} is in ${name}, on another map.`;
	const item: Suggestion = {
		choice: { kind: 'elsewhere', slug, place },
		name: `Open ${name}`,
		note: `with ${place.label} on its map`
	};
	return {
		groups: [{ title: 'Another map', items: [item], more: 0 }],
		message,
		spoken: `${message} One result: ${item.name}.`
	};
}

/**
 * Suggestions for anything else. What is wrong with a postcode is only said where it can be put
 * right or where nothing has such a name.
 */
export function suggestNames(
	query: string,
	reading: PostcodeReading,
	results: SearchResults,
	regionName: string
): Suggestions {
	const corrections =
		reading.kind === 'mistake'
			? reading.suggestions.map(({ text }): Suggestion => ({
					choice: { kind: 'retype', text },
					name: text,
					note: 'look up this postcode'
				}))
			: [];
	const groups = [
		...(corrections.length > 0 ? [{ title: 'Did you mean', items: corrections, more: 0 }] : []),
		...results.groups.map(({ title, entries, total }) => ({
			title,
			items: entries.map(suggestion),
			more: total - entries.length
		}))
	];
	const message = messageFor(query, reading, results, regionName);
	const count = results.shown + corrections.length;
	return {
		groups,
		message,
		spoken: [message, count > 0 ? counted(groups, count, results) : null]
			.filter((text) => text !== null)
			.join(' ')
	};
}

function messageFor(
	query: string,
	reading: PostcodeReading,
	results: SearchResults,
	regionName: string
): string | null {
	if (reading.kind === 'mistake' && (reading.suggestions.length > 0 || results.total === 0)) {
		return reading.problem;
	}
	if (results.total === 0) {
		if (reading.kind === 'beginning') return reading.problem;
		return `Nothing in ${regionName} is called “${query.trim()}”. Look at the spelling, or try a town, a district, a community, a postcode, the name of a venue, or what the map can show, such as births.`;
	}
	return results.guessed
		? `Nothing is spelled “${query.trim()}”. These are spelled like it.`
		: null;
}

function counted(groups: readonly SuggestionGroup[], count: number, results: SearchResults) {
	const titles = formatList(groups.map(({ title, items }) => `${title} ${items.length}`));
	const hidden = results.total - results.shown;
	const more = hidden > 0 ? ` ${formatCount(hidden)} more match; type more to find them.` : '';
	return `${capitalise(formatQuantity(count, 'result'))}: ${titles}.${more}`;
}

function suggestion({ found, name, note }: Entry): Suggestion {
	const choice: Choice =
		found.kind === 'area' ? { kind: 'area', code: found.code, name: found.name } : found;
	return { choice, name, note };
}
