/**
 * The day of the data that a link was made with, of every page: the newest day that a list was read.
 * What opens with newer data can so say what has changed since.
 */
import { lastDayOf } from '../register/freshness.ts';
import { formatDay } from '../text/document-date.ts';
import { formatMonth, formatNumber } from '../text/format.ts';
import { shorten } from './codec.ts';
import { DATA_PARAMETER } from './data-parameter.ts';

/** A link that says of which day its data are. */
export const withDataDay = (link: string, day: string): string =>
	day === '' ? link : `${link}${link.includes('?') ? '&' : '?'}${DATA_PARAMETER}=${day}`;

/** What a link says of its data: nothing to tell, a day before ours, or a sentence on what it says. */
export type DataOfLink = { since: string } | { note: string } | null;

/** What is to be told of the data of a link; `ours` is the day of those that the page has. */
export function dataInLink(query: string, ours: string): DataOfLink {
	const text = new URLSearchParams(query).get(DATA_PARAMETER);
	if (text === null) return null;
	if (!isDate(text)) {
		return {
			note: `Part of this link was left out: “${shorten(text)}” is not a date such as 2026-08-17.`
		};
	}
	const [theirs, here] = [lastDayOf(text), lastDayOf(ours)];
	if (theirs > here) {
		return {
			note: `This link was made with data from ${inWords(text)}, which this site does not have yet. You are looking at data from ${inWords(ours)}.`
		};
	}
	return theirs < here ? { since: text } : null;
}

/** A month or a day that there is. */
function isDate(text: string): boolean {
	if (!/^20\d\d-\d\d(-\d\d)?$/.test(text)) return false;
	const day = text.length === 7 ? `${text}-01` : text;
	const time = Date.parse(day);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const inWords = (date: string): string =>
	date.length === 10 ? formatDay(date) : formatMonth(date);

/** What is dated of a region, the newest first: what changed, without the details. */
export type Dated = readonly (readonly [date: string, title: string])[];

/** What changed since the day of a link's data, in words. */
export function whatChanged(since: string, dated: Dated): string {
	const after = dated.filter(([date]) => lastDayOf(date) > lastDayOf(since));
	const made = `This link was made with data from ${inWords(since)}.`;
	const [newest] = after;
	if (!newest)
		return `${made} Nothing that we know of here is dated after that, though official figures may be newer.`;
	const title = newest[1];
	return after.length === 1
		? `${made} Since then one thing has changed here: ${title}.`
		: `${made} Since then ${formatNumber(after.length)} things have changed here; the latest: ${title}.`;
}
