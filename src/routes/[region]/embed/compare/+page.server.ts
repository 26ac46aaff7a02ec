import { namedSource } from '$lib/catalogue/notes.ts';
import { sourceLine } from '$lib/report/embed-gaps.ts';
import { comparable } from '$lib/server/comparisons.ts';
import { datasetsOf } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The first comparison of the page comes with the frame; of areas that are chosen, it reads a file. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const [first] = comparable(region).ready;
	return {
		region,
		comparison: first?.comparison ?? null,
		sources: datasetsOf(first?.comparison.datasets ?? []).map((dataset) => ({
			id: dataset.id,
			line: sourceLine(namedSource(dataset))
		}))
	};
};
