/** The areas that an embed can point at, an edition a file. */
import { error, json } from '@sveltejs/kit';
import { editionAt, editionEntries, embedAreasOf } from '$lib/server/embeds.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = editionEntries;

export const GET: RequestHandler = ({ params }) => {
	const at = editionAt(params);
	if (!at) error(404, 'There are no such areas here.');
	return json(embedAreasOf(at.region, at.edition));
};
