/** The datasets by name, for embeds whose answer is worked out in them. */
import { json } from '@sveltejs/kit';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue } from '$lib/server/packs.ts';
import { regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = () => json(readCatalogue().datasets.map(namedSource));
