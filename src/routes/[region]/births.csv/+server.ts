/** The births of the page of gaps as a file; its header is line 1. */
import { toCsv } from '$lib/export/csv.ts';
import { BIRTHS_PART } from '$lib/gaps/births-by-district.ts';
import { birthsDocument } from '$lib/gaps/births-file.ts';
import { readCatalogue, readManifest, readerOf } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = ({ params }) => {
	const { owner } = readManifest();
	const region = regionAt(params);
	const reader = readerOf(region);
	const births = birthsDocument(reader.get(BIRTHS_PART), reader.areasOf('2021'), {
		region: region.name,
		sources: readCatalogue().datasets,
		owner
	});
	return new Response(toCsv(births), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
};
