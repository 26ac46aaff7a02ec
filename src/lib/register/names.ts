/**
 * Names as people write them. The registers of the NHS give names and addresses in
 * capitals; how a word is written otherwise is not in them, so this is a convention: it
 * changes case and nothing else.
 */

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
