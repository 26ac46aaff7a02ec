import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readPart } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { partsFor } from '$lib/view/view.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The parts that the plain address shows come with the page; all others are loaded when asked for. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const parts = partsFor(defaultState()).map((part) => readPart(region, part));
	return {
		region,
		parts,
		sources: readCatalogue().datasets.map(namedSource)
	};
};
