/** What frames on other sites show of a region, for the files that the build writes. */
import { namedSource } from '../catalogue/notes.ts';
import { DEFAULT_EDITION, EDITION_IDS, EDITIONS, type EditionId } from '../facts/editions.ts';
import { boundariesPart } from '../facts/parts.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { baseOf, completeBoundaries } from '../geometry/boundaries.ts';
import type { StoredBoundaries } from '../geometry/parts.ts';
import { available, whyNotHeld } from '../layers/available.ts';
import { AREA_LAYERS } from '../layers/index.ts';
import {
	embedAreas,
	embedColours,
	embedPicture,
	embedWords,
	type EmbedColours,
	type EmbedGround,
	type EmbedWords
} from '../report/embed-view.ts';
import { embedGaps, type EmbedGaps } from '../report/embed-gaps.ts';
import { embedPlan, type EmbedPlan } from '../report/embed-plan.ts';
import { defaultState } from '../url/map-state.ts';
import { heldIn } from '../url/region-codec.ts';
import { gapsView } from '../view/gaps-view.ts';
import { buildView, type View } from '../view/view.ts';
import { comingSlugs } from './coming-regions.ts';
import { plainGaps } from './gaps.ts';
import { partsOfRegion, readCatalogue, readerOf, readManifest } from './packs.ts';
import { exampleOnMap, exampleReading, workedExample } from './worked-example.ts';

/** The area layers of an edition that an embed of a region can show. */
export function embedLayers(region: RegionSummary, edition: EditionId): string[] {
	const held = heldIn(region);
	return AREA_LAYERS.filter(
		(layer) => available(layer, edition) && whyNotHeld(layer, edition, held) === null
	).map(({ id }) => id);
}

/** What addresses of files that are one an edition name: every region, with every edition. */
export const editionEntries = (): { region: string; edition: EditionId }[] =>
	comingSlugs().flatMap((region) => EDITION_IDS.map((edition) => ({ region, edition })));

/** The region and the edition that an address names; null where the site has not both. */
export function editionAt(params: {
	region: string;
	edition: string;
}): { region: RegionSummary; edition: EditionId } | null {
	const region = readManifest().regions[params.region];
	const edition = EDITION_IDS.find((id) => id === params.edition);
	return region && edition ? { region, edition } : null;
}

/** The views that an embed of a region can show, an edition after the other. */
export const embedsOf = (region: RegionSummary): { edition: EditionId; layer: string }[] =>
	EDITION_IDS.flatMap((edition) =>
		embedLayers(region, edition).map((layer) => ({ edition, layer }))
	);

function viewOf(region: RegionSummary, edition: EditionId, layer: string): View {
	const view = buildView(region, { ...defaultState(), edition, layer }, partsOfRegion(region));
	if (!view) throw new Error(`the pack of ${region.slug} has no areas`);
	return view;
}

/** What an embed says of a layer, and how it colours the picture. */
export function embedOf(
	region: RegionSummary,
	edition: EditionId,
	layer: string
): EmbedWords & EmbedColours {
	const view = viewOf(region, edition, layer);
	return {
		...embedWords(view, readCatalogue().datasets.map(namedSource)),
		...embedColours(view)
	};
}

const plainView = (region: RegionSummary, edition: EditionId) =>
	viewOf(region, edition, defaultState().layer);

/** The still picture of an edition, as SVG. */
export const embedPictureOf = (region: RegionSummary, edition: EditionId): string =>
	embedPicture(plainView(region, edition), groundOf(region, edition));

function groundOf(region: RegionSummary, edition: EditionId): EmbedGround {
	const pack = readerOf(region);
	const stored = pack.get(boundariesPart(EDITIONS[edition])) as StoredBoundaries;
	const base = baseOf(stored.part);
	return {
		boundaries: completeBoundaries(stored, base && pack.get(base)),
		basemap: pack.get('basemap'),
		bounds: region.bounds
	};
}

/** What an embed says of the gaps that the plain question finds. */
export async function embedGapsOf(region: RegionSummary): Promise<EmbedGaps> {
	const { analysis, variations } = await plainGaps(region);
	return embedGaps(analysis, variations, readCatalogue().datasets.map(namedSource));
}

/** The still picture of those gaps, as SVG. */
export async function gapsPictureOf(region: RegionSummary): Promise<string> {
	const { analysis, variations: answer } = await plainGaps(region);
	const view = gapsView(analysis, { cell: null, grid: false, answer, sites: null });
	return embedPicture(view, groundOf(region, analysis.edition.id));
}

/** What can be chosen in an edition. */
export const embedAreasOf = (region: RegionSummary, edition: EditionId) =>
	embedAreas(plainView(region, edition));

/** What an embed says of the plan of the worked example. */
export async function embedPlanOf(region: RegionSummary): Promise<EmbedPlan> {
	const [{ question }, reading] = [await workedExample(region), await exampleReading(region)];
	const sources = readCatalogue().datasets.map(namedSource);
	return embedPlan(question.choice, reading, plainView(region, DEFAULT_EDITION), sources);
}

/** The still picture of that plan, as SVG. */
export async function planPictureOf(region: RegionSummary): Promise<string> {
	const [example, { hubs }] = [await workedExample(region), await exampleReading(region)];
	const view = plainView(region, DEFAULT_EDITION);
	return embedPicture(view, groundOf(region, DEFAULT_EDITION), exampleOnMap(example, hubs));
}
