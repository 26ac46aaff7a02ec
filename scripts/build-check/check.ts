/** Whether the boards together are England, and each is what is published of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { weightedMean } from '../../src/lib/stats/weighted.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { selectRegion, type Selection } from '../build/selection.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { indexBy, numbers, strings } from '../../src/lib/facts/table.ts';

export interface Finding {
	what: string;
	/** What is wrong; empty where nothing is. */
	wrong: string[];
}

/** How far an average score may be off: the official weights are not published by LSOA. */
const SCORE_WITHIN = 0.1;
const SUMMARIES = 'deprivation-2025-icb-summaries';
const RESIDENTS = 'residents-2021-age';

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
