/** The still picture of an embed, an edition a file. */
import { error } from '@sveltejs/kit';
import { editionAt, editionEntries, embedPictureOf } from '$lib/server/embeds.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = editionEntries;

export const GET: RequestHandler = ({ params }) => {
	const at = editionAt(params);
	if (!at) error(404, 'There is no such picture here.');
	return new Response(embedPictureOf(at.region, at.edition), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8' }
	});
};
