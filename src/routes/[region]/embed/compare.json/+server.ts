/** What a comparison of a region reads, for embeds that compare areas of their own choice. */
import { json } from '@sveltejs/kit';
import { partsToCompare } from '$lib/server/comparisons.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = ({ params }) => json(partsToCompare(regionAt(params)));
