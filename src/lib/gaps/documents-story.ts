/**
 * What the local documents say of a district's need and provision, and what the data give:
 * by which measures it leads and by which not, what is not known, and what lies inside it,
 * so that nobody has to rest on a district total. What speaks against the headline is said
 * as plainly as what speaks for it.
 */
import type { Group } from '../areas/region.ts';
import { EDITION_IDS } from '../facts/editions.ts';
import type { AssetsPart } from '../register/parts.ts';
import { analyseGaps } from './analysis.ts';
import { LINK_WORKERS_PART, linkWorkers } from './link-workers.ts';
import { publishedCharities, publishedValue, sitesFor } from './provision.ts';
import {
	communitiesOf,
	ENOUGH_NAMED,
	FOOD_BANKS,
	VENUES,
	venuesCollected
} from './story-communities.ts';
import { CHARITY_MEASURES, deprivationOf, deprivationRows, perHeadRow, row } from './story-rows.ts';
import { bothSides } from './story-sentences.ts';
import type { DocumentsStory } from './story.ts';
import { CHARITIES_PART, partsNeeded, type Workbench } from './workbench.ts';

/** The parts that the story is made of. */
export const STORY_PARTS: readonly string[] = [
	...new Set([
		...EDITION_IDS.flatMap((edition) => partsNeeded({ ...VENUES, edition })),
		...partsNeeded(FOOD_BANKS),
		CHARITIES_PART,
		LINK_WORKERS_PART
	])
];

/** The story of a region. Throws where a part is not loaded. */
export function documentsStory(bench: Workbench, workers: AssetsPart): DocumentsStory {
	const byEdition = new Map(EDITION_IDS.map((id) => [id, deprivationOf(bench, id)] as const));
	const printed = bench.facts(CHARITIES_PART).printed ?? [];
	const [mostDeprived] = byEdition.get(VENUES.edition) ?? [];
	if (!mostDeprived) throw new Error('the region has no district');
	const districts = (byEdition.get(VENUES.edition) ?? []).map(({ district }) => district);
	const named = printed.flatMap(({ area }) => districts.find(({ name }) => name === area) ?? []);
	const district: Group = named[0] ?? mostDeprived.district;

	const deprivation = EDITION_IDS.flatMap((id) =>
		deprivationRows(byEdition.get(id) ?? [], id, district)
	);
	const published = publishedCharities(bench);
	const withFigures = districts.filter(({ code }) => published.get(code)?.number != null);
	const charities =
		withFigures.length === 0
			? []
			: CHARITY_MEASURES.map(({ id, label, format }) =>
					row(
						`charities-${id}`,
						label,
						districts.map((one) => ({
							district: one,
							value: publishedValue(id, published.get(one.code))
						})),
						district,
						format,
						'least'
					)
				).flatMap((found) => found ?? []);
	const venues = analyseGaps(VENUES, bench);
	const communities = communitiesOf(
		district,
		venues,
		hasEnough(district, bench) ? analyseGaps(FOOD_BANKS, bench) : null
	);
	const story = {
		code: district.code,
		name: district.name,
		named: named.length > 0,
		printed,
		deprivation,
		charities,
		unknown:
			withFigures.length === 0
				? []
				: districts.filter((one) => !withFigures.includes(one)).map(({ name }) => name),
		communities,
		...networksOf(district, bench, workers)
	};
	return { ...story, ...bothSides(story, perHeadRow(bench, district)) };
}

/** Whether the list of food banks names enough in a district to say how far they are from anybody. */
function hasEnough(district: Group, bench: Workbench): boolean {
	const members = new Set(district.members);
	const areas = bench.siteAreas(FOOD_BANKS.provision, VENUES.edition);
	const { sites } = sitesFor(bench, FOOD_BANKS);
	return sites.filter(({ id }) => members.has(areas.get(id) ?? -1)).length >= ENOUGH_NAMED;
}

function networksOf(district: Group, bench: Workbench, part: AssetsPart) {
	const { areas } = bench.edition(VENUES.edition);
	const members = new Set(district.members);
	const { networks, older } = linkWorkers(part, bench.regionName, venuesCollected(bench));
	const here = networks.filter(({ code }) => {
		const practices = part.members21?.[part.ids.indexOf(code)] ?? [];
		const inside = practices.filter((lsoa) => members.has(areas.index.get(lsoa) ?? -1));
		return inside.length * 2 > practices.length;
	});
	return { networks: here, olderFigures: older ? part.collected : null };
}
