/**
 * The evidence about an area: several numbers side by side, never one alone, each with what
 * it is held against.
 */
import { otherShareWords } from '../access/both-shares.ts';
import { percentWords } from '../access/cars.ts';
import { countInReach } from '../access/costs.ts';
import { countedBackWords, newestOf } from '../register/freshness.ts';
import { meansOver } from '../access/resident-points.ts';
import type { Site } from '../access/site.ts';
import { factNumbers } from '../facts/figures.ts';
import { residentsOf, unitsOf } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatMonth,
	formatWholePercent
} from '../text/format.ts';
import { weightedMean } from '../stats/weighted.ts';
import { besideBounds } from './answer-words.ts';
import type { AreaResult, GapsAnalysis, NearestSite } from './answer.ts';
import { provisionWords } from './provisions.ts';
import {
	countByPoint,
	numbersIn,
	PER,
	publishedCharities,
	sitesFor,
	travelOf
} from './provision.ts';
import { servedMembers } from './served.ts';
import { CHARITIES_PART, CONNECTIVITY_PART, type Workbench } from './workbench.ts';

type EvidenceId =
	| 'need'
	| 'per-head'
	| 'nearest'
	| 'reach'
	| 'reach-core20'
	| 'reach-whole'
	| 'e2sfca'
	| 'currency'
	| 'charities'
	| 'connectivity'
	| 'edge'
	| 'survey'
	| 'cars';

export interface EvidenceRow {
	/** What it says; of one of several kinds, with its id. */
	id: EvidenceId | `${EvidenceId} ${string}`;
	label: string;
	value: string;
	/** What it is held against, or what to mind. */
	note: string | null;
}

/** The rows of an area's evidence panel. */
export function evidenceOf(
	area: AreaResult,
	analysis: GapsAnalysis,
	bench: Workbench
): EvidenceRow[] {
	const { request, need, formatCost } = analysis;
	const words = provisionWords(request.provision);
	const isPublished = area.count === null && request.measure.startsWith('published');
	const rows: EvidenceRow[] = [
		{
			id: 'need',
			label: need.label.charAt(0).toUpperCase() + need.label.slice(1),
			value:
				area.need.kind === 'value' || area.need.kind === 'estimate'
					? need.format(area.need.value) + (area.need.kind === 'estimate' ? ' (estimate)' : '')
					: 'no figure',
			note: `${formatCount(area.residents)} residents, ${formatCount(area.core20Residents)} of them in Core20 neighbourhoods; ${need.period}`
		}
	];
	if (analysis.kinds.length > 0) rows.push(...kindRows(area, analysis, bench));
	else if (!isPublished) rows.push(...reachRows(area, analysis, bench, words));
	if (area.noCar !== null) rows.push(carsRow(area.noCar, analysis));
	rows.push(...charityRows(area, analysis, bench), ...connectivityRows(area, analysis, bench));
	if (area.edge > 0) {
		rows.push({
			id: 'edge',
			label: 'At the edge of our data',
			value: formatWholePercent(area.edge),
			note: `of residents live within ${formatCost(request.reach.cost)} of land that our data do not cover, or of the sea`
		});
	}
	if (!isPublished && area.survey !== 'surveyed') {
		rows.push({
			id: 'survey',
			label: 'Who looked here',
			value: {
				partly: 'surveyed in part',
				'not-surveyed': 'not surveyed',
				unknown: 'not stated',
				surveyed: 'surveyed'
			}[area.survey],
			note:
				area.survey === 'unknown'
					? 'Our data do not say which lists cover this area.'
					: 'Nobody has looked everywhere here, so “none listed” does not mean that there are none.'
		});
	}
	return rows;
}

/** Beside journeys by car: for whom they say little. */
const carsRow = (share: number, { carsRegion, regionName }: GapsAnalysis): EvidenceRow => ({
	id: 'cars',
	label: 'Households with no car or van',
	value: percentWords(share),
	note: `Census 2021${carsRegion === null ? '' : `; ${percentWords(carsRegion)} in ${regionName} as a whole`}; times by car say little about them`
});

/** The rows of reach of each of several kinds. */
function kindRows({ unit }: AreaResult, { kinds }: GapsAnalysis, bench: Workbench): EvidenceRow[] {
	return kinds.flatMap((kind) => {
		const own = kind.areas[unit];
		const words = provisionWords(kind.request.provision);
		return own
			? reachRows(own, kind, bench, words).map(({ id, label, ...row }): EvidenceRow => ({
					...row,
					id: `${id as EvidenceId} ${kind.request.provision.join()}`,
					label: `${capitalise(words)}: ${/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label}`
				}))
			: [];
	});
}

function reachRows(
	area: AreaResult,
	analysis: GapsAnalysis,
	bench: Workbench,
	words: string
): EvidenceRow[] {
	const { request, formatCost } = analysis;
	const reach = formatCost(request.reach.cost);
	return [
		perHeadRow(area, analysis, bench, words),
		{
			id: 'nearest',
			label: 'How far the nearest is',
			value: area.nearest === null ? 'none known' : `${formatCost(area.nearest)} (estimate)`,
			note: area.nearestSite
				? `on average${area.whole ? ' for its Core20 residents' : ''}; for ${formatWholePercent(area.nearestSite.share)} of ${area.whole ? 'them' : 'residents'} it is ${area.nearestSite.name} (${area.nearestSite.label})${otherNearest(area.nearestSite)}${area.whole?.nearest == null ? '' : `; ${formatCost(area.whole.nearest)} over all its residents`}`
				: null
		},
		{
			id: 'reach',
			label: `Within ${reach}`,
			value: area.count === null ? 'no figure' : `${counted(area.count, analysis)} (estimate)`,
			note:
				area.none === null
					? null
					: `for a ${area.whole ? 'Core20 ' : ''}resident on average; ${noneWords(area.none, area.vouched?.none)}`
		},
		...wholeRow(area, analysis),
		...core20Row(area, analysis, bench),
		{
			id: 'e2sfca',
			label: 'Shared among everyone near (E2SFCA)',
			value: area.e2sfca === null ? 'no figure' : `${formatDecimal(area.e2sfca)} per 10,000`,
			note: e2sfcaNote(area, analysis)
		},
		currencyRow(area, analysis, bench)
	];
}

/** The other figure of whose nearest a site is: " (64% by checked or recent listings alone)". */
const otherNearest = ({ share, vouched }: NearestSite): string =>
	vouched === null ? '' : otherShareWords([share], [vouched], formatWholePercent);

/** "35% have none", with the other figure where much of what is near is not vouched for. */
const noneWords = (none: number, vouched: number | null | undefined): string =>
	`${formatWholePercent(none)} have none${otherShareWords([none], [vouched ?? none], formatWholePercent)}`;

/** A number in reach; beside the rule's own bounds where the rule counts. */
const counted = (count: number, { request, bounds }: GapsAnalysis): string =>
	request.measure === 'count' ? besideBounds(formatDecimal, bounds)(count) : formatDecimal(count);

/** The same over all residents, where it is of some. */
function wholeRow({ whole, residents }: AreaResult, analysis: GapsAnalysis): EvidenceRow[] {
	if (whole?.count == null) return [];
	return [
		{
			id: 'reach-whole',
			label: 'The same, averaged over all its residents',
			value: `${counted(whole.count, analysis)} (estimate)`,
			note: `for all ${formatCount(residents)} residents on average${whole.none === null ? '' : `; ${noneWords(whole.none, whole.vouched?.none)}`}`
		}
	];
}

/** The same for those of its residents who live in Core20 neighbourhoods, where not all do. */
function core20Row(
	area: AreaResult,
	{ request, units }: GapsAnalysis,
	bench: Workbench
): EvidenceRow[] {
	if (area.whole || area.core20Residents === 0 || area.core20Residents >= area.residents) return [];
	const { core20, points } = bench.edition(request.edition);
	const members = (units.members[area.unit] ?? []).filter((at) => core20[at]);
	const [mean = NaN] = meansOver(points, countByPoint(bench, request), [members]);
	return Number.isNaN(mean)
		? []
		: [
				{
					id: 'reach-core20',
					label: 'The same, in its Core20 neighbourhoods',
					value: `${formatDecimal(mean)} (estimate)`,
					note: `for its ${formatCount(area.core20Residents)} Core20 residents on average`
				}
			];
}

function e2sfcaNote(area: AreaResult, { areas, units }: GapsAnalysis): string | null {
	if (area.e2sfca === null) return null;
	// Others as a whole: where their Core20 residents have less, it need not be less for all of them.
	const ofAll = (other: AreaResult) => (other.whole ?? other).e2sfca;
	const known = areas.filter((other) => ofAll(other) !== null);
	const residents = known.reduce((sum, other) => sum + other.residents, 0);
	const below = known
		.filter((other) => (ofAll(other) ?? 0) < (area.e2sfca ?? 0))
		.reduce((sum, other) => sum + other.residents, 0);
	const notes = [
		...(area.whole?.e2sfca == null
			? []
			: [`${formatDecimal(area.whole.e2sfca)} averaged over all its residents`]),
		...(units.count > 1
			? [
					`${formatWholePercent(below / residents)} of the region’s residents live where there is less`
				]
			: [])
	];
	return notes.length > 0 ? notes.join('; ') : null;
}

/** Per 10,000 residents: of the area where it is large enough, else of its district. */
function perHeadRow(
	area: AreaResult,
	{ request, units, regionAreas }: GapsAnalysis,
	bench: Workbench,
	words: string
): EvidenceRow {
	const isLarge = units.level === 'district' || units.level === 'place';
	const of = isLarge ? units : unitsOf(regionAreas, 'district');
	const [first] = units.members[area.unit] ?? [];
	const at = isLarge ? area.unit : (of.of[first ?? -1] ?? -1);
	const number = numbersIn(bench, request, of)[at] ?? NaN;
	const residents = residentsOf(regionAreas, of.members[at] ?? []);
	return {
		id: 'per-head',
		label: 'Per 10,000 residents',
		value: formatDecimal((number / residents) * PER),
		note: `${formatCount(number)} ${words} for ${formatCount(residents)} residents of ${of.names[at] ?? ''}${isLarge ? '' : ', its district'}`
	};
}

/**
 * How much of what residents reach is verified, or was listed in the year before its list was last
 * collected.
 */
function currencyRow(
	area: AreaResult,
	{ request, units }: GapsAnalysis,
	bench: Workbench
): EvidenceRow {
	const { core20 } = bench.edition(request.edition);
	const served = servedMembers(request, units, core20)[area.unit] ?? [];
	const reached = sitesReached(bench, request, served);
	const current = reached.filter((site) => site.current);
	const newest = newestOf(reached.map(({ lastSeen }) => lastSeen));
	return {
		id: 'currency',
		label: 'Checked, or listed in the last year',
		value:
			reached.length === 0
				? 'nothing near'
				: `${formatCount(current.length)} of ${formatCount(reached.length)} near (${formatWholePercent(current.length / reached.length)})`,
		note:
			reached.length === 0
				? null
				: `${countedBackWords(reached.map(({ collected }) => collected))}; ${newest === '' ? 'the lists give no dates' : `the newest was last seen in ${formatMonth(newest)}`}`
	};
}

/** The sites that somebody in some neighbourhoods reaches. */
export function sitesReached(
	bench: Workbench,
	request: GapsAnalysis['request'],
	members: readonly number[]
): Site[] {
	const { sites, key } = sitesFor(bench, request);
	const { points } = bench.edition(request.edition);
	const costs = bench.costs(request.edition, sites, key, travelOf(request), 2 * request.reach.cost);
	const counts = countInReach(costs, request.reach.cost);
	const areas = new Set(members);
	const found = new Set<number>();
	for (let at = 0; at < points.area.length; at++) {
		if (!areas.has(points.area[at] ?? -1)) continue;
		const start = costs.start[at] ?? 0;
		for (let pair = start; pair < start + (counts[at] ?? 0); pair++) {
			found.add(costs.site[pair] ?? -1);
		}
	}
	return [...found].sort((a, b) => a - b).flatMap((at) => sites[at] ?? []);
}

function charityRows(
	area: AreaResult,
	{ units, regionAreas }: GapsAnalysis,
	bench: Workbench
): EvidenceRow[] {
	if (!bench.has(CHARITIES_PART)) return [];
	const published = publishedCharities(bench);
	if (![...published.values()].some(({ number }) => number !== null)) return [];
	if (units.level === 'place') return [];
	const districts = unitsOf(regionAreas, 'district');
	const [first] = units.members[area.unit] ?? [];
	const at = districts.of[first ?? -1] ?? -1;
	const name = districts.names[at] ?? '';
	const { number, income, residents } = published.get(districts.codes[at] ?? '') ?? {};
	if (number == null || income == null || residents == null) {
		return [
			{
				id: 'charities',
				label: `Registered charities of ${name}`,
				value: 'not known',
				note: 'No figure is published for it, and none can be worked out.'
			}
		];
	}
	return [
		{
			id: 'charities',
			label: `Registered charities of ${name}`,
			value: `${formatCount(number)}, ${formatDecimal((number / residents) * PER)} per 10,000`,
			note: `income £${formatCount(income / residents)} per resident; counted where the office is registered, not where they work`
		}
	];
}

function connectivityRows(
	area: AreaResult,
	{ units, regionAreas, edition }: GapsAnalysis,
	bench: Workbench
): EvidenceRow[] {
	if (edition.id !== '2025' || !bench.has(CONNECTIVITY_PART)) return [];
	const facts = bench.facts(CONNECTIVITY_PART);
	const scores = factNumbers(facts, 'connectivity_score');
	const members = units.members[area.unit] ?? [];
	const mean = weightedMean(
		members.map((at) => scores[at] ?? NaN),
		members.map((at) => regionAreas.residents[at] ?? NaN)
	);
	const england = facts.england['connectivity_score_mean'];
	return [
		{
			id: 'connectivity',
			label: 'Connectivity by public transport',
			value: mean === null ? 'no figure' : `${formatDecimal(mean)} of 100`,
			note:
				england === undefined
					? null
					: `England ${formatDecimal(england)}; higher is better connected`
		}
	];
}
