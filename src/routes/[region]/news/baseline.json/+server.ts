/** A region as it is listed today, to keep and to compare with later. */
import { baselineOf } from '$lib/server/news.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = ({ params }) => {
	const region = regionAt(params);
	return new Response(JSON.stringify(baselineOf(region)), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
