/** What has changed in a region or one of its localities, for its page and its feeds. */
import { createHash } from 'node:crypto';
import { residentsOf } from '../areas/region.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { DEFAULT_EDITION, EDITIONS } from '../facts/editions.ts';
import { factNumbers } from '../facts/figures.ts';
import { optionalStrings, strings } from '../facts/table.ts';
import { deprivationPart } from '../facts/parts.ts';
import { CORE20_DECILES, isCore20 } from '../indicators/core20.ts';
import { DETOUR } from '../access/travel.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import type { Baseline, BaselinePart } from '../news/baseline.ts';
import { sinceRelease, updateNews, type Listed } from '../news/release.ts';
import type { PartReader } from '../facts/reader.ts';
import { FRESH_MONTHS } from '../register/freshness.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { directoryKey, newsOf, type DirectoryRead, type DirectoryReads } from '../news/entries.ts';
import { grouped } from '../news/names.ts';
import type { NewsEntry } from '../news/entry.ts';
import { atomFeed } from '../news/feed.ts';
import { unpackClaims } from '../register/register.ts';
import { regionChanges } from './changes.ts';
import { openGeodata } from './geodata.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readCatalogue, readManifest, readerOf } from './packs.ts';
import { outOf, releaseOf } from './releases.ts';

/** The feed of the whole region, by the name of its file. */
export const WHOLE = 'all';

/** Who lives where and what is listed, which every feed of a region reads. */
const listedIn = oncePerPack(async (region) => {
	const pack = readerOf(region);
	return {
		areas: pack.areasOf('2021'),
		claims: unpackClaims(pack.get('register')),
		directories: await directoriesOf(readCatalogue())
	};
});

const known = new WeakMap<Catalogue, Promise<DirectoryReads>>();
/** The same for all regions: worked out again where the catalogue, which has each table's hash, is another. */
function directoriesOf(catalogue: Catalogue): Promise<DirectoryReads> {
	const reads = known.get(catalogue) ?? directoryReads();
	known.set(catalogue, reads);
	return reads;
}

/** The dataset that many directories make up. */
const VENUES = 'community-venues';

/** When each directory of venues was first and last read, by what it lists anywhere in England. */
async function directoryReads(): Promise<DirectoryReads> {
	const geodata = openGeodata();
	const named = await geodata.table('venue-directories');
	const names = optionalStrings(named, 'title');
	const titles = new Map(strings(named, 'directory').map((id, row) => [id, names[row] ?? id]));
	const venues = await geodata.table(VENUES);
	const ids = optionalStrings(venues, 'source_detail');
	const [firsts, lasts] = [strings(venues, 'first_seen'), strings(venues, 'last_seen')];
	const reads = new Map<string, DirectoryRead>();
	ids.forEach((id, row) => {
		const [first = '', last = ''] = [firsts[row], lasts[row]];
		const key = directoryKey(VENUES, id);
		const before = reads.get(key);
		reads.set(key, {
			title: titles.get(id ?? '') ?? 'A directory without a name',
			first: before && before.first < first ? before.first : first,
			last: before && before.last > last ? before.last : last
		});
	});
	return reads;
}

/** The feeds of a region: of all of it, then of each locality. */
export function feedsOf(region: RegionSummary): { feed: string; name: string }[] {
	const places = readerOf(region).areasOf('2021').groups.place;
	return [
		{ feed: WHOLE, name: region.name },
		...places.map(({ code, name }) => ({ feed: code, name }))
	];
}

/** What has changed in all of a region, or in the locality of a feed. */
export async function newsIn(region: RegionSummary, feed = WHOLE): Promise<NewsEntry[]> {
	const { areas, claims: all, directories } = await listedIn(region);
	const place = areas.groups.place.find(({ code }) => code === feed);
	const here = place && new Set(place.members);
	const within = (code: string | null) =>
		here === undefined || (code !== null && here.has(areas.index.get(code) ?? -1));
	const claims = all.filter(({ lsoa21 }) => within(lsoa21));
	const { changed } = (await regionChanges(region)).neighbourhoods;
	const release = here === undefined ? releaseOf(region.slug) : null;
	return newsOf({
		// They are of the whole region.
		updates: release ? updateNews(release, outOf()) : [],
		claims,
		directories,
		titles: new Map(readCatalogue().datasets.map(({ id, title }) => [id, title])),
		compiled: new Map(
			readCatalogue().datasets.flatMap(({ id, survey, period }): [string, string][] =>
				survey === 'compiled' ? [[id, period.split(',')[0] ?? period]] : []
			)
		),
		changed: changed.filter(
			({ members }) => here === undefined || members.some((area) => here.has(area))
		)
	});
}

/** The feed of a region or of a locality, as Atom; null where there is none. */
export async function feedText(region: RegionSummary, feed: string): Promise<string | null> {
	const known = feedsOf(region).find((one) => one.feed === feed);
	if (!known) return null;
	return atomFeed(await newsIn(region, feed), {
		key: `asset-gap-map ${region.slug} ${feed}`,
		title: `What’s new: ${known.name} – Asset Gap Map`,
		page: './',
		author: readManifest().owner,
		uuid
	});
}

/** A region as it is listed today. */
export const baselineOf = (region: RegionSummary): Baseline =>
	listedNow(region, readerOf(region)).baseline;

/** The same from any of its packs, with which listings are which place. */
export function listedNow(
	region: Pick<RegionSummary, 'slug' | 'name'>,
	pack: Pick<PartReader, 'get' | 'areasOf'>
): Listed {
	const edition = EDITIONS[DEFAULT_EDITION];
	const areas = pack.areasOf(edition.vintage);
	const deciles = factNumbers(pack.get(deprivationPart(edition)), 'imd_decile');
	const on = [...areas.codes.keys()].filter((area) => isCore20(deciles[area] ?? NaN));
	const register = pack.get('register');
	const titles = new Map(readCatalogue().datasets.map(({ id, title }) => [id, title]));
	const open = unpackClaims(register).filter(({ status }) => status !== 'closed');
	const listings = grouped(
		open.filter(({ id, place }) => id !== place),
		({ place }) => place
	);
	return {
		baseline: {
			format: 1,
			region: region.slug,
			name: region.name,
			places: [...new Map(open.map(({ place, name }) => [place, name]))],
			residents: residentsOf(areas, [...areas.codes.keys()]),
			residentsListed: residentsOf(areas, on),
			residentsOf: edition.residentsPeriod,
			listed: on.map((area) => areas.codes[area] ?? ''),
			index: edition.id,
			lists: Object.fromEntries(
				Object.entries(register.collections).map(([id, day]) => [titles.get(id) ?? id, day])
			),
			rules: RULES
		},
		listings: Object.fromEntries(
			[...listings].map(([place, claims]) => [place, claims.map(({ id }) => id).sort()])
		)
	};
}

/** Rules that figures rest on: where one changes, a figure may have changed with nothing else. */
const RULES = {
	'Deciles on the list of the most deprived': CORE20_DECILES,
	'Months for which a listing counts as fresh': FRESH_MONTHS,
	'Minutes that count as near': DEFAULT_REQUEST.reach.cost,
	'Fewer places near than this are few': DEFAULT_REQUEST.k,
	'A way is longer than the straight line, times': DETOUR
};

/** What the release before has, and what has changed since; null where none is kept. */
export function sinceLastRelease(
	region: RegionSummary
): { day: string; since: Record<BaselinePart, string[]> } | null {
	const release = releaseOf(region.slug);
	if (!release) return null;
	const now = listedNow(region, readerOf(region));
	return { day: release.day, since: sinceRelease(release, now, outOf()) };
}

/** A UUID made of a text's hash (RFC 9562, version 8). */
function uuid(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
