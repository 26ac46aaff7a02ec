/** How large packs are, and how large they may be: decision 12. */
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import { EDITIONS } from '../../src/lib/facts/editions.ts';
import { PICTURE, type RegionSummary } from '../../src/lib/facts/manifest.ts';
import { areasPart, boundariesPart } from '../../src/lib/facts/parts.ts';
import { layerById } from '../../src/lib/layers/index.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';

/** A size in kB, compressed with gzip, and what it may be. */
export interface PackSize {
	kilobytes: number;
	bar: number;
}

const PACK = { kilobytes: 500, neighbourhoods: 650, forEachMore: 0.8 };
const FIRST_VIEW = 350;

const kilobytes = (files: RegionSummary['files']): number =>
	files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;

/** How many kB a pack of so many neighbourhoods may have. */
export const packBar = (neighbourhoods: number): number =>
	PACK.kilobytes + Math.max(0, neighbourhoods - PACK.neighbourhoods) * PACK.forEachMore;

/** All of a pack; `read` gives the content of a file by its path. Throws where it has no areas. */
export function packSize(
	{ slug, files }: Pick<RegionSummary, 'slug' | 'files'>,
	read: (path: string) => unknown
): PackSize {
	const areas = files.find(({ part }) => part === 'areas-2021');
	if (!areas) throw new Error(`the pack of ${slug} has no areas`);
	const { lsoa } = read(areas.path) as AreasPart;
	return { kilobytes: kilobytes(files), bar: packBar(lsoa.codes.length) };
}

/** What the map of a region loads of its pack as it opens, with the picture that stands in for it. */
export function firstViewSize({ files }: Pick<RegionSummary, 'files'>): PackSize {
	const { layer, overlays, edition: id } = defaultState();
	const edition = EDITIONS[id];
	const parts = new Set<string>([
		PICTURE,
		'basemap',
		areasPart(edition),
		boundariesPart(edition),
		...[layer, ...overlays].flatMap((one) => layerById(one).parts(edition))
	]);
	return { kilobytes: kilobytes(files.filter(({ part }) => parts.has(part))), bar: FIRST_VIEW };
}
