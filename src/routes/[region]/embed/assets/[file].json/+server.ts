/** Some of the places of a region as its embed lists them. */
import { error, json } from '@sveltejs/kit';
import { PLACE_FILE_NAMES } from '$lib/report/embed-places.ts';
import { embedPlacesOf } from '$lib/server/places.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	regionEntries().flatMap((region) => PLACE_FILE_NAMES.map((file) => ({ ...region, file })));

export const GET: RequestHandler = ({ params }) => {
	const found = embedPlacesOf(regionAt(params)).files[PLACE_FILE_NAMES.indexOf(params.file)];
	return found ? json(found) : error(404, 'There is no such file of places.');
};
