import { DEFAULT_EDITION, EDITION_IDS, type EditionId } from '$lib/facts/editions.ts';
import { OVERLAYS } from '$lib/layers/index.ts';
import { embedLayers, embedOf } from '$lib/server/embeds.ts';
import type { EmbedKnows } from '$lib/url/embed-query.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The words of the plain address come with the page; the pictures, and all else, are files of their own. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
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
