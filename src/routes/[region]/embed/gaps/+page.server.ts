import { embedGapsOf } from '$lib/server/embeds.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import { plainQuestion } from '$lib/url/gaps-state.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The answer of the plain address comes with the page; its picture is a file of its own. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	return {
		region,
		knows: { name: region.name, plain: plainQuestion() },
		answer: await embedGapsOf(region)
	};
};
