/** Who surveyed what, district by district: from the register, its directories and the tables of figures. */
import { kept } from '../../../src/lib/facts/kept.ts';
import { newestOf } from '../../../src/lib/register/freshness.ts';
import type { CoveragePart } from '../../../src/lib/register/parts.ts';
import type { FactsPart } from '../../../src/lib/facts/parts.ts';
import { formatMonth } from '../../../src/lib/text/format.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import { numbersBy, optionalStrings, strings, stringsBy } from '../../../src/lib/facts/table.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { linkRegister, type RegisterEntry } from '../register.ts';
import { areasPart } from './areas.ts';

type Row = CoveragePart['rows'][number];

const VENUES = 'community-venues';
const DIRECTORIES = 'venue-directories';
const CHARITIES = 'published-charities-by-district';
const WORKERS = 'link-workers-pcn';
const PRACTICES = 'pcn-practices-2022-23';

/** A directory that lists in this many districts looks everywhere. */
const NATIONAL_DISTRICTS = 100;
/** A local directory looks in a district if this share of its listings, and this many, are there. */
const LOCAL_SHARE = 0.05;
const LOCAL_LISTINGS = 3;

export const coveragePart: PartBuilder<CoveragePart> = {
	part: 'coverage',
	// The part of the directories reads it, too.
	build: (context) => kept(context, 'coverage', () => coverageOf(context))
};

async function coverageOf(context: PartContext): Promise<CoveragePart> {
	const { geodata } = context;
	const districtOf = await districtsOf(context);
	const sources = await geodata.once(sourcesListed);
	const here = await recordsHere(context);
	const districts = context.region.districts.items.map(({ code }) => code);
	const rows = [
		...registerRows(geodata, sources, here, districts, districtOf),
		...(await directoryRows(geodata, here, districts, districtOf)),
		...(await charityRows(geodata, context)),
		...(await linkWorkerRows(geodata, districts, districtOf))
	];
	return {
		kind: 'coverage',
		part: 'coverage',
		datasets: [...sources.keys(), DIRECTORIES, CHARITIES, WORKERS],
		rows
	};
}

/** Directories of venues by district, as figures for the map. */
export const venueDirectoriesPart: PartBuilder<FactsPart> = {
	part: 'venue-directories',
	async build(context): Promise<FactsPart> {
		const { rows } = await coveragePart.build(context);
		const here = await recordsHere(context);
		const districtOf = await districtsOf(context);
		const items = context.region.districts.items;
		const there = items.map(({ code }) =>
			rows.filter(
				({ kinds, district, survey }) =>
					kinds.includes('community-venue') && district === code && survey !== 'not-surveyed'
			)
		);
		const national = new Set((await context.geodata.once(nationalDirectories)).national);
		const count = (values: number[]) => ({
			values: values.map((value, i) => (there[i]?.length === 0 ? null : value)),
			status: Object.fromEntries(
				there.flatMap((found, i) => (found.length === 0 ? [[i, 'not-surveyed' as const]] : []))
			)
		});
		const newest = items.map(({ code }) =>
			newestOf(
				here.flatMap(({ source, home, lastSeen }) =>
					source === VENUES && districtOf.get(home ?? '') === code ? [lastSeen] : []
				)
			)
		);
		return {
			kind: 'facts',
			part: 'venue-directories',
			vintage: null,
			level: 'district',
			codes: items.map(({ code }) => code),
			datasets: [VENUES, DIRECTORIES],
			columns: {
				directories: count(there.map((found) => found.length)),
				own_directories: count(
					there.map((found) => found.filter(({ source }) => !national.has(source)).length)
				),
				listings: count(there.map((found) => found.reduce((sum, { assets }) => sum + assets, 0))),
				/** Year and month of the newest listing, as a number: 202608. */
				newest_listing: count(newest.map((day) => Number(day.slice(0, 7).replace('-', ''))))
			},
			england: {}
		};
	}
};

/** Code of the region's district by 2021 LSOA. */
const districtsOf = (context: PartContext): Promise<ReadonlyMap<string, string>> =>
	kept(context, 'district by LSOA', async () => {
		const { lsoa, district } = await areasPart('2021').build(context);
		return new Map(lsoa.codes.map((code, i) => [code, district.codes[district.of[i] ?? -1] ?? '']));
	});

/** The sources of the register in the order of their first rows, and the kinds that each lists. */
async function sourcesListed(geodata: Geodata): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const { records } = await geodata.once(linkRegister);
	const kinds = new Map<string, Set<string>>();
	for (const { source, kind } of records) {
		const found = kinds.get(source);
		if (found) found.add(kind);
		else kinds.set(source, new Set([kind]));
	}
	return kinds;
}

/** How many venues each directory lists in England. */
async function venuesByDirectory(geodata: Geodata): Promise<ReadonlyMap<string, number>> {
	const { records } = await geodata.once(linkRegister);
	return countBy(records, ({ source, sourceDetail }) =>
		source === VENUES ? (sourceDetail ?? undefined) : undefined
	);
}

/** The rows of the register inside a region. */
const recordsHere = (context: PartContext): Promise<readonly RegisterEntry[]> =>
	kept(context, 'register inside', async () => {
		const { records } = await context.geodata.once(linkRegister);
		const inside = context.selection['2021'];
		return records.filter(({ home }) => home !== null && inside.has(home));
	});

function countBy<T>(
	items: readonly T[],
	key: (item: T) => string | undefined
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) {
		const found = key(item);
		if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
	}
	return counts;
}

/** Lists that look everywhere, or in the regions they were compiled for. */
function registerRows(
	geodata: Geodata,
	sources: ReadonlyMap<string, ReadonlySet<string>>,
	here: readonly RegisterEntry[],
	districts: readonly string[],
	districtOf: ReadonlyMap<string, string>
): Row[] {
	return [...sources].flatMap(([source, kindsListed]) => {
		if (source === VENUES) return [];
		const counts = countBy(
			here.filter((record) => record.source === source && record.status !== 'closed'),
			({ home }) => districtOf.get(home ?? '')
		);
		const { title, period, survey } = geodata.dataset(source);
		const kinds = [...kindsListed].sort();
		const looksHere = (district: string) =>
			survey === 'by-district' ? counts.has(district) : survey !== 'compiled' || counts.size > 0;
		return districts.map((district): Row => ({
			source,
			title,
			kinds,
			district,
			period,
			assets: counts.get(district) ?? 0,
			survey: survey === 'complete' ? 'complete' : looksHere(district) ? 'listed' : 'not-surveyed'
		}));
	});
}

async function nationalDirectories(geodata: Geodata) {
	const table = await geodata.table(VENUES);
	const district = optionalStrings(table, 'lad24');
	const reach = new Map<string, Set<unknown>>();
	optionalStrings(table, 'source_detail').forEach((id, row) => {
		if (id === null) return;
		reach.set(id, (reach.get(id) ?? new Set()).add(district[row]));
	});
	return {
		national: [...reach].flatMap(([id, found]) => (found.size >= NATIONAL_DISTRICTS ? [id] : []))
	};
}

/** Directories of venues: national ones look everywhere, others where enough of their listings are. */
async function directoryRows(
	geodata: Geodata,
	records: readonly RegisterEntry[],
	districts: readonly string[],
	districtOf: ReadonlyMap<string, string>
): Promise<Row[]> {
	const here = records.filter(
		({ source, sourceDetail }) => source === VENUES && sourceDetail !== null
	);
	const table = await geodata.table(DIRECTORIES);
	const titleOf = stringsBy(table, 'directory', 'title');
	const national = new Set((await geodata.once(nationalDirectories)).national);
	const totals = await geodata.once(venuesByDirectory);
	const directories = [...new Set(here.map(({ sourceDetail }) => sourceDetail ?? ''))].sort();
	return directories.flatMap((directory) => {
		const listed = here.filter(({ sourceDetail }) => sourceDetail === directory);
		return districts.flatMap((district): Row[] => {
			const there = listed.filter(({ home }) => districtOf.get(home ?? '') === district);
			const looks =
				national.has(directory) ||
				there.length >= Math.max(LOCAL_LISTINGS, LOCAL_SHARE * (totals.get(directory) ?? 0));
			if (there.length === 0 && !looks) return [];
			return [
				{
					source: directory,
					title: titleOf.get(directory) ?? directory,
					kinds: ['community-venue'],
					district,
					period: periodOf(there),
					assets: there.length,
					survey: looks ? 'listed' : 'not-surveyed'
				}
			];
		});
	});
}

function periodOf(listed: readonly RegisterEntry[]): string {
	const first = listed.flatMap(({ firstSeen }) => firstSeen ?? []).sort()[0];
	const last = newestOf(listed.map(({ lastSeen }) => lastSeen));
	if (first === undefined || last === '') return 'none found';
	const [from, to] = [formatMonth(first), formatMonth(last)];
	return from === to ? from : `${from} to ${to}`;
}

/** Charities are counted by district where a document prints the count, and nowhere else. */
async function charityRows(geodata: Geodata, { region }: PartContext): Promise<Row[]> {
	const table = await geodata.table(CHARITIES);
	const countOf = numbersBy(table, 'lad24', 'registered_charities');
	const { title, period } = geodata.dataset(CHARITIES);
	return region.districts.items.map(({ code, partOf }): Row => {
		const count = partOf === undefined ? countOf.get(code) : undefined;
		return {
			source: CHARITIES,
			title,
			kinds: ['charity'],
			district: code,
			period,
			assets: count ?? 0,
			survey: count === undefined ? 'not-surveyed' : 'complete'
		};
	});
}

/** Link workers are reported by network: counted where most of a network's practices are. */
async function linkWorkerRows(
	geodata: Geodata,
	districts: readonly string[],
	districtOf: ReadonlyMap<string, string>
): Promise<Row[]> {
	const workers = await geodata.table(WORKERS);
	const census = strings(workers, 'census');
	const last = census.reduce((a, b) => (a > b ? a : b), '');
	const reporting = new Set(strings(workers, 'pcn').filter((_, row) => census[row] === last));
	const practices = await geodata.table(PRACTICES);
	const home = optionalStrings(practices, 'lsoa21');
	const byNetwork = new Map<string, Map<string, number>>();
	optionalStrings(practices, 'pcn').forEach((code, row) => {
		const district = districtOf.get(home[row] ?? '');
		if (code === null || district === undefined || !reporting.has(code)) return;
		const counts = byNetwork.get(code) ?? new Map<string, number>();
		counts.set(district, (counts.get(district) ?? 0) + 1);
		byNetwork.set(code, counts);
	});
	const main = [...byNetwork.values()].map(
		(counts) => [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
	);
	const { title } = geodata.dataset(WORKERS);
	return districts.map((district): Row => {
		const assets = main.filter((one) => one === district).length;
		return {
			source: WORKERS,
			title: `${title}: networks that reported any`,
			kinds: ['link-worker'],
			district,
			period: formatMonth(last),
			assets,
			survey: assets > 0 ? 'listed' : 'not-surveyed'
		};
	});
}
