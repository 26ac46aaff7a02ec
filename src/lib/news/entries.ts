/**
 * What has changed in a region, from what the data themselves date: when lists first and last named
 * a place, when people checked it, when lists were read, and which areas entered or left one. Nothing is guessed:
 * first listed is not opened, and no longer listed is not closed.
 */
import type { Move } from '../changes/core20-changes.ts';
import type { ChangedArea } from '../changes/listed-areas.ts';
import { lastDayOf } from '../register/freshness.ts';
import type { Claim } from '../register/register.ts';
import { capitalise, formatMonth, formatNumber, formatQuantity } from '../text/format.ts';
import { checkNews } from './checks.ts';
import type { NewsEntry } from './entry.ts';
import { counted, grouped, listed, namesOf, placesIn } from './names.ts';

export interface NewsSource {
	claims: readonly Claim[];
	/** Titles of datasets by id. */
	titles: ReadonlyMap<string, string>;
	/** The neighbourhoods that entered or left the list, in whole or in part. */
	changed: readonly ChangedArea[];
	/** What became different with each release that is kept. */
	updates?: readonly NewsEntry[];
}

/** All that can be said, the newest first. */
export function newsOf({ claims, titles, changed, updates = [] }: NewsSource): NewsEntry[] {
	const entries = [
		...placeNews(claims),
		...checkNews(claims),
		...listNews(claims, titles),
		...areaNews(changed),
		...updates
	];
	return entries.sort(
		(a, b) =>
			compare(lastDayOf(b.date), lastDayOf(a.date)) ||
			compare(a.kind, b.kind) ||
			compare(a.id, b.id)
	);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Entries of after a day; those of the day’s own month or year only where they are dated later. */
export const newsSince = (entries: readonly NewsEntry[], day: string): NewsEntry[] =>
	entries.filter(({ date }) => lastDayOf(date) > day);

/** When places were first and last named, by source and month. */
function placeNews(claims: readonly Claim[]): NewsEntry[] {
	const bySource = grouped(claims, ({ source }) => source);
	return [...bySource].flatMap(([source, all]) => {
		const listings = listingsOf(all);
		const days = listings.flatMap(({ firstSeen }) => firstSeen ?? []);
		if (days.length === 0) return closedNews(source, all);
		// What was there when the list was first read did not come then.
		const began = days.reduce((first, day) => (day < first ? day : first)).slice(0, 7);
		const read = all.reduce((last, { collected }) => (collected > last ? collected : last), '');
		const came = grouped(listings, ({ firstSeen }) => firstSeen?.slice(0, 7) ?? null);
		const went = grouped(listings, ({ lastSeen }) =>
			lastSeen !== null && lastSeen < read ? lastSeen.slice(0, 7) : null
		);
		return [
			...[...came].flatMap(([month, those]) =>
				month === null || month === began
					? []
					: [entry(source, 'first', month, those, 'first listed')]
			),
			...[...went].flatMap(([month, those]) =>
				month === null ? [] : [entry(source, 'last', month, those, 'last listed')]
			),
			...closedNews(source, all)
		];
	});
}

/**
 * A claim of each place with the first and the last day that any listing of it was seen: a list that
 * gives a place a new number has not dropped it, nor found a new one.
 */
function listingsOf(claims: readonly Claim[]): Claim[] {
	return [...grouped(claims, ({ place }) => place).values()].flatMap((those) => {
		const [newest] = those.toSorted((a, b) => compare(b.lastSeen ?? '', a.lastSeen ?? ''));
		const seen = those.flatMap(({ firstSeen }) => firstSeen ?? []).sort();
		return newest ? [{ ...newest, firstSeen: seen[0] ?? null }] : [];
	});
}

/** What a first or last listing does not say. */
const AFTER = {
	first: {
		one: 'It may have been there before it was listed.',
		many: 'They may have been there before they were listed.'
	},
	last: {
		one: 'It has not been listed since. It may still be there.',
		many: 'They have not been listed since. They may still be there.'
	}
} as const;

function entry(
	source: string,
	what: 'first' | 'last',
	month: string,
	claims: readonly Claim[],
	words: string
): NewsEntry {
	const those = counted(claims);
	return {
		id: `${source}-${what}-${month}`,
		date: month,
		kind: 'places',
		title: `${capitalise(those)} ${words} in ${formatMonth(month)}`,
		says: `${namesOf(claims)}. ${AFTER[what][placesIn(claims).length === 1 ? 'one' : 'many']}`,
		dataset: source
	};
}

/** Places that their list says have closed; it does not say when. */
function closedNews(source: string, claims: readonly Claim[]): NewsEntry[] {
	const closed = claims.filter(({ status }) => status === 'closed');
	const [first] = closed;
	if (!first) return [];
	return [
		{
			id: `${source}-closed-${first.collected}`,
			date: first.collected,
			kind: 'places',
			title: `${capitalise(counted(closed))} listed as closed by ${formatMonth(first.collected)}`,
			says: `${namesOf(closed)}. The list does not say when ${placesIn(closed).length === 1 ? 'it' : 'they'} closed.`,
			dataset: source
		}
	];
}

/** When each list was read. */
function listNews(claims: readonly Claim[], titles: ReadonlyMap<string, string>): NewsEntry[] {
	return [...grouped(claims, ({ source }) => source)].map(([source, all]) => {
		const date = all.reduce((last, { collected }) => (collected > last ? collected : last), '');
		const open = placesIn(all.filter(({ status }) => status !== 'closed')).length;
		return {
			id: `${source}-read-${date}`,
			date,
			kind: 'lists',
			title: `${titles.get(source) ?? source}: as it stood in ${formatMonth(date)}`,
			says: `This list names ${formatQuantity(open, 'place')} here. We do not know what has opened or closed since.`,
			dataset: source
		};
	});
}

/** The year of the newer index, which has no day of its own here. */
const INDEX = '2025';

/** Which neighbourhoods entered or left the list with the index. */
function areaNews(changed: readonly ChangedArea[]): NewsEntry[] {
	const of = (move: Move) => changed.filter((area) => area.move === move).map(({ name }) => name);
	const [entered, left, part] = [of('entered'), of('left'), of('in-part')];
	if (changed.length === 0) return [];
	return [
		{
			id: `core20-${INDEX}`,
			date: INDEX,
			kind: 'areas',
			title: `With the index of ${INDEX}, ${formatNumber(entered.length)} entered the most deprived fifth of England’s neighbourhoods and ${formatNumber(left.length)} left it`,
			says: [
				...(entered.length > 0 ? [`Entered: ${listed(entered)}.`] : []),
				...(left.length > 0 ? [`Left: ${listed(left)}.`] : []),
				...(part.length > 0
					? [`Boundaries redrawn, and only partly on the list: ${listed(part)}.`]
					: []),
				'The list is based on rank. Leaving it does not prove that life there got better.'
			].join(' '),
			dataset: `deprivation-${INDEX}`
		}
	];
}
