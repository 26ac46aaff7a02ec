/** The areas that an embed can point at, an edition a file. */
import { error, json } from '@sveltejs/kit';
import { EDITION_IDS } from '$lib/facts/editions.ts';
import { embedAreasOf } from '$lib/server/embeds.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).flatMap((region) =>
		EDITION_IDS.map((edition) => ({ region, edition }))
	);

export const GET: RequestHandler = ({ params }) => {
	const region = readManifest().regions[params.region];
	const edition = EDITION_IDS.find((id) => id === params.edition);
	if (!region || !edition) error(404, 'There are no such areas here.');
	return json(embedAreasOf(region, edition));
};
