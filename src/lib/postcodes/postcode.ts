/**
 * What somebody means who types something that may be a postcode. Only the shape is known
 * here; whether a postcode is in use is known to the pieces (`piece.ts`).
 *
 * A postcode has two halves, outward ("NR31") and inward ("6LA"): a number and two letters.
 */

export interface Postcode {
	/** As it is written: "NR31 6LA". */
	text: string;
	outward: string;
	inward: string;
}

export type PostcodeReading =
	| { kind: 'postcode'; postcode: Postcode }
	/** Right so far, but not all of it. */
	| { kind: 'beginning'; problem: string }
	/** Meant as a postcode, but not one. */
	| { kind: 'mistake'; problem: string; suggestions: Postcode[] }
	/** Not meant as a postcode. */
	| { kind: 'other' };

/** The first half, in capitals. */
export const OUTWARD =
	'[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d{1,2}|[A-PR-UWYZ]\\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\\d[ABEHMNPRVWXY]';
/** The second half. */
export const INWARD = '\\d[ABD-HJLNP-UW-Z]{2}';
const WHOLE = new RegExp(`^(${OUTWARD})(${INWARD})$`);
/** At the end of an address. The space between the halves must be there. */
const LAST = new RegExp(`[\\s,](${OUTWARD})\\s+(${INWARD})[\\s.]*$`);
const SOME_INWARD = '\\d[ABD-HJLNP-UW-Z]?';
const BEGINNING = new RegExp(`^(${OUTWARD})(${SOME_INWARD})?$`);
/** With the reader's own space, where it is not clear where the first half ends. */
const BEGINNING_SPACED = new RegExp(`^\\s*(${OUTWARD})\\s+(${SOME_INWARD})\\s*$`);
/** One or two letters, a number, and no more than would be two characters too many. */
const ATTEMPT = /^[A-Z]{1,2}\d[A-Z\d]{0,7}$/;
/** Codes of areas ("E01026422") and their beginnings. No district of postcodes is E0, N0, S0 or W0. */
const AREA_CODE = /^[EKNSW]0\d*$/;

const SHORTEST = 5;
const LONGEST = 7;

/** Characters that are taken for each other, by eye or by finger. */
const CONFUSED: Readonly<Record<string, string>> = {
	'0': 'O',
	'1': 'IL',
	'2': 'Z',
	'5': 'S',
	'6': 'G',
	'8': 'B',
	O: '0',
	I: '1',
	L: '1',
	Z: '2',
	S: '5',
	G: '6',
	B: '8'
};
/** Two wrong characters are a slip; with three, anything might be meant. */
const MOST_SLIPS = 2;

/** Read what was typed. Never throws; case, spaces and punctuation do not matter. */
export function readPostcode(typed: string): PostcodeReading {
	const upper = typed.normalize('NFKC').toUpperCase();
	const compact = upper.replace(/[^\p{L}\p{N}]/gu, '');
	const whole = wholePostcode(compact) ?? match(LAST, upper);
	if (whole) return { kind: 'postcode', postcode: whole };
	if (!/\d/.test(compact) || AREA_CODE.test(compact)) return { kind: 'other' };

	const beginning = BEGINNING_SPACED.exec(upper) ?? BEGINNING.exec(compact);
	if (beginning) {
		const [, outward = '', inward = ''] = beginning;
		return {
			kind: 'beginning',
			problem: `${`${outward} ${inward}`.trim()} is the beginning of a postcode. Type all of it; a whole one looks like ${example(outward, inward)}.`
		};
	}
	const suggestions = corrections(compact);
	const [suggestion] = suggestions;
	if (suggestion) {
		return {
			kind: 'mistake',
			problem: `${tidy(typed)} is not how a postcode is written: ${differences(compact, suggestion)}.`,
			suggestions
		};
	}
	if (!ATTEMPT.test(compact)) return { kind: 'other' };
	const outward = outwardAtStart(compact);
	const inward = compact.slice(outward.length);
	return {
		kind: 'mistake',
		problem: `${tidy(typed)} is not how a postcode is written: ${whatIsWrong(outward, inward)}. A postcode looks like ${example(outward, inward)}.`,
		suggestions: []
	};
}

function wholePostcode(compact: string): Postcode | null {
	return match(WHOLE, compact);
}

function match(pattern: RegExp, text: string): Postcode | null {
	const [, outward, inward] = pattern.exec(text) ?? [];
	return outward && inward ? { text: `${outward} ${inward}`, outward, inward } : null;
}

/** The postcodes with the fewest confused characters, none where that takes too many. */
function corrections(compact: string): Postcode[] {
	if (compact.length < SHORTEST || compact.length > LONGEST) return [];
	let candidates = new Set([compact]);
	for (let slips = 0; slips < MOST_SLIPS; slips++) {
		candidates = new Set([...candidates].flatMap(withOneExchanged));
		const found = [...candidates].flatMap((candidate) => wholePostcode(candidate) ?? []);
		if (found.length > 0) return found;
	}
	return [];
}

function withOneExchanged(text: string): string[] {
	return [...text].flatMap((character, i) =>
		[...(CONFUSED[character] ?? '')].map((other) => text.slice(0, i) + other + text.slice(i + 1))
	);
}

/** "it has the letter I where the number 1 belongs". */
function differences(compact: string, { outward, inward }: Postcode): string {
	const right = outward + inward;
	const kind = (character: string) =>
		/\d/.test(character) ? `the number ${character}` : `the letter ${character}`;
	const all = [...compact].flatMap((character, i) => {
		const belongs = right.charAt(i);
		return character === belongs ? [] : [`${kind(character)} where ${kind(belongs)} may belong`];
	});
	return `it has ${all.join(' and ')}`;
}

function whatIsWrong(outward: string, inward: string): string {
	if (outward.length + inward.length > LONGEST) {
		return `it has more than ${LONGEST} letters and numbers`;
	}
	if (outward === '') return 'none begins like that';
	if (/^\d[A-Z]{1,2}$/.test(inward)) {
		return 'the second half never has one of the letters C, I, K, M, O and V';
	}
	return 'the second half is one number and two letters';
}

/** The first half that leaves three characters for the second, else the longest there is. */
function outwardAtStart(compact: string): string {
	const first = new RegExp(`^(?:${OUTWARD})$`);
	const lengths = [compact.length - 3, 4, 3, 2];
	const found = lengths.find((length) => first.test(compact.slice(0, Math.max(length, 0))));
	return found === undefined ? '' : compact.slice(0, found);
}

/** A whole postcode that begins with these halves, as far as they are right. */
function example(outward: string, inward: string): string {
	if (outward === '') return 'SW1A 1AA';
	const right = /^\d[ABD-HJLNP-UW-Z]{0,2}/.exec(inward)?.[0] ?? '';
	return `${outward} ${right}${'1AA'.slice(right.length)}`;
}

/** What was typed, fit to be quoted. */
const tidy = (typed: string) => `“${typed.trim().replace(/\s+/g, ' ').slice(0, 20)}”`;
