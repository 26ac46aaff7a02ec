/**
 * Whether a place is open after 5pm or at weekends, by the hours that its lists give. What is not
 * read to its last sign says nothing: half a text may leave out the half that matters.
 */
import type { DirectoryRow } from './directory.ts';
import { pooled } from './field-check.ts';
import { NOT_EVERY_WEEK, remarkOf, TERM_TIME } from '../opening-times.ts';
import type { Known } from './known.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
type Day = (typeof DAYS)[number];

/** When a place is open on some days: minutes after midnight; one that ends after midnight ends after 1,440. */
export interface OpenTime {
	days: Day[];
	from: number;
	to: number;
	/** Only in some weeks of a month: "Sa[1]". */
	someWeeks: boolean;
}

/** "Mo-Fr", "Sa,Su", "Tu[2,4]", and the hours that follow. */
const RULE =
	/^([A-Z][a-z](?:[-,][A-Z][a-z])*)(\[-?\d(?:,-?\d)*\])? (\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)$/;
const DAY_MINUTES = 24 * 60;
const EVENING = 17 * 60;
/** Remarks that say that what stands before them is not so in all weeks. */
const KNOWN_REMARKS: ReadonlySet<string> = new Set([
	...Object.values(NOT_EVERY_WEEK),
	...Object.values(TERM_TIME)
]);
/** Longer texts are no opening times. */
const LONGEST = 2_000;

/** The opening times of a text in the short form of directories; null where any of it is not that. */
export function readOpeningTimes(text: string): OpenTime[] | null {
	if (text.length > LONGEST) return null;
	const rules = text.split(';').map((rule) => rule.trim());
	const remarks = rules.flatMap((rule) => remarkOf(rule) ?? []);
	if (remarks.some((remark) => !KNOWN_REMARKS.has(remark))) return null;
	const read = rules
		.filter((rule) => rule !== '' && rule !== 'PH off' && remarkOf(rule) === null)
		.map(readRule);
	if (read.length === 0 || read.some((times) => times === null)) return null;
	// Which of the times a remark is on, it does not say.
	return read
		.flatMap((times) => times ?? [])
		.map((time) => (remarks.length > 0 ? { ...time, someWeeks: true } : time));
}

function readRule(rule: string): OpenTime[] | null {
	const [, days, weeks, hours] = RULE.exec(rule) ?? [];
	if (days === undefined || hours === undefined) return null;
	const named = readDays(days);
	const times = hours.split(',').map(readHours);
	if (named === null || times.some((time) => time === null)) return null;
	const someWeeks = weeks !== undefined;
	return times.flatMap((time) => (time === null ? [] : [{ days: named, ...time, someWeeks }]));
}

function readDays(text: string): Day[] | null {
	const days = new Set<Day>();
	for (const part of text.split(',')) {
		const ends = part.split('-').map((name) => DAYS.findIndex((day) => day === name));
		const [first = -1, last = first] = ends;
		if (ends.length > 2 || first < 0 || last < first) return null;
		for (const day of DAYS.slice(first, last + 1)) days.add(day);
	}
	return [...days];
}

function readHours(text: string): { from: number; to: number } | null {
	const [from = NaN, to = NaN] = text.split('-').map((time) => {
		const [hour = NaN, minute = NaN] = time.split(':').map(Number);
		const minutes = hour * 60 + minute;
		return minute < 60 && minutes <= DAY_MINUTES ? minutes : NaN;
	});
	if (Number.isNaN(from) || Number.isNaN(to) || from === to || from === DAY_MINUTES) return null;
	return { from, to: to < from ? to + DAY_MINUTES : to };
}

/** Whether one text has hours after 5pm, or on a Saturday or Sunday, in every week or in some. */
export function openLateBy(text: string | null): Known {
	const times = text === null ? null : readOpeningTimes(text);
	if (times === null) return 'unknown';
	const isLate = ({ days, to }: OpenTime) =>
		to > EVENING || days.includes('Sa') || days.includes('Su');
	return times.some(isLate) ? 'yes' : 'no';
}

/**
 * Whether anything at a place is open after 5pm or at weekends. It is not known where the hours of the
 * leading listing are not: a warm space's hours are not those of the library that it is in.
 */
export function openLate(row: Pick<DirectoryRow, 'lead' | 'claims'>): Known {
	const open = row.claims.filter(({ asset }) => asset.status !== 'closed');
	if (open.some(({ asset }) => openLateBy(asset.openingTimes) === 'yes')) return 'yes';
	const rest = open.filter(({ asset }) => asset.openingTimes !== null);
	return openLateBy(pooled(row).openingTimes) === 'no' &&
		rest.every(({ asset }) => openLateBy(asset.openingTimes) === 'no')
		? 'no'
		: 'unknown';
}
