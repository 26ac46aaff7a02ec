/**
 * What has changed in a region, from what the data themselves date: when lists first and last named
 * a place, when people checked it, when lists were read, and which areas entered or left one. Nothing is guessed:
 * first listed is not opened, no longer listed is not closed, and a list that was not read any more
 * has dropped nothing.
 */
import type { Move } from '../changes/core20-changes.ts';
import type { ChangedArea } from '../changes/listed-areas.ts';
import { lastDayOf } from '../register/freshness.ts';
import { hasMovedOn, type Claim } from '../register/register.ts';
import { formatDay } from '../text/document-date.ts';
import { capitalise, formatMonth, formatNumber, formatQuantity } from '../text/format.ts';
import { checkNews } from './checks.ts';
import { correctedAmong } from './corrected.ts';
import type { NewsEntry } from './entry.ts';
import { counted, grouped, listed, namesOf, placesIn } from './names.ts';

export interface NewsSource {
	claims: readonly Claim[];
	/** Titles of datasets by id. */
	titles: ReadonlyMap<string, string>;
	/** When the directories within datasets were read, where a dataset has any. */
	directories?: DirectoryReads;
	/** Datasets that we put together ourselves, and when what they rest on is from: "2018 to 2026". */
	compiled?: ReadonlyMap<string, string>;
	/** The neighbourhoods that entered or left the list, in whole or in part. */
	changed: readonly ChangedArea[];
	/** What changed with each release that is kept. */
	updates?: readonly NewsEntry[];
}

/** All that can be said, the newest first. */
export function newsOf({
	claims,
	titles,
	directories = new Map(),
	compiled = new Map(),
	changed,
	updates = []
}: NewsSource): NewsEntry[] {
	const entries = [
		...placeNews(claims, directories),
		...directoryNews(claims, directories),
		...checkNews(claims),
		...listNews(claims, { titles, directories, compiled }),
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

/** When each directory was read, by its {@link directoryKey}. */
export type DirectoryReads = ReadonlyMap<string, DirectoryRead>;

export interface DirectoryRead {
	title: string;
	/** The first and the last day that it lists anything, anywhere: it was read then, and not outside. */
	first: string;
	last: string;
}

/** What a directory goes by: its dataset and its id there; '' for listings that name none. */
export const directoryKey = (source: string, sourceDetail: string | null): string =>
	`${source} ${sourceDetail ?? ''}`;

/** When places were first and last named, by source and month. */
function placeNews(claims: readonly Claim[], directories: DirectoryReads): NewsEntry[] {
	const bySource = grouped(claims, ({ source }) => source);
	return [...bySource].flatMap(([source, all]) => {
		const days = all.flatMap(({ firstSeen }) => firstSeen ?? []).sort();
		const [first] = days;
		if (first === undefined) return closedNews(source, all);
		// A dataset without directories is its own.
		const own = { first, last: readOn(all) };
		const readOf = ({ sourceDetail }: Claim) =>
			directories.get(directoryKey(source, sourceDetail)) ?? own;
		const places = [...grouped(all, ({ place }) => place).values()];
		const { before, after } = correctedAmong(all);
		const came = byMonth(
			places.flatMap((those) => firstListing(those, readOf)).filter(({ id }) => !after.has(id)),
			'firstSeen'
		);
		const ended = places
			.flatMap((those) => lastListing(those, readOf))
			.filter(({ id }) => !before.has(id));
		const went = byMonth(
			ended.filter((claim) => !hasMovedOn(claim)),
			'lastSeen'
		);
		return [
			...[...came].map(([month, those]) => entry(source, 'first', month, those)),
			...[...went].map(([month, those]) => entry(source, 'last', month, those)),
			...[...byMonth(ended.filter(hasMovedOn), 'lastSeen')].map(([month, those]) =>
				entry(source, 'moved', month, those)
			),
			...closedNews(source, all)
		];
	});
}

type ReadOf = (claim: Claim) => Pick<DirectoryRead, 'first' | 'last'>;

const monthOf = (day: string) => day.slice(0, 'yyyy-mm'.length);

const byMonth = (claims: readonly Claim[], field: 'firstSeen' | 'lastSeen') =>
	grouped(claims, (claim) => monthOf(claim[field] ?? ''));

/** The last day that any of some claims was collected. */
const readOn = (claims: readonly Claim[]): string =>
	claims.reduce((last, { collected }) => (collected > last ? collected : last), '');

/**
 * The listing by which a place came: the first of any, as a list that gives a place a new number has
 * not found a new one. None where it was there when that directory was first read: it did not come then.
 */
function firstListing(those: readonly Claim[], readOf: ReadOf): Claim[] {
	const seen = those
		.filter(({ firstSeen }) => firstSeen !== null)
		.toSorted((a, b) => compare(a.firstSeen ?? '', b.firstSeen ?? ''));
	const [first] = seen;
	if (!first) return [];
	const isThatDay = ({ firstSeen }: Claim) => firstSeen === first.firstSeen;
	const wasThere = (claim: Claim) =>
		monthOf(claim.firstSeen ?? '') === monthOf(readOf(claim).first);
	return seen.filter(isThatDay).some(wasThere) ? [] : [first];
}

/**
 * The last listing of a place that is listed no more. None where any of its listings stands on the
 * day that its own directory was last read: that list has not dropped it, whatever was read later.
 */
function lastListing(those: readonly Claim[], readOf: ReadOf): Claim[] {
	const stands = (claim: Claim) => claim.lastSeen === null || claim.lastSeen >= readOf(claim).last;
	if (those.some(stands)) return [];
	return those.toSorted((a, b) => compare(b.lastSeen ?? '', a.lastSeen ?? '')).slice(0, 1);
}

/** What a first or last listing does not say. */
const AFTER = {
	first: {
		one: 'It may have been there before it was listed.',
		many: 'They may have been there before they were listed.'
	},
	last: {
		one: 'It has not been listed at that address since. It may still be there.',
		many: 'They have not been listed at those addresses since. They may still be there.'
	},
	moved: {
		one: 'The directory that listed it there has listed it at another address since.',
		many: 'The directories that listed them there have listed them at other addresses since.'
	}
} as const;

const WORDS = {
	first: 'first listed',
	last: 'last listed',
	moved: 'last listed at an earlier address'
} as const satisfies Record<keyof typeof AFTER, string>;

function entry(
	source: string,
	what: keyof typeof AFTER,
	month: string,
	claims: readonly Claim[]
): NewsEntry {
	const those = counted(claims);
	return {
		id: `${source}-${what}-${month}`,
		date: month,
		kind: 'places',
		title: `${capitalise(those)} ${WORDS[what]} in ${formatMonth(month)}`,
		says: `${namesOf(claims)}. ${AFTER[what][placesIn(claims).length === 1 ? 'one' : 'many']}`,
		dataset: source
	};
}

/** Places that their list says have closed; it does not say when. What has moved on, no list calls closed. */
function closedNews(source: string, claims: readonly Claim[]): NewsEntry[] {
	const closed = claims.filter((claim) => claim.status === 'closed' && !hasMovedOn(claim));
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

/** When each list was read, and what it named that day; of many directories, those that were read. */
function listNews(
	claims: readonly Claim[],
	{
		titles,
		directories,
		compiled
	}: Required<Pick<NewsSource, 'titles' | 'directories' | 'compiled'>>
): NewsEntry[] {
	return [...grouped(claims, ({ source }) => source)].map(([source, all]) => {
		const date = readOn(all);
		const listed = all.filter(
			({ status, lastSeen }) => status !== 'closed' && (lastSeen === null || lastSeen >= date)
		);
		const places = formatQuantity(placesIn(listed).length, 'place');
		const read = new Set(
			listed
				.map(({ sourceDetail }) => directoryKey(source, sourceDetail))
				.filter((key) => directories.has(key))
		).size;
		const from = compiled.get(source);
		const title = titles.get(source) ?? source;
		const month = formatMonth(date);
		return {
			id: `${source}-read-${date}`,
			date,
			kind: 'lists',
			title:
				read > 0
					? `${title}: directories read in ${month}`
					: from !== undefined
						? `${title}: compiled in ${month}`
						: `${title}: as it stood in ${month}`,
			says:
				(read > 0
					? `${capitalise(formatQuantity(read, 'directory', 'directories'))} with places here ${read === 1 ? 'was' : 'were'} read that day. ${read === 1 ? 'It names' : 'They name'} ${places} here.`
					: from !== undefined
						? `We compiled this list from sources of ${from}. It names ${places} here.`
						: `This list names ${places} here.`) +
				' We do not know what has opened or closed since.',
			dataset: source
		};
	});
}

/** Directories that were not read any more when their dataset was: nothing is known of their places since. */
function directoryNews(claims: readonly Claim[], directories: DirectoryReads): NewsEntry[] {
	const read = new Map(
		[...grouped(claims, ({ source }) => source)].map(([source, all]) => [source, readOn(all)])
	);
	const lists = grouped(claims, (claim) => directoryKey(claim.source, claim.sourceDetail));
	return [...lists].flatMap(([key, all]): NewsEntry[] => {
		const [{ source = '', sourceDetail = null } = {}] = all;
		const directory = directories.get(key);
		if (!directory || directory.last >= (read.get(source) ?? '')) return [];
		const { title, last } = directory;
		const there = all.filter(({ lastSeen }) => lastSeen === last).length;
		if (there === 0) return [];
		return [
			{
				id: `${source}-${sourceDetail ?? 'unnamed'}-read-${last}`,
				date: last,
				kind: 'lists',
				title: `${title}: list last read in ${formatMonth(last)}`,
				says: `This list was last read on ${formatDay(last)}, with ${formatQuantity(there, 'entry', 'entries')} here. We have not had it since, so this says nothing about the places.`,
				dataset: source
			}
		];
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
