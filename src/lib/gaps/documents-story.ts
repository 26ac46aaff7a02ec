/**
 * What the local documents say of a district's need and provision, and what the data give:
 * by which measures it leads and by which not, what is not known, and what lies inside it,
 * so that nobody has to rest on a district total. What speaks against the headline is said
 * as plainly as what speaks for it.
 */
import { EDITIONS, EDITION_IDS, type EditionId } from '../facts/editions.ts';
import {
	districtDeprivation,
	type DistrictDeprivation
} from '../indicators/district-deprivation.ts';
import { factNumbers } from '../facts/figures.ts';
import { notHeldOf, whyEmpty, type Missing } from '../facts/missing.ts';
import type { AssetsPart } from '../register/parts.ts';
import type { PrintedStatement } from '../facts/parts.ts';
import type { Group } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { analyseGaps, type AreaResult, type GapsAnalysis } from './analysis.ts';
import { linkWorkers, type NetworkResult } from './link-workers.ts';
import { measureOf, type MeasureId } from './measures.ts';
import { deprivationPart } from '../facts/parts.ts';
import { publishedCharities, publishedValue } from './provision.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import { CHARITIES_PART, partsNeeded, type Workbench } from './workbench.ts';
import { LINK_WORKERS_PART } from './link-workers.ts';

/** A measure, and where the district stands by it. */
export interface StoryRow {
	id: string;
	/** "Average IMD score, IoD 2025". */
	label: string;
	/** The district's own figure. */
	own: string;
	/** Its place among the districts that have a figure: 1 is the most deprived, or has least. */
	place: number;
	of: number;
	/** The district at the front, and its figure. */
	leader: string;
	leaderValue: string;
}

export interface StoryCommunity {
	code: string;
	name: string;
	residents: number;
	core20Residents: number;
	/** Venues that a resident has in reach on average. */
	venues: number | null;
	/** Average minutes on foot to the nearest food bank. */
	foodBank: number | null;
	foodBankName: string | null;
	verdict: AreaResult['verdict'];
}

export interface DocumentsStory {
	/** Code and name of the district that it is about. */
	code: string;
	name: string;
	/** Whether a document of the region names it; else it is the most deprived one. */
	named: boolean;
	/** What the region's documents print on organisations and on the district. */
	printed: PrintedStatement[];
	/** By which measures it is the most deprived, and by which not. */
	deprivation: StoryRow[];
	/** Charities by four measures; empty where no figures are published. */
	charities: StoryRow[];
	/** Names of the districts of which no figure of charities is known. */
	unknown: string[];
	/** Its communities, least venues in reach first. */
	communities: StoryCommunity[];
	/** Networks with most of their practices in it. */
	networks: NetworkResult[];
	/** Sentences that bear the headline out, and those that speak against it. */
	bearsOut: string[];
	speaksAgainst: string[];
}

/** What communities are asked inside a district: venues, as the page opens. */
const VENUES: GapsRequest = DEFAULT_REQUEST;
/** Food banks are few: how far the nearest is says more than how many are near. */
const FOOD_BANKS: GapsRequest = {
	...DEFAULT_REQUEST,
	provision: ['food-bank'],
	measure: 'nearest',
	reach: { cost: 30, unit: 'minutes' }
};

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
						withFigures.map((one) => ({
							district: one,
							value: publishedValue(id, published.get(one.code))
						})),
						district,
						format,
						'least'
					)
				).flatMap((found) => found ?? []);
	const venues = analyseGaps(VENUES, bench);
	const foodBanks = analyseGaps(FOOD_BANKS, bench);
	const communities = communitiesOf(district, venues, foodBanks);
	const networks = networksOf(district, bench, workers);
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
		networks
	};
	return { ...story, ...bothSides(story, perHeadRow(bench, district)) };
}

function deprivationOf(bench: Workbench, id: EditionId): DistrictDeprivation[] {
	const { areas, edition } = bench.edition(id);
	const facts = bench.facts(deprivationPart(edition));
	return districtDeprivation(
		areas,
		factNumbers(facts, 'imd_decile'),
		factNumbers(facts, 'imd_score'),
		factNumbers(facts, 'imd_rank')
	);
}

/** The district's place among those with a figure; null where it has none. */
function row(
	id: string,
	label: string,
	figures: readonly { district: Group; value: number }[],
	district: Group,
	format: (value: number) => string,
	front: 'most' | 'least'
): StoryRow | null {
	const known = figures.filter(({ value }) => Number.isFinite(value));
	const own = known.find((one) => one.district.code === district.code);
	if (!own) return null;
	const ahead = (value: number, than: number) => (front === 'most' ? value > than : value < than);
	const leader = known.reduce((a, b) => (ahead(b.value, a.value) ? b : a));
	return {
		id,
		label,
		own: format(own.value),
		place: known.filter(({ value }) => ahead(value, own.value)).length + 1,
		of: known.length,
		leader: leader.district.name,
		leaderValue: format(leader.value)
	};
}

function deprivationRows(
	all: readonly DistrictDeprivation[],
	id: EditionId,
	district: Group
): StoryRow[] {
	const { short } = EDITIONS[id];
	const measures: {
		id: string;
		label: string;
		of: (one: DistrictDeprivation) => number;
		format: (value: number) => string;
		front: 'most' | 'least';
	}[] = [
		{
			id: 'average-score',
			label: 'Average IMD score',
			of: (one) => one.averageScore,
			format: formatDecimal,
			front: 'most'
		},
		{
			id: 'average-rank',
			label: 'Average IMD rank (1 is the most deprived)',
			of: (one) => one.averageRank,
			format: formatCount,
			front: 'least'
		},
		{
			id: 'core20-share',
			label: 'Share of residents in Core20 neighbourhoods',
			of: (one) => one.core20Share,
			format: formatPercent,
			front: 'most'
		},
		{
			id: 'core20-lsoa-share',
			label: 'Share of neighbourhoods that are Core20',
			of: (one) => one.core20Lsoas / one.district.members.length,
			format: formatPercent,
			front: 'most'
		},
		{
			id: 'core20-lsoas',
			label: 'Number of Core20 neighbourhoods',
			of: (one) => one.core20Lsoas,
			format: formatCount,
			front: 'most'
		}
	];
	return measures.flatMap(
		(measure) =>
			row(
				`${measure.id}-${id}`,
				`${measure.label}, ${short}`,
				all.map((one) => ({ district: one.district, value: measure.of(one) })),
				district,
				measure.format,
				measure.front
			) ?? []
	);
}

const CHARITY_MEASURES: readonly {
	id: MeasureId;
	label: string;
	format: (value: number) => string;
}[] = [
	{ id: 'published-number', label: 'Registered charities', format: formatCount },
	{
		id: 'published-rate',
		label: 'Registered charities per 10,000 residents',
		format: formatDecimal
	},
	{
		id: 'published-income',
		label: 'Their total income',
		format: (value) => `£${formatDecimal(value / 1e6)} million`
	},
	{
		id: 'published-income-per-resident',
		label: 'Their income per resident',
		format: (value) => `£${formatCount(value)}`
	}
];

/** Venues per 10,000 residents by district. */
function perHeadRow(bench: Workbench, district: Group): StoryRow | null {
	const request: GapsRequest = { ...VENUES, level: 'district', measure: 'rate', bar: 'region' };
	const { areas, regionAreas } = analyseGaps(request, bench);
	return row(
		'venues-rate',
		`Community venues ${measureOf('rate').title.toLowerCase()}`,
		areas.map(({ unit, provision }) => ({
			district: regionAreas.groups.district[unit] ?? district,
			value: provision.kind === 'value' || provision.kind === 'estimate' ? provision.value : NaN
		})),
		district,
		formatDecimal,
		'least'
	);
}

function communitiesOf(
	district: Group,
	venues: GapsAnalysis,
	foodBanks: GapsAnalysis
): StoryCommunity[] {
	const members = new Set(district.members);
	return venues.areas
		.filter(({ unit }) => (venues.units.members[unit] ?? []).some((area) => members.has(area)))
		.map((area): StoryCommunity => {
			const other = foodBanks.areas[area.unit];
			return {
				code: area.code,
				name: area.name,
				residents: area.residents,
				core20Residents: area.core20Residents,
				venues: area.survey === 'not-surveyed' ? null : area.count,
				foodBank: other?.nearest ?? null,
				foodBankName: other?.nearestSite?.name ?? null,
				verdict: area.verdict
			};
		})
		.sort((a, b) => (a.venues ?? Infinity) - (b.venues ?? Infinity) || (a.code < b.code ? -1 : 1));
}

function networksOf(district: Group, bench: Workbench, part: AssetsPart): NetworkResult[] {
	const { areas } = bench.edition(VENUES.edition);
	const members = new Set(district.members);
	const { networks } = linkWorkers(part, bench.regionName);
	return networks.filter(({ code }) => {
		const practices = part.members21?.[part.ids.indexOf(code)] ?? [];
		const inside = practices.filter((lsoa) => members.has(areas.index.get(lsoa) ?? -1));
		return inside.length * 2 > practices.length;
	});
}

const ORDINALS = ['', 'second ', 'third '];

/** "the least of 7 districts", "third least of 7". */
function placeWords({ place, of }: StoryRow, word: string): string {
	if (place === 1) return `the ${word} of ${of}`;
	return place <= ORDINALS.length
		? `the ${ORDINALS[place - 1] ?? ''}${word} of ${of}`
		: `number ${place} of ${of} from the ${word}`;
}

function bothSides(
	story: Omit<DocumentsStory, 'bearsOut' | 'speaksAgainst'>,
	perHead: StoryRow | null
): Pick<DocumentsStory, 'bearsOut' | 'speaksAgainst'> {
	const bearsOut: string[] = [];
	const speaksAgainst: string[] = [];
	const add = (found: StoryRow, word: string) => {
		const label = found.label;
		if (found.place === 1) bearsOut.push(`${label}: ${found.own}, ${placeWords(found, word)}.`);
		else
			speaksAgainst.push(
				`${label}: ${found.own}, ${placeWords(found, word)}; ${found.leader} has ${found.leaderValue}.`
			);
	};
	for (const found of story.deprivation) add(found, 'most deprived');
	for (const found of story.charities) add(found, 'least');
	if (perHead) add(perHead, 'least');
	const core20 = story.communities.filter(({ core20Residents }) => core20Residents > 0);
	const gaps = core20.filter(({ verdict }) => verdict === 'gap');
	const named = (list: readonly StoryCommunity[]) =>
		formatList(list.map(({ name, venues }) => `${name} (${formatDecimal(venues ?? 0)})`));
	if (gaps.length > 0) {
		bearsOut.push(
			`${capitalise(formatQuantity(gaps.length, 'Core20 community', 'Core20 communities'))} of ${story.name} ${gaps.length === 1 ? 'has' : 'have'} fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot: ${named(gaps)}.`
		);
	} else if (core20.length > 0) {
		const least = core20.filter(({ venues }) => venues !== null).slice(0, 2);
		speaksAgainst.push(
			`None of its ${formatQuantity(core20.length, 'Core20 community', 'Core20 communities')} has fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot${least.length > 0 ? `; the least have ${named(least)}` : ''}.`
		);
	}
	const far = core20.filter(({ foodBank }) => (foodBank ?? Infinity) > FOOD_BANKS.reach.cost);
	if (far.length > 0) {
		bearsOut.push(
			`From ${formatQuantity(far.length, 'Core20 community', 'Core20 communities')} it is more than ${FOOD_BANKS.reach.cost} minutes on foot to the nearest food bank that a list names: ${formatList(far.map(({ name }) => name))}.`
		);
	} else if (core20.length > 0) {
		speaksAgainst.push(
			`From all its Core20 communities the nearest food bank that a list names is within ${FOOD_BANKS.reach.cost} minutes on foot.`
		);
	}
	for (const { name, rate, gap, score } of story.networks) {
		if (rate === null) continue;
		const said = `${name} reported ${formatDecimal(rate)} link workers per 10,000 patients (IMD 2019 score of its patients ${score === null ? 'not known' : formatDecimal(score)})`;
		if (gap) bearsOut.push(`${said}: fewer than the region’s networks together.`);
		else speaksAgainst.push(`${said}.`);
	}
	return { bearsOut, speaksAgainst };
}

/** The dataset of the documents that were read. */
const DOCUMENTS = 'published-documents';

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/**
 * The story in a few sentences, for the head of the page; with what is not held of the region in
 * place of what would be said of it.
 */
export function storySentences(
	story: DocumentsStory,
	regionName: string,
	missing: readonly Missing[]
): string[] {
	const { name, named, deprivation, charities, unknown } = story;
	const said: string[] = [];
	const leads = deprivation.filter(({ place }) => place === 1);
	said.push(
		named
			? `A local document names ${name}. It is the most deprived district of ${regionName} by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures.`
			: `${notHeldOf(missing, [DOCUMENTS])[0] ?? 'No local document read here names a district as short of provision.'} By average score ${name} is the most deprived of ${regionName}, and by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures.`
	);
	const byLeader = new Map<string, string[]>();
	for (const { place, label, leader } of deprivation) {
		if (place > 1) byLeader.set(leader, [...(byLeader.get(leader) ?? []), lower(label)]);
	}
	for (const [leader, labels] of byLeader) {
		said.push(`By ${labels.join('; ')} it is ${leader}.`);
	}
	if (charities.length === 0) {
		said.push(
			whyEmpty(missing, CHARITIES_PART) ??
				'No figures of charities by district are published in the documents read here.'
		);
	} else {
		const [least, not] = [
			charities.filter(({ place }) => place === 1),
			charities.filter(({ place }) => place > 1)
		];
		if (least.length > 0) {
			said.push(
				`Of the ${charities[0]?.of ?? 0} districts with a figure it has the least by ${formatList(least.map((found) => `${lower(found.label)} (${found.own})`))}.`
			);
		}
		if (not.length > 0) {
			said.push(
				`It has not the least by ${formatList(not.map((found) => `${lower(found.label)} (${found.own}; ${found.leader} ${found.leaderValue})`))}.`
			);
		}
	}
	if (unknown.length > 0) {
		said.push(`Of ${formatList(unknown)} the charities are not known, and can’t be derived.`);
	}
	return said;
}
