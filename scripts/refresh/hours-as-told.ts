/**
 * Opening times in short form, held against the words that they were made from. Whoever made them
 * read words by machine, and lost a day where it stood after a comma, took "closed" for hours, or
 * said each week of what is each month. What does not agree with its words is not told at all.
 */
import { NOT_EVERY_WEEK, TERM_TIME, type Remark } from '../../src/lib/register/opening-times.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const WEEKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

/** How people write each day, the first of them Monday. */
const SPELLINGS: readonly (readonly string[])[] = [
	['mon', 'mons', 'monday', 'mondays'],
	['tue', 'tues', 'tuesday', 'tuesdays'],
	['wed', 'weds', 'wednesday', 'wednesdays'],
	['thu', 'thur', 'thurs', 'thursday', 'thursdays'],
	['fri', 'fris', 'friday', 'fridays'],
	['sat', 'sats', 'saturday', 'saturdays'],
	['sun', 'suns', 'sunday', 'sundays']
];
const DAY_OF = new Map(SPELLINGS.flatMap((names, day) => names.map((name) => [name, day])));

/** Between the first and the last of several days. */
const UNTIL: ReadonlySet<string> = new Set([
	'-',
	'–',
	'—',
	'to',
	'until',
	'till',
	'through',
	'thru'
]);
/** Between days that something is said of together, and between days and what is said. */
const WITH: ReadonlySet<string> = new Set([
	...UNTIL,
	...[',', '&', '/', ';', ':', '(', ')', '|', '.', 'and', 'on', 'is', 'are', 'all', 'day']
]);

const NTH: ReadonlySet<string> = new Set(
	'1st 2nd 3rd 4th 5th first second third fourth fifth last'.split(' ')
);
/** Words by which something is not each week. */
const SELDOM =
	/fortnight|month(?:ly| only)|every other|alternat(?:e|ing)\b|bi-?weekly|(?:a|each|every|of the) month\b/;
const IN_TERM = /term[ -]?time/;

/** A calendar's rule, which was read by its own standard. */
const CALENDAR = 'FREQ=';

const range = (from: number, to: number): number[] =>
	Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);

/** Words, numbers and signs, in lower case; a day that is glued to what stands before it is apart. */
const tokensOf = (told: string): string[] =>
	told
		.replace(/(?<=[a-z\d.)])(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)/g, ' ')
		.toLowerCase()
		.match(/\d+(?:st|nd|rd|th)?|[a-z]+|[^\sa-z\d]/g) ?? [];

interface Named {
	/** Days that are named, from Monday, without those that are said to be closed. */
	days: Set<number>;
	/** Days that some other word may mean. */
	meant: Set<number>;
}

/** The days of a text. */
function daysOf(told: string): Named {
	const tokens = tokensOf(told);
	const dayAt = (at: number): number | undefined => DAY_OF.get(tokens[at] ?? '');
	const days = new Set<number>();
	const closed = new Set<number>();
	/** The days from a place on in one direction, for as long as only what joins days stands between them. */
	const daysFrom = (from: number, step: 1 | -1): number[] => {
		const found: number[] = [];
		for (let at = from; at >= 0 && at < tokens.length; at += step) {
			const day = dayAt(at);
			if (day === undefined && !WITH.has(tokens[at] ?? '')) break;
			if (day !== undefined) found.push(day);
		}
		return found;
	};
	tokens.forEach((token, at) => {
		const day = dayAt(at);
		if (day !== undefined) {
			days.add(day);
			const last = UNTIL.has(tokens[at + 1] ?? '') ? dayAt(at + 2) : undefined;
			if (last !== undefined) for (const one of range(day, last)) days.add(one);
		}
		if (token !== 'closed') return;
		const before = daysFrom(at - 1, -1);
		for (const one of before.length > 0 ? before : daysFrom(at + 1, 1)) closed.add(one);
	});
	for (const [, first = '', last = ''] of told.matchAll(SHORT_DAYS)) {
		const from = DAYS.findIndex((name) => name === first);
		const to = DAYS.findIndex((name) => name === last);
		for (const one of range(from, to < 0 ? from : to)) days.add(one);
	}
	for (const one of closed) days.delete(one);
	const text = told.toLowerCase();
	const meant = new Set<number>();
	if (/daily|every ?day|\b(?:7|seven) days|all week|24\/7/.test(text))
		for (const one of range(0, 6)) meant.add(one);
	if (/week ?days/.test(text)) for (const one of WEEKDAYS) meant.add(one);
	if (/week ?ends?/.test(text)) for (const one of WEEKEND) meant.add(one);
	return { days: days.size > 0 ? days : new Set(meant), meant };
}

/** "Mo 10:00", "Tu-Fr 09:00", "We[2] 10:00": days as the short form itself writes them. */
const SHORT_DAYS = /\b(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?(?=\[|,| \d)/g;

const shortDaysOf = (short: string): Set<number> =>
	new Set(
		[...short.matchAll(SHORT_DAYS)].flatMap(([, first = '', last = '']) => {
			const from = DAYS.findIndex((name) => name === first);
			const to = DAYS.findIndex((name) => name === last);
			return range(from, to < 0 ? from : to);
		})
	);

const clock = (hours: number, minutes: string): string => `${hours % 12}:${minutes}`;

/** Times of the day that a text may mean, whichever half of the day. */
function timesOf(told: string): Set<string> {
	const times = new Set<string>();
	for (const [, hours = '', minutes = '00'] of told.matchAll(/(\d{1,2})(?:\s?[:.]\s?(\d\d))?/g))
		times.add(clock(Number(hours), minutes));
	for (const [, hours = '', minutes = ''] of told.matchAll(/(?<!\d)(\d{1,2})(\d\d)(?!\d)/g))
		times.add(clock(Number(hours), minutes));
	if (/noon|midday|midnight/i.test(told)) times.add(clock(12, '00'));
	return times;
}

/** Whether a day stands after "first", "3rd", or "first and third". */
function namesWhich(told: string): boolean {
	const tokens = tokensOf(told);
	return tokens.some((token, at) => {
		if (!NTH.has(token)) return false;
		let next = at + 1;
		while (NTH.has(tokens[next] ?? '') || ['and', '&', ',', '/'].includes(tokens[next] ?? ''))
			next++;
		return DAY_OF.has(tokens[next] ?? '');
	});
}

/** What of the words the short form has no sign for. */
function remarksOn(short: string, told: string): Remark[] {
	const text = told.toLowerCase();
	const isOne = !/[;,]/.test(short);
	const isSeldom = !short.includes('[') && (SELDOM.test(text) || namesWhich(told));
	return [
		...(isSeldom ? [NOT_EVERY_WEEK[isOne ? 'all' : 'some']] : []),
		...(IN_TERM.test(text) ? [TERM_TIME[isOne ? 'all' : 'some']] : [])
	];
}

/**
 * The short form of opening times ("Mo 10:00-12:00; We 14:00-16:00"), with a remark where the words
 * say that it is not each week or in term time alone; null where the words name another day or have
 * not its times, and where there is none.
 */
export function hoursAsTold(short: string | null, told: string | null): string | null {
	if (short === null || told === null || told.includes(CALENDAR)) return short;
	const { days, meant } = daysOf(told);
	const read = shortDaysOf(short);
	const isMissed = [...days].some((day) => !read.has(day));
	const isAdded = [...read].some((day) => !days.has(day) && !meant.has(day));
	const times = timesOf(told);
	const isOff = [...short.matchAll(/(\d\d):(\d\d)/g)].some(
		([, hours = '', minutes = '']) => !times.has(clock(Number(hours), minutes))
	);
	if (isMissed || isAdded || isOff) return null;
	return [short, ...remarksOn(short, told).map((remark) => `"${remark}"`)].join('; ');
}
