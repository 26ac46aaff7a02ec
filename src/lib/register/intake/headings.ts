/**
 * What a heading may mean. It is cut into words however it is written ("PharmacyName",
 * "venue_address_1", "addr:street", "Lat (WGS84)"); the last of them say which field it is, those
 * before say of what: of the place, of whoever runs it, of an area or of a person.
 */
import { distance } from 'fastest-levenshtein';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { plainWords, TARGETS, type Target } from './columns.ts';
import {
	AREA_WORDS,
	FIELD_WORDS,
	FILLER_WORDS,
	ORGANISATION_WORDS,
	OTHER_HEADINGS,
	OTHER_WORDS,
	PERSON_WORDS,
	PLACE_WORDS,
	THING_WORDS
} from './heading-words.ts';

/** How well a heading names a field. Within one, words that had to be left away count against it. */
export const STRENGTH = {
	own: 50,
	/** A place and the word "name": "Practice name". */
	named: 45,
	also: 30,
	perhaps: 20,
	likely: 10
} as const;

export interface Claim {
	field: Target;
	strength: number;
}

/** Of what a heading speaks, where that is not the place. */
export type Other = 'area' | 'person' | 'thing' | 'other';

export interface HeadingReading {
	/** What it may mean, the likeliest first. */
	claims: readonly Claim[];
	other: Other | null;
}

const NOTHING: HeadingReading = { claims: [], other: null };

/** Headings that are longer are sentences. */
const LONGEST = 120;
const MOST_WORDS = 12;

const PHRASES: ReadonlyMap<string, readonly Claim[]> = phrases();
/** The same without spaces, for headings that are written in one word. */
const SQUASHED: ReadonlyMap<string, string> = new Map(
	[...PHRASES.keys()].map((phrase) => [phrase.replaceAll(' ', ''), phrase] as const)
);
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

function phrases(): Map<string, Claim[]> {
	const found = new Map<string, Claim[]>();
	const add = (phrase: string, field: Target, strength: number) => {
		const words = wordsOf(phrase).join(' ');
		const claims = found.get(words) ?? [];
		if (words === '' || claims.some((claim) => claim.field === field)) return;
		found.set(
			words,
			[...claims, { field, strength }].sort((a, b) => b.strength - a.strength)
		);
	};
	for (const { id, label } of TARGETS) {
		add(label, id, STRENGTH.own);
		if (!Object.hasOwn(ASSET_FIELDS, id)) continue;
		add(ASSET_FIELDS[id as AssetField].column, id, STRENGTH.own);
		add(id, id, STRENGTH.own);
	}
	for (const strength of ['own', 'also', 'perhaps'] as const) {
		for (const [field, words] of Object.entries(FIELD_WORDS)) {
			for (const phrase of words[strength]?.split(',') ?? []) {
				add(phrase, field as Target, STRENGTH[strength]);
			}
		}
	}
	return found;
}

/** The words of a heading, small and without signs. What stands in brackets is left out, unless it says which part of a thing. */
function wordsOf(heading: string): string[] {
	const spaced = heading
		.slice(0, LONGEST)
		.replace(/\(\s*(name|code|address|street|city|town|zip|postcode)\s*\)/gi, ' $1 ')
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
	const outside = plainWords(spaced);
	const plain = outside === '' ? plainWords(spaced.replace(/[()]/g, ' ')) : outside;
	return plain === '' ? [] : plain.split(' ');
}

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
		cutOff(given) ??
		(slips ? misspelt(given) : null) ??
		NOTHING
	);
}

const squashed = (words: readonly string[]): readonly Claim[] | undefined => {
	const phrase = SQUASHED.get(words.join(''));
	return phrase === undefined ? undefined : PHRASES.get(phrase);
};

const weaker = (claims: readonly Claim[], by: number): Claim[] =>
	claims.map(({ field, strength }) => ({ field, strength: strength - by }));

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
	const isOrganisation = of.some((word) => ORGANISATION_WORDS.has(word) || word === 'registered');
	const claims = head.flatMap(({ field, strength }): Claim[] => {
		if (strength < STRENGTH.also) return [];
		if (isOrganisation && field === 'address') return [likely('registeredAddress', of)];
		if (isOrganisation && field === 'postcode') return [likely('registeredPostcode', of)];
		if (isOrganisation && !['phone', 'email', 'url'].includes(field)) return [];
		return [likely(field, of)];
	});
	return claims.length === 0 ? null : { claims, other: null };
}

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

/** A shapefile keeps ten characters of a heading: "Descriptio", "OpeningTim". */
function cutOff(words: readonly string[]): HeadingReading | null {
	const text = words.join('');
	if (text.length < 8 || text.length > 10) return null;
	for (const [whole, phrase] of SQUASHED) {
		if (whole.length <= text.length || !whole.startsWith(text)) continue;
		const claims = PHRASES.get(phrase) ?? [];
		return { claims: weaker(claims, STRENGTH.own - STRENGTH.likely), other: null };
	}
	return text.length === 10 ? cutOffAfterPlace(text) : null;
}

/** "FACILITYTY", "VENUEPOSTC": what a place is called, and the beginning of a word. */
function cutOffAfterPlace(text: string): HeadingReading | null {
	for (const word of PLACE_WORDS) {
		const rest = text.slice(word.length);
		if (rest.length < 2 || !text.startsWith(word)) continue;
		const whole = CUT_WORDS.find((one) => one.startsWith(rest));
		const [claim] = whole === undefined ? [] : (PHRASES.get(whole) ?? []);
		if (claim) return { claims: [{ field: claim.field, strength: STRENGTH.likely }], other: null };
	}
	return null;
}

/** Words that follow what a place is called. */
const CUT_WORDS = [
	'name',
	'type',
	'address',
	'postcode',
	'category',
	'telephone',
	'phone',
	'email',
	'website',
	'latitude',
	'longitude',
	'easting',
	'northing',
	'capacity',
	'opening times'
];

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
	const found = new Set<string>();
	let filled = 0;
	for (const cell of cells) {
		const text = cell.trim();
		if (text === '') continue;
		filled++;
		if (text.length > 60 || looksLikeContent(text)) continue;
		const { claims, other } = readHeading(text, { slips: false });
		const claim = claims.find(
			({ field, strength }) => strength >= PLAIN_ENOUGH && !found.has(field)
		);
		if (claim) found.add(claim.field);
		else if (other) found.add(other);
	}
	return found.size > 1 || filled === 1 ? found.size : 0;
}

/** Numbers, code and addresses of the web are no headings. */
const looksLikeContent = (text: string) =>
	/^[-\d.,\s]+$/.test(text) || /["{}[\]<>=]|.@./.test(text) || /^https?:/i.test(text);

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The day of the week that a heading names, as in "opening_hours_monday"; null where it names none. */
export function dayInHeading(heading: string): string | null {
	const words = wordsOf(heading);
	const named = DAYS.filter((day) =>
		words.some(
			(word) =>
				word.length >= 3 && day.toLowerCase().startsWith(word.replace(/^(tue|thur)s$/, '$1'))
		)
	);
	return named.length === 1 ? (named[0] ?? null) : null;
}
