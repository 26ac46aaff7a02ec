import { embedPlanOf } from '$lib/server/embeds.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import { plainPlanQuestion } from '$lib/url/siting-state.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The worked example comes with the page in words; its picture is a file of its own. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	return { region, plain: plainPlanQuestion(), answer: await embedPlanOf(region) };
};
