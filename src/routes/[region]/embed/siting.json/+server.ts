/** All that the page of hubs says of the worked example, for embeds whose map is asked for. */
import { json } from '@sveltejs/kit';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import { exampleReading } from '$lib/server/worked-example.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = async ({ params }) =>
	json(await exampleReading(regionAt(params)));
