/** What frames on other sites show of a region, for the files that the build writes. */
import { namedSource } from '../catalogue/notes.ts';
import { EDITION_IDS, EDITIONS, type EditionId } from '../facts/editions.ts';
import { boundariesPart } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';
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
	type EmbedWords
} from '../report/embed-view.ts';
import { defaultState } from '../url/map-state.ts';
import { heldIn } from '../url/region-codec.ts';
import { buildView, type View } from '../view/view.ts';
import { readCatalogue, readerOf } from './packs.ts';

/** The area layers of an edition that an embed of a region can show. */
export function embedLayers(region: RegionSummary, edition: EditionId): string[] {
	const held = heldIn(region);
	return AREA_LAYERS.filter(
		(layer) => available(layer, edition) && whyNotHeld(layer, edition, held) === null
	).map(({ id }) => id);
}

/** The views that an embed of a region can show, an edition after the other. */
export const embedsOf = (region: RegionSummary): { edition: EditionId; layer: string }[] =>
	EDITION_IDS.flatMap((edition) =>
		embedLayers(region, edition).map((layer) => ({ edition, layer }))
	);

function viewOf(region: RegionSummary, edition: EditionId, layer: string): View {
	const has = new Set<string>(region.files.map(({ part }) => part));
	const pack = readerOf(region);
	const parts = new PartReader((part) => (has.has(part) ? pack.get(part) : undefined));
	const view = buildView(region, { ...defaultState(), edition, layer }, parts);
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
export function embedPictureOf(region: RegionSummary, edition: EditionId): string {
	const pack = readerOf(region);
	const stored = pack.get(boundariesPart(EDITIONS[edition])) as StoredBoundaries;
	const base = baseOf(stored.part);
	return embedPicture(plainView(region, edition), {
		boundaries: completeBoundaries(stored, base && pack.get(base)),
		basemap: pack.get('basemap'),
		bounds: region.bounds
	});
}

/** What can be chosen in an edition. */
export const embedAreasOf = (region: RegionSummary, edition: EditionId) =>
	embedAreas(plainView(region, edition));
