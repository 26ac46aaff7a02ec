/** Whether the boards together are England, and each is what is published of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { weightedMean } from '../../src/lib/stats/weighted.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import { EDITIONS } from '../../src/lib/facts/editions.ts';
import { factNumbers } from '../../src/lib/facts/figures.ts';
import {
	areasPart,
	deprivationPart,
	type FactsPart,
	type ResidentsBeyondPart
} from '../../src/lib/facts/parts.ts';
import { RESIDENTS_BEYOND } from '../../src/lib/gaps/workbench.ts';
import { isCore20 } from '../../src/lib/indicators/core20.ts';
import { networksOf } from '../../src/lib/register/networks.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { firstViewSize, packSize } from '../lib/pack-sizes.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { isCoarser } from '../build/parts/residents-beyond.ts';
import { held, selectRegion, type Selection } from '../build/selection.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { indexBy, numbers, optionalStrings, strings } from '../../src/lib/facts/table.ts';
import { nationalAreas } from '../../src/lib/server/areas.ts';
import { allBeyond, changesWith, FEW_PLACES, widest } from './across-borders.ts';

export interface Finding {
	what: string;
	/** What is wrong; empty where nothing is. */
	wrong: string[];
}

/** How far an average score may be off: the official weights are not published by LSOA. */
const SCORE_WITHIN = 0.1;
/** Of the 42 boards of 2024: those that are boards of 2026 as they were, and those that are not. */
const CHANGES = { unchanged: 29, former: 13 };
/** How far a share may be off for points beyond the border that stand for others. */
const SHARES_WITHIN = 0.01;
const SUMMARIES = 'deprivation-2025-icb-summaries';
const RESIDENTS = 'residents-2021-age';
const WORKERS = 'link workers';
/** Stands for no network in particular, which no region's list of networks has. */
const NO_NETWORK = 'U00000';
/** Packs hold full-time equivalents to four decimals. */
const ROUNDED = 0.1;

/** Select all regions, and say for each that cannot be what was wrong. */
async function selectAll(
	geodata: Geodata,
	regions: readonly Pick<Region, 'slug' | 'area'>[]
): Promise<{ selections: Map<string, Selection>; finding: Finding }> {
	const selections = new Map<string, Selection>();
	const wrong: string[] = [];
	for (const region of regions) {
		try {
			selections.set(region.slug, await selectRegion(geodata, region));
		} catch (cause) {
			wrong.push((cause as Error).message);
		}
	}
	return { selections, finding: { what: `${regions.length} regions can be selected`, wrong } };
}

/** Every LSOA of a list lies in exactly one of some sets of them. */
export function eachOnce(
	what: string,
	all: readonly string[],
	sets: ReadonlyMap<string, readonly string[]>
): Finding {
	const owners = new Map<string, string[]>(all.map((code) => [code, []]));
	const wrong: string[] = [];
	for (const [slug, codes] of sets) {
		for (const code of codes) {
			const found = owners.get(code);
			if (found) found.push(slug);
			else wrong.push(`${slug} has ${code}, which is in no list`);
		}
	}
	for (const [code, found] of owners) {
		if (found.length === 0) wrong.push(`${code} is in no board`);
		if (found.length > 1) wrong.push(`${code} is in ${found.join(' and ')}`);
	}
	return { what, wrong };
}

/** All checks on facts: boards of 2026 once each, national totals, and the summaries of 2024. */
export async function checkBoards(geodata: Geodata): Promise<Finding[]> {
	const regions = geodata.allRegions();
	const { selections, finding } = await selectAll(geodata, regions);
	const boards = regions.filter(({ kind }) => kind === 'board');
	const codesOf = (vintage: '2021' | '2011') =>
		new Map(boards.map(({ slug }) => [slug, selections.get(slug)?.[vintage].codes ?? []]));
	const lists = await Promise.all(
		(['2021', '2011'] as const).map(async (vintage) => {
			const key = `lsoa${vintage.slice(2)}`;
			const all = strings(await geodata.table(`areas-${key}`), key);
			return eachOnce(`each LSOA of ${vintage} is in exactly one board`, all, codesOf(vintage));
		})
	);
	return [
		finding,
		...lists,
		await residentsAddUp(geodata, boards, selections),
		await changesAreAsStated(geodata, boards, selections),
		await asPublished(geodata)
	];
}

async function residentsAddUp(
	geodata: Geodata,
	boards: readonly Region[],
	selections: ReadonlyMap<string, Selection>
): Promise<Finding> {
	const table = await geodata.table(RESIDENTS);
	const stated = await geodata.table('boards');
	const [residents, at] = [numbers(stated, 'residents_2021'), indexBy(stated, 'icb26')];
	const wrong: string[] = [];
	let all = 0;
	for (const { slug, area } of boards) {
		const own = selections.get(slug)?.['2021'].numbers(table, 'total') ?? [];
		const sum = own.reduce((before, value) => before + value, 0);
		all += sum;
		const official = residents[at.get(area[0]?.codes[0] ?? '') ?? -1];
		if (sum !== official) wrong.push(`${slug} has ${sum} residents, not ${official}`);
	}
	const england = numbers(table, 'total').reduce((before, value) => before + value, 0);
	if (all !== england) wrong.push(`the boards have ${all} residents, England ${england}`);
	return { what: 'residents of Census 2021 add up, board by board and to England', wrong };
}

/**
 * Which boards are as they were in 2024, and of which former ones the others are made, by their
 * areas and as the list of boards says.
 */
async function changesAreAsStated(
	geodata: Geodata,
	boards: readonly Region[],
	selections: ReadonlyMap<string, Selection>
): Promise<Finding> {
	const stated = await geodata.table('boards');
	const [former, at] = [strings(stated, 'former'), indexBy(stated, 'icb26')];
	const wrong: string[] = [];
	let unchanged = 0;
	const all = new Set<string>();
	for (const { slug, area } of boards) {
		const selected = selections.get(slug)?.['2021'];
		if (!selected) continue;
		const { whole, part } = held(selected, 'icb24');
		for (const code of [...whole, ...part]) all.add(code);
		if (whole.size === 1 && part.size === 0) unchanged++;
		const counts = new Map<string, number>();
		for (const code of selected.listed('icb24')) counts.set(code, (counts.get(code) ?? 0) + 1);
		const ours = [...counts.values()].sort((a, b) => a - b).join(' + ');
		const official = (former[at.get(area[0]?.codes[0] ?? '') ?? -1] ?? '')
			.split(/[;,|]/)
			.map((part) => Number(part.split(':').at(-1)))
			.sort((a, b) => a - b)
			.join(' + ');
		if (ours !== official) {
			wrong.push(
				`${slug} has ${ours} LSOAs of boards of 2024, officially ${official ?? 'unknown'}`
			);
		}
	}
	if (unchanged !== CHANGES.unchanged || all.size - unchanged !== CHANGES.former) {
		wrong.push(
			`${unchanged} boards are as in 2024 and ${all.size - unchanged} are not, officially ${CHANGES.unchanged} and ${CHANGES.former}`
		);
	}
	return {
		what: `${CHANGES.unchanged} boards have the area of 2024, and the others are made of ${CHANGES.former} former ones, as stated`,
		wrong
	};
}

/** Every board of 2024, rebuilt as a region, against the official summary of the index of 2025. */
async function asPublished(geodata: Geodata): Promise<Finding> {
	const official = await geodata.table(SUMMARIES);
	const codes = strings(official, 'icb24');
	const [shares, scores] = [
		numbers(official, 'imd_share_decile_1'),
		numbers(official, 'imd_average_score')
	];
	const index = await geodata.table('deprivation-2025');
	const people = await geodata.table(RESIDENTS);
	const wrong: string[] = [];
	for (const [i, code] of codes.entries()) {
		const region = { slug: code, area: [{ vintage: 'icb24' as const, codes: [code] }] };
		const { '2021': own } = await selectRegion(geodata, region);
		const deciles = own.numbers(index, 'imd_decile');
		const share = deciles.filter((decile) => decile === 1).length / deciles.length;
		const average = weightedMean(own.numbers(index, 'imd_score'), own.numbers(people, 'total'));
		if (Number(share.toFixed(4)) !== shares[i]) {
			wrong.push(`${code}: ${share.toFixed(4)} of its LSOAs in decile 1, officially ${shares[i]}`);
		}
		if (!(Math.abs((average ?? NaN) - (scores[i] ?? NaN)) <= SCORE_WITHIN)) {
			wrong.push(`${code}: average score ${average?.toFixed(3)}, officially ${scores[i]}`);
		}
	}
	return { what: `${codes.length} boards of 2024 are as the official summaries say`, wrong };
}

/** Packs that were built: their files are there, and have the areas that the regions have. */
export async function checkPacks(
	geodata: Geodata,
	site: string,
	manifest: Manifest,
	read: (path: string) => unknown
): Promise<Finding> {
	const wrong: string[] = [];
	const regions = new Map(geodata.allRegions().map((region) => [region.slug, region]));
	for (const { slug, files } of Object.values(manifest.regions)) {
		const region = regions.get(slug);
		if (!region) {
			wrong.push(`${slug} is no region of geodata`);
			continue;
		}
		const selection = await selectRegion(geodata, region);
		for (const { part, path } of files) {
			if (!existsSync(join(site, path))) wrong.push(`${slug}: ${path} is not there`);
			else if (part === 'areas-2021' || part === 'areas-2011') {
				const { lsoa, vintage } = read(path) as AreasPart;
				if (lsoa.codes.join() !== selection[vintage].codes.join()) {
					wrong.push(`${slug}: the pack has other LSOAs of ${vintage} than the region`);
				}
			}
		}
	}
	const count = Object.keys(manifest.regions).length;
	return { what: `${count} packs are whole and have their region's areas`, wrong };
}

/** Packs of every board, added up, against what the packs say of England and the official table. */
export async function packsAddUp(
	geodata: Geodata,
	manifest: Manifest,
	read: (path: string) => unknown
): Promise<Finding> {
	const slugs = geodata.allRegions().flatMap(({ kind, slug }) => (kind === 'board' ? [slug] : []));
	const wrong: string[] = [];
	const sums = new Map<string, number>();
	const add = (what: string, value: number) => sums.set(what, (sums.get(what) ?? 0) + value);
	const england = new Map<string, number>();
	for (const slug of slugs) {
		const files = manifest.regions[slug]?.files ?? [];
		const part = <Part>(name: string): Part | null => {
			const file = files.find((one) => one.part === name);
			return file ? (read(file.path) as Part) : null;
		};
		for (const edition of Object.values(EDITIONS)) {
			const areas = part<AreasPart>(areasPart(edition));
			const facts = part<FactsPart>(deprivationPart(edition));
			if (!areas || !facts) {
				wrong.push(`${slug} has no areas or no deprivation of ${edition.id}`);
				continue;
			}
			const { residents } = areas.lsoa;
			const deciles = factNumbers(facts, 'imd_decile');
			add(`LSOAs, ${edition.id}`, residents.length);
			england.set(`LSOAs, ${edition.id}`, edition.lsoasInEngland);
			for (const [name, keep] of [
				['residents', () => true],
				['core20_residents', (at: number) => isCore20(deciles[at] ?? NaN)]
			] as const) {
				add(
					`${name}, ${edition.id}`,
					residents.reduce((sum, people, at) => sum + (keep(at) ? people : 0), 0)
				);
				england.set(`${name}, ${edition.id}`, facts.england[name] ?? NaN);
			}
		}
		const workers = part<AssetsPart>('link-workers');
		if (workers) for (const { fte } of networksOf(workers)) add(WORKERS, fte ?? 0);
	}
	england.set(WORKERS, await linkWorkersOfEngland(geodata));
	for (const [what, official] of england) {
		const sum = sums.get(what) ?? 0;
		if (!(Math.abs(sum - official) < ROUNDED)) {
			wrong.push(`${what}: all boards have ${sum.toFixed(2)}, England ${official.toFixed(2)}`);
		}
	}
	return { what: 'packs of all boards add up to England', wrong };
}

/**
 * Full-time equivalents that networks reported in the last census and that some board has: not
 * those of no network, nor of one without patients in a board of 2024 that was divided, as nothing
 * says in which part it was.
 */
async function linkWorkersOfEngland(geodata: Geodata): Promise<number> {
	const table = await geodata.table('link-workers-pcn');
	const [census, pcn, icb24] = [
		strings(table, 'census'),
		strings(table, 'pcn'),
		strings(table, 'icb24')
	];
	const last = census.reduce((a, b) => (a > b ? a : b));
	const practices = await geodata.table('pcn-practices-2022-23');
	const patients = numbers(practices, 'patients');
	const alive = new Set(
		optionalStrings(practices, 'pcn').filter((_, row) => (patients[row] ?? 0) > 0)
	);
	const divided = await dividedBoards(geodata);
	return numbers(table, 'fte').reduce((sum, fte, row) => {
		const network = pcn[row] ?? NO_NETWORK;
		const isNowhere = !alive.has(network) && divided.has(icb24[row] ?? '');
		return sum + (census[row] === last && network !== NO_NETWORK && !isNowhere ? fte : 0);
	}, 0);
}

/** Boards of 2024 whose areas lie in more than one board of 2026. */
async function dividedBoards(geodata: Geodata): Promise<ReadonlySet<string>> {
	const areas = (await geodata.once(nationalAreas))['2021'];
	const [before, now] = [strings(areas, 'icb24'), strings(areas, 'icb26')];
	const became = new Map<string, Set<string>>();
	before.forEach((board, row) => {
		became.set(board, (became.get(board) ?? new Set()).add(now[row] ?? ''));
	});
	return new Set([...became].flatMap(([board, into]) => (into.size > 1 ? [board] : [])));
}

/** Every pack is within its bar, and so is what the map needs of it as it opens. */
export function packsWithinBars({ regions }: Manifest, read: (path: string) => unknown): Finding {
	const wrong = Object.values(regions).flatMap((region) =>
		[
			{ what: '', ...packSize(region, read) },
			{ what: 'the first view of its map ', ...firstViewSize(region) }
		].flatMap(({ what, kilobytes, bar }) =>
			kilobytes <= bar
				? []
				: [`${region.slug}: ${what}${kilobytes.toFixed(1)} kB, and may have ${bar.toFixed(1)}`]
		)
	);
	return { what: 'packs and the first views of their maps are within their bars', wrong };
}

/**
 * In packs with fewer points beyond the border than others have (`COARSER_BANDS`), what a community
 * shares with its neighbours is within 1% of what all output areas give.
 */
export async function sharedWithin(
	geodata: Geodata,
	manifest: Manifest,
	read: (path: string) => unknown
): Promise<Finding> {
	const wrong: string[] = [];
	let tried = 0;
	for (const region of geodata.allRegions()) {
		const files = manifest.regions[region.slug]?.files ?? [];
		const known = new Map<string, object>();
		const part = (name: string): object => {
			const file = files.find((one) => one.part === name);
			if (!file) throw new Error(`the pack of ${region.slug} has no part "${name}"`);
			const found = known.get(name) ?? (read(file.path) as object);
			known.set(name, found);
			return found;
		};
		if (!isCoarser(part(RESIDENTS_BEYOND) as ResidentsBeyondPart)) continue;
		tried++;
		const beyond = await allBeyond(geodata, region);
		for (const question of FEW_PLACES) {
			const { name, change } = widest(changesWith(beyond, region.slug, part, question));
			if (change < SHARES_WITHIN) continue;
			const percent = (100 * change).toFixed(1);
			wrong.push(`${region.slug}: ${name} by ${percent}% (${JSON.stringify(question)})`);
		}
	}
	return { what: `shares beside large cities are right to 1% (${tried} regions)`, wrong };
}
