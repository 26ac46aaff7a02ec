/** What is shared with a region's neighbours, by the points of its pack and by all output areas. */
import { BANDS, buildResidentsBeyond, type Band } from '../build/parts/residents-beyond.ts';
import { selectRegion } from '../build/selection.ts';
import type { ResidentsBeyondPart } from '../../src/lib/facts/parts.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { partsNeeded, RESIDENTS_BEYOND, Workbench } from '../../src/lib/gaps/workbench.ts';
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';

/** Gives a part of a region's pack by its name. */
export type ReadPart = (name: string) => object;

/**
 * Reaches near the ends of what may be asked and between, of places that are few: where one has more
 * neighbours or fewer, an area's share shows it most.
 */
export const FEW_PLACES: readonly Partial<GapsRequest>[] = [
	{ reach: { cost: 30, unit: 'minutes' }, provision: ['food-bank'] },
	{ reach: { cost: 60, unit: 'minutes' }, provision: ['library'] },
	...[10, 20, 60].map((cost): Partial<GapsRequest> => ({
		mode: 'drive',
		reach: { cost, unit: 'minutes' },
		provision: ['food-bank']
	})),
	...[10, 20].map((cost): Partial<GapsRequest> => ({
		mode: 'drive',
		reach: { cost, unit: 'kilometres' },
		provision: ['food-bank']
	})),
	{ edition: '2019', mode: 'drive', reach: { cost: 60, unit: 'minutes' }, provision: ['food-bank'] }
];

/** E2SFCA per 10,000 residents by community, for a question about any area of the region. */
export function sharesOf(
	slug: string,
	read: ReadPart,
	change: Partial<GapsRequest> = {}
): Map<string, number> {
	const request: GapsRequest = { ...DEFAULT_REQUEST, bar: 'region', ...change };
	const parts = new Map(partsNeeded(request).map((name) => [name as string, read(name)]));
	const { areas } = analyseGaps(request, new Workbench(slug, (name) => parts.get(name)));
	return new Map(areas.map(({ name, e2sfca }) => [name, e2sfca ?? NaN]));
}

/** Residents around a region with nobody's home rounded but far from the border, by 100 m there. */
export async function allBeyond(geodata: Geodata, region: Region): Promise<ResidentsBeyondPart> {
	const last = BANDS.at(-1)?.km ?? NaN;
	const bands: Band[] = [
		{ km: 60, by: 'output area' },
		{ km: last + 60, by: 0.1 }
	];
	const selection = await selectRegion(geodata, region);
	return buildResidentsBeyond({ geodata, region, selection }, bands);
}

/** A community, and by how much of itself its share is another with all that live beyond the border. */
export interface Change {
	name: string;
	change: number;
}

/** By how much the share of each community that has any changes. */
export function changesWith(
	beyond: ResidentsBeyondPart,
	slug: string,
	read: ReadPart,
	question: Partial<GapsRequest>
): Change[] {
	const now = sharesOf(slug, read, question);
	const instead: ReadPart = (name) => (name === RESIDENTS_BEYOND ? beyond : read(name));
	return [...sharesOf(slug, instead, question)].flatMap(([name, value]) =>
		value > 0 ? [{ name, change: Math.abs((now.get(name) ?? NaN) / value - 1) }] : []
	);
}

/** The widest of some changes. Throws where there is none. */
export const widest = (changes: readonly Change[]): Change =>
	changes.reduce((a, b) => (b.change > a.change ? b : a));
