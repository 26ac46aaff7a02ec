import { error } from '@sveltejs/kit';
import { readCatalogue, readManifest, readPart } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { partsFor } from '$lib/view/view.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

/** The parts of the plain address come with the page, which is complete without scripts. */
export const load: PageServerLoad = ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	return {
		region,
		parts: partsFor(defaultState()).map((part) => readPart(region, part)),
		sources: readCatalogue().datasets.map(({ id, title, publisher, period }) => ({
			id,
			title,
			publisher,
			period
		}))
	};
};
