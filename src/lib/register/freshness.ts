/**
 * How much an entry of the register can still be trusted, from its dates alone:
 *
 * - closed: its source says so, or has listed it at another address since.
 * - verified: checked within the year before its source was last collected, by a role that is
 *   named.
 * - unverified: seen in its source within that year, and not checked.
 * - stale: neither. It may well be there; nobody has looked lately.
 *
 * The year is counted back from the last collection of the entry's own source: what another list
 * was read later says nothing of it. A source that is old makes nothing stale by itself; how old it
 * is stands beside. Never the reader's clock: a page built today says the same in a year, and says
 * of which day it speaks.
 */
import type { Asset } from './asset.ts';
import type { AssetsPart } from './parts.ts';
import type { AssetStatus } from './kinds.ts';
import { formatMonth } from '../text/format.ts';

/** Months for which a check or a sighting counts. */
export const FRESH_MONTHS = 12;

export interface Freshness {
	status: AssetStatus;
	/** The date that decides: of the check, or when last seen. As precise as is known. */
	date: string;
	/** In words, with the date. */
	reason: string;
	/** What the year was counted back from: the last collection of its own source. */
	from: string;
}

type Dated = Pick<Asset, 'status' | 'verified' | 'verifiedBy' | 'lastSeen' | 'collected'> & {
	/** Of what moves, as in a claim. */
	moves?: true | undefined;
};

/** The last day that a date of any precision may mean: "2023" → "2023-12-31". */
export function lastDayOf(date: string): string {
	const [year = '', month = '12', day] = date.split('-');
	if (day !== undefined) return date;
	return `${year}-${month}-${twoDigits(daysIn(Number(year), Number(month)))}`;
}

/** Asked of each place of a register, where the language's own calendar takes ten times as long. */
const daysIn = (year: number, month: number): number =>
	month === 2
		? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
			? 29
			: 28
		: [4, 6, 9, 11].includes(month)
			? 30
			: 31;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The day that many months before a date, at the latest the month's last. */
export function monthsBefore(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = lastDayOf(date).split('-').map(Number);
	const since = year * 12 + month - 1 - months;
	const [yearThen, monthThen] = [Math.floor(since / 12), (since % 12) + 1];
	const dayThen = Math.min(day, daysIn(yearThen, monthThen));
	return `${yearThen}-${twoDigits(monthThen)}-${twoDigits(dayThen)}`;
}

/** The newest of some dates by their last possible day; empty where there is none. */
export function newestOf(dates: Iterable<string | null>): string {
	let newest = '';
	for (const date of dates) {
		if (!date || date === newest) continue;
		if (newest === '' || lastDayOf(date) > lastDayOf(newest)) newest = date;
	}
	return newest;
}

/** The day that each source was last collected, by its id. */
export type Collections = ReadonlyMap<string, string>;

/** When each source was last collected, of everything that any of them lists. */
export function collectionsOf(assets: Iterable<Pick<Asset, 'source' | 'collected'>>): Collections {
	const days = new Map<string, string>();
	for (const { source, collected } of assets) {
		const newest = days.get(source);
		// Most rows of a source were collected on one day.
		if (newest === collected) continue;
		days.set(source, newestOf([newest ?? null, collected]));
	}
	return days;
}

/**
 * Whether a source that was last collected on a day named something within the year before: what
 * map, gaps, siting, the register and downloads all call "in the last year". A source without
 * dates of its own names everything when it is collected.
 *
 * @param lastSeen day, month or year; null where the source has no dates
 * @param collected when that very source was last collected
 */
export const isSeenLately = (lastSeen: string | null, collected: string): boolean =>
	lastSeen === null ||
	// Most are seen on that very day.
	lastSeen === collected ||
	lastDayOf(lastSeen) >= monthsBefore(collected, FRESH_MONTHS);

/** When the newest source that lists an asset of a part was last collected. */
export function collectedOf(part: AssetsPart, asset: number): string {
	const days = (part.claims[asset] ?? []).map(
		(claim) => part.sources[claim]?.collected ?? part.collected
	);
	return newestOf(days) || part.collected;
}

/**
 * What "in the last year" is counted back from, in words: "counted back from August 2026, the list's
 * own last collection"; of several lists, the first and the last.
 */
export function countedBackWords(collected: Iterable<string>): string {
	const days = [...new Set(collected)].sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1));
	const months = [...new Set(days.map(formatMonth))];
	return months.length === 1
		? `counted back from ${months.join('')}, the list’s own last collection`
		: `counted back from each list’s own last collection, ${months[0] ?? 'not known'} to ${months.at(-1) ?? 'not known'}`;
}

/** Whether a source of an asset of a part named it in the year before that source was last collected. */
export const isListedLately = (part: AssetsPart, asset: number): boolean =>
	isSeenLately(part.lastSeen[asset] ?? null, collectedOf(part, asset));

/**
 * The status of an asset. A source without dates of its own saw the asset when it was collected. An
 * imprecise date counts as the latest day that it may mean.
 *
 * @param collected when the asset's own source was last collected
 */
export function freshnessOf(asset: Dated, collected: string): Freshness {
	const seen = asset.lastSeen ?? asset.collected;
	const of = (status: AssetStatus, date: string, reason: string): Freshness => ({
		status,
		date,
		reason,
		from: collected
	});
	if (asset.status === 'closed') {
		const how = asset.moves
			? `last seen here ${formatMonth(seen)}, listed at another address since`
			: `closed by its source, ${formatMonth(seen)}`;
		return of('closed', seen, how);
	}
	const { verified } = asset;
	if (verified !== null && isSeenLately(verified, collected)) {
		return of('verified', verified, `checked ${formatMonth(verified)}`);
	}
	if (isSeenLately(seen, collected)) {
		return of('unverified', seen, `seen ${formatMonth(seen)}, not checked`);
	}
	const date = newestOf([verified, seen]);
	const how = verified !== null && date === verified ? 'checked' : 'seen';
	return of('stale', date, `last ${how} ${formatMonth(date)}`);
}

/** Months after which figures on staff and services are older figures, from which nobody is singled out. */
export const OLDER_MONTHS = 36;

/** Whether figures on staff or services of a date are older than three years on a day; to the day. */
export const isOlderFigure = (date: string, on: string): boolean =>
	lastDayOf(date) < monthsBefore(on, OLDER_MONTHS);

/** Of several claims about one place, the one that says most in its favour, newest first. */
export function freshestOf(all: readonly Freshness[]): Freshness | undefined {
	const order: readonly AssetStatus[] = ['verified', 'unverified', 'stale', 'closed'];
	// A closing that is newer than every other claim is the last word.
	const newest = newestOf(all.map(({ date }) => date));
	const closing = all.find(
		({ status, date }) => status === 'closed' && lastDayOf(date) === lastDayOf(newest)
	);
	if (closing) return closing;
	return [...all].sort(
		(a, b) =>
			order.indexOf(a.status) - order.indexOf(b.status) ||
			(lastDayOf(a.date) > lastDayOf(b.date) ? -1 : 1)
	)[0];
}

/** Months between two dates, whole ones, by their last possible days. */
export function monthsBetween(earlier: string, later: string): number {
	const [y1 = 0, m1 = 0, d1 = 0] = lastDayOf(earlier).split('-').map(Number);
	const [y2 = 0, m2 = 0, d2 = 0] = lastDayOf(later).split('-').map(Number);
	return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

/**
 * What to tell a reader who comes long after the register was collected; null within half a
 * year. The reader's clock decides only whether this is said, never a status.
 */
export function ageNote(reference: string, today: string): string | null {
	const months = monthsBetween(reference, today);
	if (months < 6) return null;
	return `The newest list here was last collected in ${formatMonth(reference)}, ${months} months ago by the clock of this device. Each status dates from the day its own list was collected, so treat each as at least that much older.`;
}
