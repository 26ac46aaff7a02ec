import { namedSource } from '$lib/catalogue/notes.ts';
import { sourceLine } from '$lib/report/embed-gaps.ts';
import { datasetsOf, readerOf } from '$lib/server/packs.ts';
import { placesOf } from '$lib/server/places.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** How many there are of each kind comes with the frame; the places themselves are a file. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const { areas, counts } = placesOf(region);
	return {
		region,
		counts,
		districts: areas.groups.district.map(({ code, name }) => ({ code, name })),
		sources: datasetsOf(readerOf(region).get('register').datasets).map((dataset) =>
			sourceLine(namedSource(dataset))
		)
	};
};
