/**
 * Opening times in short form, held against the words that they were made from. Whoever made them
 * read words by machine, and lost a day where it stood after a comma, lost the afternoon after "and",
 * took "closed" for hours and "every day except Sunday" for Sunday, or said each week of what is each
 * month. What does not agree with its words is not told at all.
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

/** Words, numbers and signs, in lower case; a day that is glued to what stands before or after it is apart. */
const tokensOf = (told: string): string[] =>
	told
		.replace(/(?<=[a-z\d.)])(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)/g, ' ')
		.replace(/(?<=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[a-rt-z])/g, ' ')
		.toLowerCase()
		.match(/\d+(?:st|nd|rd|th)?|[a-z]+|[^\sa-z\d]/g) ?? [];

const CLOSED_AT_WEEKENDS =
	/closed (?:at |on |for |over )?(?:the )?weekends?|weekends?:? (?:is |are )?closed/g;

/** The days that a text names, from Monday, without those that are said to be closed. */
function daysOf(told: string): Set<number> {
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
	const text = told.toLowerCase().replace(CLOSED_AT_WEEKENDS, ' ');
	const meant = new Set<number>();
	if (/daily|every ?day|\b(?:7|seven) days|all week|24\/7/.test(text))
		for (const one of range(0, 6)) meant.add(one);
	if (/week ?days/.test(text)) for (const one of WEEKDAYS) meant.add(one);
	if (/week ?ends?/.test(text)) for (const one of WEEKEND) meant.add(one);
	return new Set([...days, ...meant]);
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

interface Period {
	from: number;
	to: number;
}

/** A time of the day as people write it: hours, minutes, which half of the day; or its name. */
const TIME = String.raw`(?:(\d{1,2})(?:\s?[:.]\s?(\d\d)|(\d\d))?\s?([ap])?\.?(?:m\b)?\.?|(noon|midday|midnight))`;
/** From one time until another. */
const FROM_UNTIL = new RegExp(
	String.raw`(?<![\d/:.])${TIME}\s?(?:-|–|—|to|until|till|til)\s?(?:about )?(?:12 )?${TIME}(?![\d/]|st\b|nd\b|rd\b|th\b|\s?(?:years?|yrs?)\b)`,
	'g'
);

/** The minutes of the day that a time may mean: both halves, where its words have no "am" or "pm". */
function minutesOf(hours = '', minutes = '00', half = '', named = ''): number[] {
	if (named === 'midnight') return [0, 24 * 60];
	if (named !== '') return [12 * 60];
	const [hour, minute] = [Number(hours), Number(minutes)];
	if (hour > 24 || minute > 59) return [];
	if (hour > 12) return [hour * 60 + minute];
	const early = (hour % 12) * 60 + minute;
	// "12am" is written of midnight and of noon.
	return half === 'a' && hour !== 12
		? [early]
		: half === 'p' && hour !== 12
			? [early + 12 * 60]
			: [early, early + 12 * 60, early + 24 * 60];
}

/** Whether a time among hours of a text is one, and no age or date: it has minutes, or a half of the day. */
const isTime = (...parts: (string | undefined)[]): boolean =>
	parts.some((part) => part !== undefined && part !== '');

/**
 * Whether words have hours, from one time until another, of which the short form has nothing: the
 * afternoon after "9am to 1pm & 2pm to 5pm". Hours of a class within those of its building are in them.
 */
function losesHours(short: string, told: string): boolean {
	const open: Period[] = [...short.matchAll(/(\d\d):(\d\d)-(\d\d):(\d\d)/g)].map(
		([, fromHour, fromMinute, toHour, toMinute]) => ({
			from: Number(fromHour) * 60 + Number(fromMinute),
			to: Number(toHour) * 60 + Number(toMinute)
		})
	);
	// Where a form lost the half of the day, an end may be before its beginning.
	const halves = open.flatMap(({ from, to }) => [
		{ from, to },
		...(to <= from
			? [
					{ from, to: to + 12 * 60 },
					{ from, to: to + 24 * 60 }
				]
			: []),
		{ from: from + 12 * 60, to: to + 12 * 60 }
	]);
	return [...told.toLowerCase().matchAll(FROM_UNTIL)].some(
		([, h1, m1, n1, a1, w1, h2, m2, n2, a2, w2]) => {
			if (!isTime(m1, n1, a1, w1, m2, n2, a2, w2)) return false;
			const froms = minutesOf(h1, m1 ?? n1, a1, w1);
			const tos = minutesOf(h2, m2 ?? n2, a2, w2);
			if (froms.length === 0 || tos.length === 0) return false;
			return !halves.some(
				({ from, to }) =>
					froms.some((one) => from <= one && one < to) && tos.some((one) => from < one && one <= to)
			);
		}
	);
}

const DAY_NAMES = [...DAY_OF.keys()].join('|');
/** A day that is left out, of which the short form has made one that is open; and hours that are closed. */
const LEAVES_OUT = [
	new RegExp(
		String.raw`\b(?:except|excluding|apart from|other than|but not)\b[^.;)]{0,25}\b(?:${DAY_NAMES})\b`
	),
	/closed (?:for|over|at|during) (?:an hour|lunch)/,
	/(?:closed|closes)(?: (?:for lunch|from|between|at))*\s?[-/(]?\s?\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m|\s?-\s?\d)/
];
const leavesOut = (told: string): boolean =>
	LEAVES_OUT.some((words) => words.test(told.toLowerCase()));

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
 * say that it is not each week or in term time alone; null where the days of the words are others,
 * where one of both has hours that the other has not, where a day or an hour is left out, and where
 * there is no short form.
 */
export function hoursAsTold(short: string | null, told: string | null): string | null {
	if (short === null || told === null || told.includes(CALENDAR)) return short;
	const days = daysOf(told);
	const read = shortDaysOf(short);
	if (days.size !== read.size || [...days].some((day) => !read.has(day))) return null;
	const times = timesOf(told);
	const isOff = [...short.matchAll(/(\d\d):(\d\d)/g)].some(
		([, hours = '', minutes = '']) => !times.has(clock(Number(hours), minutes))
	);
	if (isOff || losesHours(short, told) || leavesOut(told)) return null;
	return [short, ...remarksOn(short, told).map((remark) => `"${remark}"`)].join('; ');
}
