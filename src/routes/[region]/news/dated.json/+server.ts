/** What became different in a region and when, in a line each: for links that were made before. */
import { error, json } from '@sveltejs/kit';
import { newsIn } from '$lib/server/news.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { Dated } from '$lib/url/data-day.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

export const GET: RequestHandler = async ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	const dated: Dated = (await newsIn(region)).map(({ date, title }) => [date, title]);
	return json(dated);
};
