/** The still picture of an embed, an edition a file. */
import { error } from '@sveltejs/kit';
import { EDITION_IDS } from '$lib/facts/editions.ts';
import { embedPictureOf } from '$lib/server/embeds.ts';
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
	if (!region || !edition) error(404, 'There is no such picture here.');
	return new Response(embedPictureOf(region, edition), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8' }
	});
};
