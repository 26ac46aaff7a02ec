/** The answer of the plain address of the page of gaps, for its prerendered HTML. */
import { documentsStory, STORY_PARTS } from '../gaps/documents-story.ts';
import type { DocumentsStory } from '../gaps/story.ts';
import { analyseGaps } from '../gaps/analysis.ts';
import type { GapsAnalysis } from '../gaps/answer.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import type { Variant } from '../gaps/provision.ts';
import { vary, varyAll, type VariationsAnswer } from '../gaps/variations.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../gaps/workbench.ts';
import { EDITION_IDS } from '../facts/editions.ts';
import { venuesCollected } from '../gaps/story-communities.ts';
import { LINK_WORKERS_PART, linkWorkers, type LinkWorkersAnalysis } from '../gaps/link-workers.ts';
import {
	DEFAULT_MATERNITY,
	HUBS_PART,
	UNITS_PART,
	type MaternityAnalysis
} from '../gaps/maternity-answer.ts';
import { maternity, maternityParts } from '../gaps/maternity.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { whyEmpty } from '../facts/missing.ts';
import { PartReader } from '../facts/reader.ts';
import { readerOf } from './packs.ts';
import { oncePerPack } from './once-per-pack.ts';

export interface PlainGaps {
	bench: Workbench;
	analysis: GapsAnalysis;
	variations: VariationsAnswer;
	/** Null where the region has no list of places of birth. */
	maternity: MaternityAnalysis | null;
	linkWorkers: LinkWorkersAnalysis;
	story: DocumentsStory;
}

/** Everything that the plain address shows, of a region's pack; its page and the slides ask for it. */
export const plainGaps = oncePerPack(answered);

async function answered(region: RegionSummary): Promise<PlainGaps> {
	const there = new Set<string>(region.files.map(({ part }) => part));
	const names = [
		...EDITION_IDS.flatMap((edition) => partsNeeded({ ...DEFAULT_REQUEST, edition })),
		...maternityParts(DEFAULT_MATERNITY),
		...STORY_PARTS,
		...PARTS_WELCOME.filter((part) => there.has(part))
	];
	const wanted = new Set(names);
	const pack = readerOf(region);
	const parts = new PartReader((part) => (wanted.has(part) ? pack.get(part) : undefined));
	const bench = new Workbench(region.name, parts);
	const variations = await varyAll(DEFAULT_REQUEST, bench, () => true);
	if (!variations) throw new Error('the variations stopped by themselves');
	const workers = parts.get(LINK_WORKERS_PART);
	return {
		bench,
		analysis: analyseGaps(DEFAULT_REQUEST, bench),
		variations,
		maternity:
			whyEmpty(region.missing, UNITS_PART) === null
				? maternity(DEFAULT_MATERNITY, bench, {
						units: parts.get(UNITS_PART),
						hubs: parts.get(HUBS_PART)
					})
				: null,
		linkWorkers: linkWorkers(workers, region.name, venuesCollected(bench)),
		story: documentsStory(bench, workers)
	};
}

/** How many communities are gaps as the page opens, and with the detour factors that fit ways to schools. */
export function detourSensitivity(region: RegionSummary): { usual: number; fitted: number } {
	const wanted = new Set(partsNeeded(DEFAULT_REQUEST));
	const pack = readerOf(region);
	const bench = new Workbench(region.name, (part) =>
		wanted.has(part) ? pack.get(part) : undefined
	);
	const gaps = (variant: Variant) =>
		vary({ id: '', title: '', request: DEFAULT_REQUEST, variant }, bench).gaps.size;
	return { usual: gaps({}), fitted: gaps({ detour: bench.fittedDetour }) };
}
