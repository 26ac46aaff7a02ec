import { whyEmpty } from '$lib/facts/missing.ts';
import { hasPart } from '$lib/facts/manifest.ts';
import type { PartName } from '$lib/facts/parts.ts';
import { storySentences } from '$lib/gaps/story-sentences.ts';
import { BIRTHS_PART } from '$lib/gaps/births-by-district.ts';
import { LINK_WORKERS_PART } from '$lib/gaps/link-workers.ts';
import { DEFAULT_MATERNITY, UNITS_PART } from '$lib/gaps/maternity-answer.ts';
import { maternityParts } from '$lib/gaps/maternity.ts';
import { DEFAULT_REQUEST } from '$lib/gaps/request.ts';
import { PARTS_WELCOME, partsNeeded } from '$lib/gaps/workbench.ts';
import { plainGaps } from '$lib/server/gaps.ts';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readPart } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The parts that the plain address shows come with the page, so that it is complete without scripts. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const wanted: PartName[] = [
		...partsNeeded(DEFAULT_REQUEST),
		...PARTS_WELCOME.filter((part) => hasPart(region, part)),
		...(whyEmpty(region.missing, UNITS_PART) === null ? maternityParts(DEFAULT_MATERNITY) : []),
		LINK_WORKERS_PART,
		BIRTHS_PART
	];
	const { variations, story } = await plainGaps(region);
	return {
		region,
		plain: variations,
		story,
		storySentences: storySentences(story, region.name, region.missing),
		parts: [...new Set(wanted)].map((part) => readPart(region, part)),
		sources: readCatalogue().datasets.map(namedSource)
	};
};
