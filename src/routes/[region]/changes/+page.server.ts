import { changesSaid } from '$lib/server/changes.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	return { name: region.name, slug: region.slug, ...(await changesSaid(region)) };
};
