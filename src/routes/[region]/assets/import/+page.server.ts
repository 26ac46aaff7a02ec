import { error } from '@sveltejs/kit';
import { filesOf, POSTCODES_INDEX, type PostcodesIndex } from '$lib/postcodes/piece.ts';
import { readPackFile } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Where the facts lie that a check needs; they are loaded when a file is brought. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const path = (part: string) => {
		const file = region.files.find((candidate) => candidate.part === part);
		if (!file) error(500, `The pack of ${region.name} has no part “${part}”.`);
		return file.path;
	};
	const index = readPackFile(region, POSTCODES_INDEX) as PostcodesIndex;
	return {
		region: { slug: region.slug, name: region.name },
		postcodeFiles: filesOf(index).length,
		pack: {
			regionName: region.name,
			postcodes: path(POSTCODES_INDEX),
			areas: path('areas-2021'),
			boundaries21: path('lsoa21-boundaries'),
			boundaries11: path('lsoa11-boundaries'),
			basemap: path('basemap'),
			register: path('register')
		}
	};
};
