/** The places of a region as its embed lists them. */
import { json } from '@sveltejs/kit';
import { embedPlacesOf } from '$lib/server/places.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = ({ params }) => json(embedPlacesOf(regionAt(params)));
