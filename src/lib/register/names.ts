/**
 * Names as people write them. The registers of the NHS give names and addresses in
 * capitals; how a word is written otherwise is not in them, so this is a convention: it
 * changes case and nothing else.
 */
import { namesApart } from '../text/names-apart.ts';

/** Small words inside a name. */
const SMALL = new Set(
	'and at by cum de du for in la le next of on or the to under upon with'.split(' ')
);
/** Abbreviations with a vowel. Words of up to four letters without one are kept anyway (NHS, PCN). */
const ABBREVIATIONS = new Set(
	'A&E ABC ADP CIC HIP ICB ICS IDH II III IV OOH RAF RUH UEA UK VI VII YMCA YWCA'.split(' ')
);
/** Short forms of words, which have no vowel either. */
const SHORTENED = new Set(
	'BLVD CNTR CNT CTR CTRS DR DRS GRP HLTH LTD MR MRS MS PRACT PTNR PTNRS RD SQ ST STR'.split(' ')
);
/** Up to this share of small letters, a text is taken to be in capitals. */
const IN_CAPITALS = 0.15;

/**
 * A name given in capitals in ordinary case: "JAMES PAGET UNIVERSITY HOSPITAL" →
 * "James Paget University Hospital", "SOUTH NORFOLK HIP PCN" → "South Norfolk HIP PCN".
 * A text that is not in capitals is returned as it is.
 */
export function ordinaryCase(text: string): string {
	const letters = text.match(/\p{L}/gu) ?? [];
	const small = text.match(/\p{Ll}/gu) ?? [];
	if (letters.length === 0 || small.length / letters.length > IN_CAPITALS) return text;
	return text.replace(/[\p{L}\d.'’]+/gu, (word, at: number) => {
		const before = text.slice(0, at).trimEnd();
		const opens = before === '' || /[(:;,/|]$/.test(before);
		return wordCase(word, opens);
	});
}

function wordCase(word: string, opens: boolean): string {
	const upper = word.toUpperCase();
	const lower = word.toLowerCase();
	if (/^\d+(ST|ND|RD|TH)$/.test(upper)) return lower;
	// Postcodes, numbers of networks and of houses.
	if (/^([A-Z]{1,3}\d+[A-Z]{0,2}|\d+[A-Z]{1,2}|\d+)$/.test(upper)) return upper;
	if (/\.(COM|UK|ORG|NET)$/.test(upper)) return capital(lower);
	if (upper.includes('.')) {
		return upper
			.split('.')
			.map((piece) => (piece === '' ? '' : wordCase(piece, true)))
			.join('.');
	}
	if (ABBREVIATIONS.has(upper)) return upper;
	if (!opens && SMALL.has(lower)) return lower;
	if (/^[A-Z]{2,4}$/.test(upper) && !/[AEIOUY]/.test(upper) && !SHORTENED.has(upper)) return upper;
	// O'Brien and D'Arcy, but King's.
	const [, prefix, rest] = /^([ODL]['’])(\p{L}{2,})$/u.exec(upper) ?? [];
	if (prefix && rest) return prefix + capital(rest.toLowerCase());
	if (/^MC[A-Z]{3,}$/.test(upper)) return 'Mc' + capital(lower.slice(2));
	return capital(lower);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What directories of warm spaces put before or after the name of a place. */
const CAMPAIGN_BEFORE = /^warm (?:spaces?|hubs?|welcome)(?: space)? ?[-–:] ?/i;
const CAMPAIGN_AFTER = / (?:[-–(] ?)?(?:free )?warm (?:welcome |wecome )?(?:spaces?|hub)\)?$/i;
/** What a name still has to say when its end is cut off: the kind of building. */
const BUILDING = /\b(?:army|centre|center|church|hall|house|institute|library|museum|school)$/i;

/**
 * The name of a place without the campaign under which a directory lists it: "WARM SPACES -
 * Waterlane Leisure Centre" → "Waterlane Leisure Centre". A name that says nothing without it
 * ("Cromer Warm Space") is returned as it is.
 */
export function placeName(name: string): string {
	const rest = name.replace(CAMPAIGN_BEFORE, '').trim();
	const begun = rest === '' || rest === name ? name : capital(rest);
	const cut = begun.replace(CAMPAIGN_AFTER, '');
	return BUILDING.test(cut) ? cut : begun;
}

/** A list of food banks calls one by its town alone: "Swindon" would not say what it is. */
const SAYS_FOOD = /food|pantry|larder/i;
/** So does a list of libraries: "Kesgrave". */
const SAYS_LIBRARY = /librar|book|centre|center|forum|hub|rooms?\b/i;
/** A campaign that stands after a dash: the name is whole without it. */
const CAMPAIGN_APART = / [-–] (?:free )?warm (?:welcome )?(?:spaces?|hub)$/i;
/** A day in the name of what meets on it. */
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i;
/** What many places are called: alone, it says neither which nor where. */
const MANYS =
	/^(?:the )?(?:warm (?:welcome )?(?:space|hub)|warm welcome|village hall|coffee (?:morning|hub)|community (?:cafe|café|hub|life)|hub)$/i;
/** Kinds whose registers give many the name of what they are, and no address: "Dental Surgery". */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['dentist', 'pharmacy', 'gp-practice']);
/** Words of a name that say what it is, and not which. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
	(
		'access care center centre chemist chemists clinic community dental dentist dentists department dept ' +
		'family general gp health limited ltd medical nhs pharmacy practice service services surgery the unit'
	).split(' ')
);
const saysNotWhich = (name: string): boolean =>
	(name.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => PLAIN_WORDS.has(word));

/** What ends as streets do is no building. */
const STREET = /\b(?:avenue|close|drive|lane|road|rd|street|st|way)\.?$/i;
/** Longer addresses are not looked through. */
const MOST_LETTERS = 200;

/** The building that an address begins with: "Park Baptist Church, Norfolk" names one, "4 Sheep Street, Highworth" none. */
function buildingIn(address: string | null): string | null {
	const [first = '', ...rest] = (address ?? '').slice(0, MOST_LETTERS).split(',');
	const building = (first.split(/\d/, 1)[0] ?? '').trim();
	if (rest.length === 0 || building.length < 4 || STREET.test(building)) return null;
	return capital(building);
}

/** What tells by which name a place is shown. */
export interface ListedName {
	name: string;
	kind: string;
	address: string | null;
	postcode?: string | null;
	/** Whether its directory has listed the name at several spots: an event or an organisation. */
	moves?: boolean;
}

/**
 * The name that a place is shown by: without the campaign that lists it, a food bank or library as one,
 * "Dental Surgery" and the like with its postcode, and what meets (a name that moves, or with a day of the week) or has a name that many have, with the
 * building where it is: "Saturday Warm Space (at Park Baptist Church)".
 */
export function shownName({
	name,
	kind,
	address,
	postcode = null,
	moves = false
}: ListedName): string {
	if (kind === 'food-bank') return SAYS_FOOD.test(name) ? name : `${name} food bank`;
	if (kind === 'library') return SAYS_LIBRARY.test(name) ? name : `${name} library`;
	if (PLAIN_KINDS.has(kind) && postcode !== null && saysNotWhich(name))
		return `${name} (${postcode})`.trim();
	if (kind !== 'community-venue') return name;
	const shown = name.replace(CAMPAIGN_BEFORE, '').replace(CAMPAIGN_APART, '').trim();
	const plain = shown === '' ? name : capital(shown);
	const isManys = MANYS.test(plain);
	if (!moves && !isManys && !WEEKDAY.test(plain)) return plain;
	const building = / at /i.test(plain) ? null : buildingIn(address);
	if (building !== null && !isSame(plain, building)) return `${plain} (at ${building})`;
	return isManys && postcode !== null ? `${plain} (${postcode})` : plain;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');
/** Whether one of two names is within the other. */
const isSame = (one: string, other: string): boolean =>
	letters(one).includes(letters(other)) || letters(other).includes(letters(one));

/**
 * Names of which several stand in one part of a town, each with its postcode: nobody can tell two of
 * one name apart. The first half of a postcode is taken for the part of the town.
 */
export const toldApart = (places: readonly { name: string; postcode: string | null }[]): string[] =>
	namesApart(
		places,
		({ name }) => name,
		({ postcode }) => postcode,
		({ name, postcode }) => `${name}|${postcode?.split(' ')[0] ?? ''}`
	);

/** An address that gives its postcode twice, with it once. */
export const postcodeOnce = (address: string | null, postcode: string | null): string | null =>
	address !== null && postcode !== null
		? address.replace(`${postcode} ${postcode}`, postcode)
		: address;
