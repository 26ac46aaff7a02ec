/** Reading what stands in cells: text, days, numbers, words for yes and no. */
import { ASSET_STATUSES, type AssetStatus } from '../kinds.ts';
import { plainWords } from './columns.ts';
import { visible } from '../../text/visible.ts';

/** Plain letters with single spaces between them: most cells, and nothing to do. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** A cell as text in one line: `breaks` stands where lines broke. */
export function tidy(cell: string, breaks = ' '): { text: string; invisible: boolean } {
	if (cell === '' || TIDY.test(cell)) return { text: cell, invisible: false };
	const seen = visible(cell);
	const text = seen
		.normalize('NFC')
		.split(/[\n\r\u2028\u2029]+/)
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
		.join(breaks);
	return { text, invisible: seen !== cell };
}

const NOTHING = new Set([
	'n/a',
	'na',
	'none',
	'(none)',
	'nil',
	'null',
	'tbc',
	'tba',
	'unknown',
	'not known',
	'not applicable',
	'#n/a',
	'#ref!',
	'#value!',
	'#name?',
	'nan',
	'undefined',
	'-',
	'--',
	'–',
	'—',
	'.',
	'?'
]);

/** Whether a cell says that there is nothing to say. */
export const saysNothing = (text: string): boolean => NOTHING.has(text.toLowerCase());

/** Words of a cell that takes away what was known: "none", "(none)" or a dash. Not "unknown". */
export const saysNone = (text: string): boolean => /^(\(?none\)?|[-–—])$/i.test(text);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day, month or year as ISO, as precise as it was given; null where it cannot be read.
 * With numbers the day comes first, as in Britain.
 */
export function readDay(text: string): string | null {
	const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?$/.exec(text);
	if (iso) return dayOf(iso[1], iso[2], iso[3]);
	const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: .*)?$/.exec(text);
	if (numbers) return dayOf(century(numbers[3]), numbers[2], numbers[1]);
	const words = /^(?:[a-z]+,? )?(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?,? (\d{4})$/i.exec(
		text
	);
	if (words) {
		const month = MONTHS.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1;
		return month === 0 ? null : dayOf(words[3], String(month), words[1]);
	}
	return null;
}

/** Days that spreadsheet programs count from the end of 1899: 41722 → 24 March 2014. Null for other texts. */
export function dayOfSerial(text: string): string | null {
	const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
	const count = Number(days);
	// From 1954 to 2091: other numbers of five digits are something else.
	if (days === undefined || count < 20_000 || count > 70_000) return null;
	return new Date(Date.UTC(1899, 11, 30 + count)).toISOString().slice(0, 10);
}

const century = (year: string | undefined) => (year?.length === 2 ? `20${year}` : year);

function dayOf(year?: string, month?: string, day?: string): string | null {
	if (year === undefined || Number(year) < 1800 || Number(year) > 2200) return null;
	if (month === undefined) return year;
	const m = month.padStart(2, '0');
	if (Number(m) < 1 || Number(m) > 12) return null;
	if (day === undefined) return `${year}-${m}`;
	const d = day.padStart(2, '0');
	const last = new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate();
	return Number(d) >= 1 && Number(d) <= last ? `${year}-${m}-${d}` : null;
}

/** Yes, no, or null where a cell says neither. */
export function readYesNo(text: string): boolean | null {
	if (/^(y|yes|true|1|agreed|given|granted)$/i.test(text)) return true;
	return /^(n|no|false|0|refused|not given)$/i.test(text) ? false : null;
}

/** A coordinate: a number, with a comma or a letter of the compass if need be; NaN where it is none. */
export function readCoordinate(text: string): number {
	const [, sign = '', number = '', compass = ''] =
		/^([-−–]?)\s*(\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\s*(?:°\s*)?([NSEW]?)$/i.exec(text.trim()) ?? [];
	if (number === '') return NaN;
	const value = Number(number.replace(',', '.'));
	return sign !== '' || /[SW]/i.test(compass) ? -value : value;
}

/** A web address that a browser may open, or null. */
export function readUrl(text: string): string | null {
	const withScheme =
		/^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+\.\w+:\d/.test(text) ? text : `https://${text}`;
	try {
		const url = new URL(withScheme);
		return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? withScheme : null;
	} catch {
		return null;
	}
}

/** Two numbers out of what an identifier is made from, mixed well (cyrb53), as 11 letters and digits. */
export function shortHash(text: string): string {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 2654435761);
		b = Math.imul(b ^ code, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}

const STATUS_WORDS: Readonly<Record<string, AssetStatus>> = {
	open: 'unverified',
	active: 'unverified',
	running: 'unverified',
	current: 'unverified',
	live: 'unverified',
	operational: 'unverified',
	publish: 'unverified',
	published: 'unverified',
	registered: 'unverified',
	'open but proposed to close': 'unverified',
	yes: 'unverified',
	closed: 'closed',
	'permanently closed': 'closed',
	'closed down': 'closed',
	defunct: 'closed',
	inactive: 'closed',
	ended: 'closed',
	ceased: 'closed',
	dissolved: 'closed',
	removed: 'closed',
	no: 'closed'
};

/** A status, in our words or others'; undefined where it is none. */
export function readStatus(text: string): AssetStatus | undefined {
	const words = plainWords(text);
	if (Object.hasOwn(ASSET_STATUSES, words)) return words as AssetStatus;
	return Object.hasOwn(STATUS_WORDS, words) ? STATUS_WORDS[words] : undefined;
}
