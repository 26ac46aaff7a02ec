/**
 * How much an entry of the register can still be trusted, from its dates alone:
 *
 * - closed: its source says so.
 * - verified: checked within the year before the reference date, by a role that is named.
 * - unverified: seen in a source within that year, and not checked.
 * - stale: neither. It may well be there; nobody has looked lately.
 *
 * The reference date is the newest day on which any source of the register was collected,
 * never the reader's clock: a page built today says the same in a year, and says of which
 * day it speaks. What a reader brings is newer, and moves the reference date for that reader.
 */
import type { Asset } from './asset.ts';
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
}

type Dated = Pick<Asset, 'status' | 'verified' | 'verifiedBy' | 'lastSeen' | 'collected'>;

/** The last day that a date of any precision may mean: "2023" → "2023-12-31". */
export function lastDayOf(date: string): string {
	const [year = '', month = '12', day] = date.split('-');
	if (day !== undefined) return date;
	const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return `${year}-${month}-${String(days).padStart(2, '0')}`;
}

/** The day that many months before a date, at the latest the month's last. */
export function monthsBefore(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = lastDayOf(date).split('-').map(Number);
	const there = new Date(Date.UTC(year, month - 1 - months + 1, 0));
	there.setUTCDate(Math.min(day, there.getUTCDate()));
	return there.toISOString().slice(0, 10);
}

/** The newest of some dates by their last possible day; empty where there is none. */
export function newestOf(dates: Iterable<string | null>): string {
	let newest = '';
	for (const date of dates) {
		if (date && (newest === '' || lastDayOf(date) > lastDayOf(newest))) newest = date;
	}
	return newest;
}

/** The date that freshness is reckoned from: when the newest source was collected. */
export function referenceDate(assets: Iterable<Pick<Asset, 'collected'>>): string {
	const days: string[] = [];
	for (const { collected } of assets) days.push(collected);
	return newestOf(days);
}

/**
 * The status of an asset on the reference date. A source without dates of its own saw the asset
 * when it was collected. An imprecise date counts as the latest day that it may mean.
 */
export function freshnessOf(asset: Dated, reference: string): Freshness {
	const seen = asset.lastSeen ?? asset.collected;
	if (asset.status === 'closed') {
		return { status: 'closed', date: seen, reason: `closed by its source, ${formatMonth(seen)}` };
	}
	const bar = monthsBefore(reference, FRESH_MONTHS);
	const isFresh = (date: string | null) => date !== null && lastDayOf(date) >= bar;
	const { verified } = asset;
	if (verified !== null && isFresh(verified)) {
		return { status: 'verified', date: verified, reason: `checked ${formatMonth(verified)}` };
	}
	const date = newestOf([verified, seen]);
	if (isFresh(seen)) {
		return { status: 'unverified', date: seen, reason: `seen ${formatMonth(seen)}, not checked` };
	}
	return {
		status: 'stale',
		date,
		reason: `last ${verified !== null && date === verified ? 'checked' : 'seen'} ${formatMonth(date)}`
	};
}

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
	return `The register was last collected in ${formatMonth(reference)}, ${months} months ago by the clock of this device. Statuses are as of then: take every one of them for that much older.`;
}
