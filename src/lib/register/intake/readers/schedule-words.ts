/**
 * Schedules of Open Referral in words: when something is held, how often, and from when until when.
 * Their fields are those of calendars (RFC 5545): `1MO` is the first Monday, `interval` 2 every other.
 */
import { cellOf } from '../../../text/cells.ts';
import { formatList } from '../../../text/format.ts';
import type { Json } from '../json.ts';
import { readDay } from '../values.ts';

const DAYS: Readonly<Record<string, string>> = {
	MO: 'Monday',
	TU: 'Tuesday',
	WE: 'Wednesday',
	TH: 'Thursday',
	FR: 'Friday',
	SA: 'Saturday',
	SU: 'Sunday'
};
const NTH: Readonly<Record<string, string>> = {
	'1': 'first',
	'2': 'second',
	'3': 'third',
	'4': 'fourth',
	'5': 'fifth',
	'-1': 'last',
	'-2': 'last but one'
};
const dates = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A schedule in words; empty where it says nothing. `today` is an ISO day, where it is known. */
export function scheduleWords(schedule: Json, today?: string): string {
	const said = (name: string) => cellOf(schedule[name]).trim();
	const [from, to] = [timeOf(said('opens_at')), timeOf(said('closes_at'))];
	const times = from && to ? `${from}–${to}` : from ? `from ${from}` : '';
	const days = daysOf(said);
	const what = [days, times].filter((part) => part !== '').join(' ');
	const description = said('description');
	if (what === '' || (times === '' && description !== '')) {
		return description === '' ? '' : withSpan(description, schedule, today);
	}
	return withSpan(what, schedule, today);
}

/** Whether a schedule ended before a day. */
export function hasEnded(schedule: Json, today: string): boolean {
	const end = endOf(schedule);
	return end !== null && end < today;
}

const endOf = (schedule: Json): string | null =>
	dayOf(cellOf(schedule['valid_to'])) ?? dayOf(cellOf(schedule['until']));

/** From "09:00:00Z" to "09:00". */
const timeOf = (text: string): string => /^\d{1,2}:\d{2}/.exec(text)?.[0] ?? '';

function dayOf(text: string): string | null {
	const day = readDay(text.trim().slice(0, 10));
	return day?.length === 10 ? day : null;
}

function daysOf(said: (name: string) => string): string {
	const every = Number(said('interval') || '1');
	const freq = said('freq').toUpperCase();
	const days = (said('byday') || said('weekday'))
		.split(',')
		.map((day) => day.trim())
		.filter((day) => day !== '');
	const nths = days.map((day) => /^([+-]?\d)([A-Z]{2})$/i.exec(day));
	if (nths.some((nth) => nth !== null)) {
		const named = nths.map((nth, i) =>
			nth
				? `${NTH[(nth[1] ?? '').replace('+', '')] ?? nth[1]} ${dayName(nth[2] ?? '')}`
				: dayName(days[i] ?? '')
		);
		return `${formatList(named)} ${monthly(every)}`;
	}
	const ofMonth = said('bymonthday')
		.split(',')
		.map((day) => day.trim())
		.filter((day) => /^-?\d{1,2}$/.test(day));
	if (ofMonth.length > 0) return `${formatList(ofMonth.map(ordinal))} ${monthly(every)}`;
	const named = days.map(dayName).join(', ');
	if (freq === 'DAILY' && named === '') return every > 1 ? `every ${every} days` : 'every day';
	if (freq === 'MONTHLY' && named === '')
		return every > 1 ? `every ${every} months` : 'every month';
	if (freq === 'YEARLY') return ['every year', named].filter((part) => part !== '').join(', ');
	if (every > 1 && freq !== 'MONTHLY') {
		if (named === '') return every === 2 ? 'every other week' : `every ${every} weeks`;
		return every === 2 ? `every other ${named}` : `${named}, every ${every} weeks,`;
	}
	return named;
}

const monthly = (every: number): string =>
	every === 2
		? 'of every other month'
		: every > 2
			? `of the month, every ${every} months,`
			: 'of the month';

const dayName = (day: string): string => DAYS[day.toUpperCase()] ?? day;

/** "1" → "1st day", "-1" → "last day". */
function ordinal(day: string): string {
	const n = Number(day);
	if (n < 0) return n === -1 ? 'last day' : `${-n} days before the end`;
	const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
	return `${n}${ending} day`;
}

/** With when it begins and ends, as far as that is not long past. */
function withSpan(words: string, schedule: Json, today = ''): string {
	const begin = dayOf(cellOf(schedule['valid_from']));
	const end = endOf(schedule);
	const inWords = (iso: string) => dates.format(new Date(iso));
	if (end !== null && end < today) return `ended on ${inWords(end)}: ${words}`;
	const span = [
		begin !== null && begin > today && today !== '' ? `from ${inWords(begin)}` : '',
		end === null ? '' : `until ${inWords(end)}`
	].filter((part) => part !== '');
	return span.length === 0 ? words : `${words} (${span.join(' ')})`;
}
