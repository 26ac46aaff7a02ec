import { error } from '@sveltejs/kit';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readManifest, readPart } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { partsFor } from '$lib/view/view.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

/** The parts that the plain address shows come with the page; all others are loaded when asked for. */
export const load: PageServerLoad = ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	const parts = partsFor(defaultState()).map((part) => readPart(region, part));
	return {
		region,
		parts,
		sources: readCatalogue().datasets.map(namedSource)
	};
};
