/** Opening times for people: the short form that directories use, a line a day or days. */

import { capitalise, formatList } from '../text/format.ts';

const DAYS: Readonly<Record<string, string>> = {
	Mo: 'Monday',
	Tu: 'Tuesday',
	We: 'Wednesday',
	Th: 'Thursday',
	Fr: 'Friday',
	Sa: 'Saturday',
	Su: 'Sunday',
	PH: 'Public holidays'
};
/** Which of a month: "Mo[2]" is its second Monday. */
const WHICH: Readonly<Record<string, string>> = {
	'1': 'first',
	'2': 'second',
	'3': 'third',
	'4': 'fourth',
	'5': 'fifth',
	'-1': 'last'
};
/** "Mo", "Mo-Fr", "Mo,We" at the beginning of a rule. */
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:\s*[-,]\s*(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+(\S.*)$/;
/** "Mo[2]", "We[1,3]" at the beginning of a rule. */
const OF_THE_MONTH = /^(Mo|Tu|We|Th|Fr|Sa|Su)\[([1-5](?:,[1-5])*|-1)\]\s+(\S.*)$/;

/** What a list's own words say of its times, and the short form has no sign for. */
export const NOT_EVERY_WEEK = {
	all: 'not every week',
	some: 'not all of them every week'
} as const;
export const TERM_TIME = {
	all: 'in term time only',
	some: 'some or all in term time only'
} as const;
export type Remark = (typeof NOT_EVERY_WEEK)['all' | 'some'] | (typeof TERM_TIME)['all' | 'some'];
/** A remark as the short form has them: between quotes, in the place of a rule. */
const REMARK = /^"([^"]+)"$/;

/** Where the line of a remark ends. */
const PLEASE_ASK = ': please ask';

/** The remark in the place of a rule; null where it is a rule. */
export const remarkOf = (rule: string): string | null => REMARK.exec(rule)?.[1] ?? null;

/** Hours that begin and end at midnight: forms write so of a day without any. */
const NO_HOURS = / 00:00-00:00$/;

/**
 * Lines of opening times: "Tu 09:00-17:30; Sa 10:00-13:00" → "Tuesday 09:00–17:30",
 * "Saturday 10:00–13:00". What is not in that form stands as it was given. None where nothing is known, and none of a day without hours.
 */
export function openingLines(times: string | null): string[] {
	if (times === null) return [];
	const rules = times.split(';').map((rule) => rule.trim());
	return rules
		.filter((rule) => rule !== '' && !NO_HOURS.test(rule))
		.map((rule) => (isOdd(rule) ? `${inWords(rule)} ${AS_PRINTED}` : inWords(rule)));
}

/** Few open before this, and few that open before the other are open past midnight. */
const [EARLIEST, EVENING] = ['06:00', '17:00'] as const;
const PERIOD = /(\d\d:\d\d)-(\d\d:\d\d)/g;
/** What forms make of "3.30 to 5": nobody can say which half of the day was meant. */
const AS_PRINTED = '(as printed; please ask)';

/** Whether a period begins in the night and ends by day, or ends before it begins; all day is neither. */
const isOdd = (rule: string): boolean =>
	[...rule.matchAll(PERIOD)].some(([, from = '', to = '']) =>
		to <= from ? from < EVENING && to !== '00:00' : from < EARLIEST && to < '23:00'
	);

function inWords(rule: string): string {
	const remark = remarkOf(rule);
	if (remark !== null) return `${capitalise(remark)}${PLEASE_ASK}`;
	const [, day, which, when] = OF_THE_MONTH.exec(rule) ?? [];
	if (day !== undefined && which !== undefined && when !== undefined) {
		const ones = which.split(',').map((one) => WHICH[one] ?? one);
		return `${capitalise(formatList(ones))} ${DAYS[day] ?? day} of the month ${withDash(when)}`;
	}
	const [, days, hours] = RULE.exec(rule) ?? [];
	if (days === undefined || hours === undefined) return rule;
	const named = joined(
		joined(
			days.replace(/[A-Z][a-z]|PH/g, (day) => DAYS[day] ?? day),
			'-',
			' to '
		),
		',',
		', '
	);
	return `${named} ${withDash(hours)}`;
}

/** "10:00-13:00,14:00-19:00" → "10:00–13:00, 14:00–19:00". */
const withDash = (hours: string): string =>
	hours.replace(/(\d)-(\d)/g, '$1–$2').replace(/(\d),(?=\d)/g, '$1, ');

/** What a sign divides, joined by words in its place. */
const joined = (text: string, sign: string, words: string): string =>
	text
		.split(sign)
		.map((part) => part.trim())
		.join(words);

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Lines in the order of the week, of which those of one day each that follow each other and have the
 * same hours are one: "Monday to Friday 09:00–17:00".
 */
export function withDaysTogether(lines: readonly string[]): string[] {
	const runs: { first: string; last: string; hours: string }[] = [];
	const dayOf = (line: string) => line.slice(0, line.indexOf(' '));
	const times = lines.filter((line) => !line.endsWith(PLEASE_ASK));
	const inOrder = times.every((line) => WEEK.includes(dayOf(line)))
		? times.toSorted((a, b) => WEEK.indexOf(dayOf(a)) - WEEK.indexOf(dayOf(b)))
		: times;
	for (const line of inOrder) {
		const [day, hours] = [dayOf(line), line.slice(line.indexOf(' ') + 1)];
		const before = runs.at(-1);
		const follows = WEEK.indexOf(day) > 0 && before?.last === WEEK[WEEK.indexOf(day) - 1];
		if (before && follows && before.hours === hours) before.last = day;
		else runs.push({ first: day, last: day, hours });
	}
	const together = runs.map(({ first, last, hours }) => {
		if (first === last) return `${first} ${hours}`;
		const two = WEEK.indexOf(last) === WEEK.indexOf(first) + 1;
		return `${first} ${two ? 'and' : 'to'} ${last} ${hours}`;
	});
	return [...together, ...lines.filter((line) => line.endsWith(PLEASE_ASK))];
}
