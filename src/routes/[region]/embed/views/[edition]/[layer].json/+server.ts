/** What an embed says of a layer, and how it colours the picture: a file a layer and edition. */
import { error, json } from '@sveltejs/kit';
import { editionEntries, embedOf, embedsOf } from '$lib/server/embeds.ts';
import { readManifest } from '$lib/server/packs.ts';
import { available } from '$lib/layers/available.ts';
import { AREA_LAYERS } from '$lib/layers/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Those of any region: one that has no such figures answers that there is no such view. */
export const entries: EntryGenerator = () =>
	editionEntries().flatMap((one) =>
		AREA_LAYERS.filter((layer) => available(layer, one.edition)).map(({ id }) => ({
			...one,
			layer: id
		}))
	);

export const GET: RequestHandler = ({ params }) => {
	const region = readManifest().regions[params.region];
	const view =
		region &&
		embedsOf(region).find(
			({ edition, layer }) => edition === params.edition && layer === params.layer
		);
	if (!view) error(404, 'There is no such view here.');
	return json(embedOf(region, view.edition, view.layer));
};
