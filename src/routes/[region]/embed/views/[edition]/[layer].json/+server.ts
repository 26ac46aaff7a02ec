/** What an embed says of a layer, and how it colours the picture: a file a layer and edition. */
import { error, json } from '@sveltejs/kit';
import { embedOf, embedsOf } from '$lib/server/embeds.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.values(readManifest().regions).flatMap((region) =>
		embedsOf(region).map((view) => ({ region: region.slug, ...view }))
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
