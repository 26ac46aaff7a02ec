/**
 * What a heading may mean. It is cut into words however it is written ("PharmacyName",
 * "venue_address_1", "addr:street", "Lat (WGS84)"); the last of them say which field it is, those
 * before say of what: of the place, of whoever runs it, of an area or of a person.
 */
import { looksLikeEmail } from '../../text/scan.ts';
import { distance } from 'fastest-levenshtein';
import type { Target } from './columns.ts';
import { cutOff } from './cut-headings.ts';
import { daysInHeading } from './days-in-heading.ts';
import { PHRASES, SQUASHED, STRENGTH, weaker, wordsOf, type Claim } from './heading-phrases.ts';
import {
	AREA_WORDS,
	FILLER_WORDS,
	ORGANISATION_WORDS,
	OTHER_HEADINGS,
	OTHER_WORDS,
	PERSON_WORDS,
	PLACE_WORDS,
	THING_WORDS
} from './heading-words.ts';

/** Of what a heading speaks, where that is not the place. */
export type Other = 'area' | 'person' | 'thing' | 'other';

export interface HeadingReading {
	/** What it may mean, the likeliest first. */
	claims: readonly Claim[];
	other: Other | null;
}

const NOTHING: HeadingReading = { claims: [], other: null };

const MOST_WORDS = 12;

const VOCABULARY: ReadonlySet<string> = new Set([
	...[...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')),
	...PLACE_WORDS,
	...FILLER_WORDS,
	...AREA_WORDS,
	...ORGANISATION_WORDS,
	...PERSON_WORDS,
	...THING_WORDS,
	...OTHER_WORDS,
	...OTHER_HEADINGS
]);

/** "sitename" as "site name", "address1" as "address 1", where every part is a known word. */
function divided(word: string): string[] {
	if (VOCABULARY.has(word)) return [word];
	const [, letters = '', digits = ''] = /^(\p{L}{3,})(\d{1,2})$/u.exec(word) ?? [];
	if (letters !== '') return [...divided(letters), digits];
	if (word.length > 40) return [word];
	const best: (string[] | null)[] = [[]];
	for (let end = 1; end <= word.length; end++) {
		best[end] = null;
		for (let start = Math.max(0, end - 16); start <= end - 3; start++) {
			const before = best[start];
			const part = word.slice(start, end);
			if (!before || !VOCABULARY.has(part)) continue;
			const parts = [...before, part];
			if (!best[end] || parts.length < (best[end]?.length ?? 0)) best[end] = parts;
		}
	}
	const whole = best[word.length];
	if (whole) return whole;
	// A name of something that is not known is a name still: "distname", "wombname".
	return /^\p{L}{2,}name$/u.test(word) ? [word.slice(0, -4), 'name'] : [word];
}

/** What a form asks of whoever fills it in. */
const ASKED_OF_PERSON =
	/^(your|my) (own |full )?(name|e ?mail( address)?|(tele)?phone( number)?|mobile( number)?|role|job title)$/;

/** What a heading may mean. Never throws; a heading that says nothing known has no claims. */
export function readHeading(heading: string, { slips = true } = {}): HeadingReading {
	const given = wordsOf(heading.replace(/ \(\d+\)$/, ''));
	if (given.length === 0 || given.length > MOST_WORDS) return NOTHING;
	const exact = PHRASES.get(given.join(' ')) ?? squashed(given);
	if (exact) return { claims: exact, other: null };
	if (given.length === 1 && OTHER_HEADINGS.has(given[0] ?? '')) return NOTHING;
	if (ASKED_OF_PERSON.test(given.join(' '))) return { claims: [], other: 'person' };
	const words = given.flatMap(divided);
	const whole = PHRASES.get(words.join(' '));
	if (whole) return { claims: whole, other: null };
	return (
		named(words) ??
		stripped(words) ??
		placeAlone(words) ??
		headed(words) ??
		otherAlone(words) ??
		ofHours(heading, given) ??
		cutOffReading(given) ??
		(slips ? misspelt(given) : null) ??
		NOTHING
	);
}

/** "Mon AM", "Saturday session 2": a day, and words of a day's hours. */
const ofHours = (heading: string, given: readonly string[]): HeadingReading | null =>
	daysInHeading(heading) !== null && given.every((word) => HOURS.test(word))
		? { claims: [{ field: 'openingTimes', strength: STRENGTH.also - 1 }], other: null }
		: null;
const HOURS =
	/^(mon|tues?|weds?|thu|thurs?|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|am|pm|morning|afternoon|evening|open|opens|opening|close|closes|closing|hours?|times?|sessions?|and|to|\d)$/;

/** A heading that was cut off, as far as what is left of it tells. */
const cutOffReading = (given: readonly string[]): HeadingReading | null => {
	const claims = cutOff(given);
	return claims && { claims, other: null };
};

const squashed = (words: readonly string[]): readonly Claim[] | undefined => {
	const phrase = SQUASHED.get(words.join(''));
	return phrase === undefined ? undefined : PHRASES.get(phrase);
};

const isFiller = (word: string) => FILLER_WORDS.has(word) || /^\d{1,2}$/.test(word);

/** "Practice name", "name of the hall", "ICB name", "provider_name": whose name it is. */
function named(words: readonly string[]): HeadingReading | null {
	const kept = withoutFillers(words);
	const isOf = kept[0] === 'name' && kept.length > 1;
	const isLast = kept.length > 1 && kept.at(-1) === 'name';
	if (!isOf && !isLast) return null;
	const of = (isOf ? kept.slice(1) : kept.slice(0, -1)).filter((word) => !isOnlyBetween(word));
	if (of.length === 0)
		return { claims: [{ field: 'name', strength: STRENGTH.named }], other: null };
	const closest = of.at(isOf ? 0 : -1) ?? '';
	// "Category name", "Town name" and "TypeOfEstablishment (name)" are what stands before the word.
	const [of0] = PHRASES.get((isOf ? kept.slice(1) : kept.slice(0, -1)).join(' ')) ?? [];
	const isWhose = of0?.field === 'organisation' && ORGANISATION_WORDS.has(closest);
	if (of0 && of0.field !== 'name' && !isWhose && of0.strength >= STRENGTH.also) {
		return { claims: [{ ...of0, strength: STRENGTH.also - 1 }], other: null };
	}
	const other = closest === 'contact' ? 'person' : otherOf(of, closest);
	if (other) return { claims: [], other };
	if (ORGANISATION_WORDS.has(closest)) {
		return { claims: [{ field: 'organisation', strength: STRENGTH.also + 5 }], other: null };
	}
	if (closest === 'building') {
		return {
			claims: [
				{ field: 'name', strength: STRENGTH.perhaps },
				{ field: 'address', strength: STRENGTH.perhaps - 1 }
			],
			other: null
		};
	}
	const strength = PLACE_WORDS.has(closest) ? STRENGTH.named : STRENGTH.likely;
	return { claims: [{ field: 'name', strength: strength - of.length + 1 }], other: null };
}

const BETWEEN: ReadonlySet<string> = new Set('of the a an or and for your our this its'.split(' '));
const isOnlyBetween = (word: string) => BETWEEN.has(word);

function otherOf(words: readonly string[], closest: string): Other | null {
	if (words.some((word) => OTHER_WORDS.has(word))) return 'other';
	if (AREA_WORDS.has(closest)) return 'area';
	if (PERSON_WORDS.has(closest)) return 'person';
	if (THING_WORDS.has(closest)) return 'thing';
	return words.some((word) => PERSON_WORDS.has(word)) ? 'person' : null;
}

function withoutFillers(words: readonly string[]): string[] {
	let [start, end] = [0, words.length];
	while (end - start > 1 && isFiller(words[end - 1] ?? '')) end--;
	while (end - start > 1 && isFiller(words[start] ?? '') && words[start] !== 'contact') start++;
	return words.slice(start, end);
}

/** A known phrase with words around it that only say that it is the place's: "venue_post_code", "LatWGS84". */
function stripped(words: readonly string[]): HeadingReading | null {
	const before = words.findIndex((word) => !isFiller(word) && !PLACE_WORDS.has(word));
	const starts = before === -1 ? words.length - 1 : before;
	let ends = 0;
	while (ends < words.length - 1 && isFiller(words[words.length - 1 - ends] ?? '')) ends++;
	for (let away = 1; away <= starts + ends; away++) {
		for (let start = Math.min(starts, away); start >= 0; start--) {
			const end = words.length - (away - start);
			if (away - start > ends || end <= start) continue;
			const rest = words.slice(start, end);
			const claims = PHRASES.get(rest.join(' '));
			if (claims) return { claims: weaker(claims, Math.min(away, 4)), other: null };
		}
	}
	return null;
}

/** "Hall", "Meeting place", "Warm space": what places are called stands over their names. */
function placeAlone(words: readonly string[]): HeadingReading | null {
	const kept = withoutFillers(words);
	if (!kept.every((word) => PLACE_WORDS.has(word))) return null;
	const name: Claim = { field: 'name', strength: STRENGTH.also - kept.length + 1 };
	// Of what takes place somewhere else than under its own name, the venue begins the address.
	const address: Claim = { field: 'address', strength: STRENGTH.likely };
	return { claims: kept[0] === 'venue' ? [name, address] : [name], other: null };
}

/** The last words are known, and those before say of what: "charity postcode", "manager's e-mail". */
function headed(given: readonly string[]): HeadingReading | null {
	const words = withoutFillers(given);
	for (let at = 1; at < words.length; at++) {
		const head = PHRASES.get(words.slice(at).join(' '));
		if (head) return qualified(words.slice(0, at), head);
	}
	for (let at = words.length - 2; at > 0; at--) {
		if (!isOnlyBetween(words[at] ?? '')) continue;
		const head = PHRASES.get(words.slice(0, at).join(' '));
		if (head)
			return qualified(
				words.slice(at).filter((word) => !isOnlyBetween(word)),
				head
			);
	}
	return null;
}

function qualified(of: readonly string[], head: readonly Claim[]): HeadingReading | null {
	const other = otherOf(of, of.at(-1) ?? '');
	if (other) return { claims: [], other };
	// "PrimaryRoleId" and "BusinessTypeID" number what a place is, and not the place.
	const ofKinds = SORT_WORDS.has(of.at(-1) ?? '');
	const isOrganisation = of.some((word) => ORGANISATION_WORDS.has(word) || word === 'registered');
	const claims = head.flatMap(({ field, strength }): Claim[] => {
		if (strength < STRENGTH.also || (ofKinds && field === 'id')) return [];
		if (isOrganisation && field === 'address') return [likely('registeredAddress', of)];
		if (isOrganisation && field === 'postcode') return [likely('registeredPostcode', of)];
		if (isOrganisation && !['phone', 'email', 'url'].includes(field)) return [];
		return [likely(field, of)];
	});
	return claims.length === 0 ? null : { claims, other: null };
}

const SORT_WORDS: ReadonlySet<string> = new Set(
	'type kind class category subcategory role status group theme sector phase rating'.split(' ')
);

const likely = (field: Target, of: readonly string[]): Claim => ({
	field,
	strength: STRENGTH.likely - Math.min(of.length, 5) + 1
});

function otherAlone(words: readonly string[]): HeadingReading | null {
	const kept = withoutFillers(words);
	const last = kept.at(-1) ?? '';
	if (AREA_WORDS.has(last) || kept.every((word) => AREA_WORDS.has(word))) {
		return { claims: [], other: 'area' };
	}
	return PERSON_WORDS.has(last) ? { claims: [], other: 'person' } : null;
}

/** A slip of the finger in a long word; the first letter is rarely wrong. */
function misspelt(words: readonly string[]): HeadingReading | null {
	const text = words.join(' ');
	if (text.length < 6 || OTHER_HEADINGS.has(text)) return null;
	const allowed = text.length < 10 ? 1 : 2;
	let best: string | null = null;
	let least = allowed + 1;
	for (const phrase of PHRASES.keys()) {
		if (Math.abs(phrase.length - text.length) > allowed || phrase.length < 6) continue;
		if (phrase[0] !== text[0]) continue;
		const far = distance(phrase, text);
		if (far < least) [best, least] = [phrase, far];
	}
	const [claim] = best === null ? [] : (PHRASES.get(best) ?? []);
	return claim && claim.strength >= STRENGTH.also
		? { claims: [{ field: claim.field, strength: STRENGTH.likely }], other: null }
		: null;
}

/** Rows that read like this are headings: a known word, and not only one that may be meant. */
const PLAIN_ENOUGH = STRENGTH.perhaps - 4;

/** What a heading means, and how sure that is; null where it means nothing known. */
export function targetOf(heading: string): { target: Target; exact: boolean } | null {
	const [claim] = readHeading(heading).claims;
	return claim ? { target: claim.field, exact: claim.strength > STRENGTH.perhaps } : null;
}

/** How much a row of cells reads like headings: cells that are known words; one alone is chance, unless it is a name or postcode. */
export function headingScore(cells: readonly string[]): number {
	const read: HeadingReading[] = [];
	let filled = 0;
	let contents = 0;
	for (const cell of cells) {
		const text = cell.trim();
		if (text === '') continue;
		filled++;
		if (isContent(text)) contents++;
		if (text.length > 60 || looksLikeContent(text)) continue;
		read.push(readHeading(text, { slips: false }));
	}
	// A word that may mean several things takes none from one that means a single thing.
	read.sort((a, b) => a.claims.length - b.claims.length);
	const found = new Set<string>();
	for (const { claims, other } of read) {
		const claim = claims.find(
			({ field, strength }) => strength >= PLAIN_ENOUGH && !found.has(field)
		);
		if (claim) found.add(claim.field);
		else if (other) found.add(other);
	}
	// "Family Hub", "Station Road NR23 1EA" and "Mon 10-12" are a row, though each has a word of a heading.
	const score = found.size - contents;
	return score > 1 || (filled === 1 && score > 0) ? score : 0;
}

/** What stands in rows, and in a heading only as an example. Times and numbers may be headings: "Mon 9-12", "EPSG:27700". */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/;
const EXAMPLE = /\b(?:e\.?g|for example|such as|example|format|like)\b/i;
const isContent = (text: string): boolean =>
	text.length <= 200 &&
	(POSTCODE.test(text) || looksLikeEmail(text) || /^https?:/i.test(text)) &&
	!EXAMPLE.test(text);

/** Numbers, code and addresses of the web are no headings. */
const looksLikeContent = (text: string) =>
	/^[-\d.,\s]+$/.test(text) || /["{}[\]<>=]|.@./.test(text) || /^https?:/i.test(text);
