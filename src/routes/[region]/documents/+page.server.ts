import { error } from '@sveltejs/kit';
import { documentsSaid } from '$lib/server/documents.ts';
import { readManifest } from '$lib/server/packs.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	return { name: region.name, slug: region.slug, ...(await documentsSaid(region)) };
};
