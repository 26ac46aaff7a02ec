import { error } from '@sveltejs/kit';
import { feedsOf, newsIn, sinceLastRelease } from '$lib/server/news.ts';
import { readCatalogue, readManifest } from '$lib/server/packs.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = readManifest().regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
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
