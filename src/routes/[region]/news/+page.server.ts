import { feedsOf, newsIn, sinceLastRelease } from '$lib/server/news.ts';
import { readCatalogue } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const news = await newsIn(region);
	const used = new Set(news.map(({ dataset }) => dataset));
	return {
		name: region.name,
		slug: region.slug,
		news,
		release: sinceLastRelease(region),
		feeds: feedsOf(region),
		sources: readCatalogue()
			.datasets.filter(({ id }) => used.has(id))
			.map(({ id, title, period }) => ({ id, title, period }))
	};
};
