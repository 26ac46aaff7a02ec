/** The news of a region or of one of its localities as an Atom feed. The page of news links to each. */
import { error } from '@sveltejs/kit';
import { feedText } from '$lib/server/news.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async ({ params }) => {
	const region = readManifest().regions[params.region];
	const text = region && (await feedText(region, params.feed));
	if (!text) error(404, `There is no feed “${params.feed}” here.`);
	return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
