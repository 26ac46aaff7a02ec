/** The still picture of an embed of a plan, a file a region. */
import { planPictureOf } from '$lib/server/embeds.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = async ({ params }) =>
	new Response(await planPictureOf(regionAt(params)), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8' }
	});
