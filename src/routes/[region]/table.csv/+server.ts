/** The table of the plain address as a file, for readers without scripts; its header is line 1. */
import { error } from '@sveltejs/kit';
import { toCsv } from '$lib/export/csv.ts';
import { tableDocument } from '$lib/report/view-document.ts';
import { readCatalogue, readManifest, readerOf } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { buildView } from '$lib/view/view.ts';
import { regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = regionEntries;

export const GET: RequestHandler = ({ params }) => {
	const { owner, regions } = readManifest();
	const region = regions[params.region];
	const view = region && buildView(region, defaultState(), readerOf(region));
	if (!view) error(404, `There is no region “${params.region}” here.`);
	const said = { sources: readCatalogue().datasets, owner };
	return new Response(toCsv(tableDocument(view, said)), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
};
