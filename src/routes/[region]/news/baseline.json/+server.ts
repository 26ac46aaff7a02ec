/** A region as it is listed today, to keep and to compare with later. */
import { error } from '@sveltejs/kit';
import { baselineOf } from '$lib/server/news.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

export const GET: RequestHandler = ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	return new Response(JSON.stringify(baselineOf(region)), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
