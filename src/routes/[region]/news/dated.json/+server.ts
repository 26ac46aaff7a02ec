/** What changed in a region and when, in a line each: for links that were made before. */
import { json } from '@sveltejs/kit';
import { newsIn } from '$lib/server/news.ts';
import type { Dated } from '$lib/url/data-day.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = async ({ params }) => {
	const region = regionAt(params);
	const dated: Dated = (await newsIn(region)).map(({ date, title }) => [date, title]);
	return json(dated);
};
