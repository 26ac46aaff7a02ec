import { readCatalogue, readPart } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { partsFor } from '$lib/view/view.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The parts of the plain address come with the page, which is complete without scripts. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
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
