import { namedSource } from '$lib/catalogue/notes.ts';
import { sourceLine } from '$lib/report/embed-gaps.ts';
import { datasetsOf, readerOf } from '$lib/server/packs.ts';
import { embedPlacesOf, placesOf } from '$lib/server/places.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** How many there are of each kind comes with the frame; the places themselves are in files of their own. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const { areas, counts } = placesOf(region);
	return {
		region,
		counts,
		starts: embedPlacesOf(region).starts,
		districts: areas.groups.district.map(({ code, name }) => ({ code, name })),
		sources: datasetsOf(readerOf(region).get('register').datasets).map((dataset) =>
			sourceLine(namedSource(dataset))
		)
	};
};
