import { error } from '@sveltejs/kit';
import { DEFAULT_EDITION, EDITION_IDS, type EditionId } from '$lib/facts/editions.ts';
import { OVERLAYS } from '$lib/layers/index.ts';
import { embedLayers, embedOf } from '$lib/server/embeds.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { EmbedKnows } from '$lib/url/embed-query.ts';
import { defaultState } from '$lib/url/map-state.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

/** The words of the plain address come with the page; the pictures, and all else, are files of their own. */
export const load: PageServerLoad = ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	const { layer, overlays } = defaultState();
	const { caption, sentences, sources, keys, over } = embedOf(region, DEFAULT_EDITION, layer);
	const knows: EmbedKnows = {
		name: region.name,
		layers: Object.fromEntries(
			EDITION_IDS.map((edition) => [edition, embedLayers(region, edition)])
		) as Record<EditionId, string[]>,
		plain: { layer, over: overlays },
		overlays: Object.fromEntries(OVERLAYS.map(({ id, title }) => [id, title]))
	};
	return { region, knows, words: { caption, sentences, sources, keys, over } };
};
