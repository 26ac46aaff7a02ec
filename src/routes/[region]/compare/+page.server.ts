import { namedSource } from '$lib/catalogue/notes.ts';
import { comparable } from '$lib/server/comparisons.ts';
import { datasetsOf } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** What can be compared, and comparisons that need no scripts. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const { groups, ready } = comparable(region);
	return {
		region,
		groups,
		ready: ready.map(({ comparison }) => comparison),
		kinds: ready.map(({ kind }) => kind),
		sources: datasetsOf(ready.flatMap(({ comparison }) => comparison.datasets)).map(namedSource)
	};
};
