/**
 * Headings of a shapefile, which keeps ten characters of each: "Descriptio", "OpeningTim", "Postcode_o"
 * for "Postcode of venue".
 */
import { POSITION_TARGETS } from './columns.ts';
import { PHRASES, SQUASHED, STRENGTH, weaker, type Claim } from './heading-phrases.ts';
import { PLACE_WORDS } from './heading-words.ts';

/** What a shapefile keeps of a heading. */
const KEPT = 10;
/** Shorter ones were hardly cut off. */
const LEAST = 8;
/** The beginning of another word, at the end. */
const MOST_OF_REST = 3;

/** What a heading may mean of which only the beginning is left; null where it does not look cut off. */
export function cutOff(words: readonly string[]): readonly Claim[] | null {
	const text = words.join('');
	if (text.length < LEAST || text.length > KEPT) return null;
	const [rest = '', ...before] = words.toReversed();
	const isCut = words.join('_').length === KEPT;
	const whole = before.toReversed().join(' ');
	// What stands whole before the beginning of another word is likelier than any longer phrase.
	if (isCut && rest.length <= MOST_OF_REST) {
		const claims = PHRASES.get(whole);
		if (claims && (claims[0]?.strength ?? 0) >= STRENGTH.also) {
			return weaker(claims, STRENGTH.own - STRENGTH.likely);
		}
		if (PLACE_WORDS.has(whole)) return beginning(rest);
	}
	for (const [phrase, known] of SQUASHED) {
		if (phrase.length <= text.length || !phrase.startsWith(text)) continue;
		return weaker(PHRASES.get(known) ?? [], STRENGTH.own - STRENGTH.likely);
	}
	return isCut || text.length === KEPT ? afterPlace(text) : null;
}

/** "FACILITYTY", "VENUEPOSTC": what a place is called, and the beginning of a word. */
function afterPlace(text: string): readonly Claim[] | null {
	for (const word of PLACE_WORDS) {
		const rest = text.slice(word.length);
		if (rest.length < 2 || !text.startsWith(word)) continue;
		const claims = beginning(rest);
		if (claims) return claims;
	}
	return null;
}

/** What words with this beginning mean, the likeliest first; null where none of them follows a place. */
function beginning(rest: string): readonly Claim[] | null {
	const fields = CUT_WORDS.filter((word) => word.startsWith(rest))
		.flatMap((word) => PHRASES.get(word)?.[0]?.field ?? [])
		// One letter is too little for what moves a place.
		.filter((field) => rest.length > 1 || !POSITION_TARGETS.has(field));
	return fields.length === 0
		? null
		: [...new Set(fields)].map((field, at) => ({ field, strength: STRENGTH.likely - at }));
}

/** Words that follow what a place is called, the likeliest of a beginning first. */
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
