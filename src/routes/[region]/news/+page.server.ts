import { feedsOf, newsIn, sinceLastRelease } from '$lib/server/news.ts';
import { datasetsOf } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const news = await newsIn(region);
	return {
		name: region.name,
		slug: region.slug,
		news,
		release: sinceLastRelease(region),
		feeds: feedsOf(region),
		sources: datasetsOf(news.flatMap(({ dataset }) => dataset ?? [])).map(
			({ id, title, period }) => ({
				id,
				title,
				period
			})
		)
	};
};
