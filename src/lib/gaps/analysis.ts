/**
 * The analysis of gaps: one question, one answer. List, map, scatter, table, sentences,
 * downloads and the command line all read the answer of {@link analyseGaps}.
 */
import { meansOver } from '../access/resident-points.ts';
import { MODES } from '../access/travel.ts';
import { numberOf, type Value } from '../facts/value.ts';
import type { Edition } from '../facts/editions.ts';
import { residentsOf, type RegionAreas, type Units } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { midRanks } from '../stats/weighted.ts';
import { GAP_CELL, needClass, type Cell } from './classes.ts';
import { pointsAtEdge } from './edge.ts';
import { inequalityOf, type Inequality } from './inequality.ts';
import { MEASURES, measureOf } from './measures.ts';
import { barOf } from './need-bar.ts';
import { needOf, type NeedMeasure } from './needs.ts';
import { provisionsOf, provisionUnit, provisionWords } from './provisions.ts';
import {
	catchmentByPoint,
	countByPoint,
	measureProvision,
	nearestByPoint,
	publishedCharities,
	sitesFor,
	travelOf,
	type PublishedFigures
} from './provision.ts';
import type { GapsRequest } from './request.ts';
import { boundsOf, inOrder, provisionClass, type Bounds } from './rule.ts';
import { surveyOf, type Survey } from './survey.ts';
import { mismatch } from './together.ts';
import { CHARITIES_PART, type Workbench } from './workbench.ts';

/**
 * `gap`: above the bar with little; `strength`: above the bar with good provision; `enough`:
 * above the bar with some; `below`: not above the bar; `not-surveyed`: above the bar, where
 * nobody looked; `no-figure`: above the bar without a figure of need or provision.
 */
export type Verdict = 'gap' | 'strength' | 'enough' | 'below' | 'not-surveyed' | 'no-figure';

export interface NearestSite {
	id: string;
	name: string;
	label: string;
	/** Share of the area's residents to whom it is the nearest, from 0 to 1. */
	share: number;
}

export interface AreaResult {
	/** Index into the level's units. */
	unit: number;
	code: string;
	name: string;
	/** Names of the districts it lies in; empty at the level of districts. */
	districts: readonly string[];
	residents: number;
	core20Residents: number;
	need: Value;
	/** People the need is about; null where it isn't about a number of people. */
	people: number | null;
	/** Above the need bar. */
	above: boolean;
	/** The chosen measure. */
	provision: Value;
	/** On average a resident has this many in reach; null for published figures. */
	count: number | null;
	/** Average cost to the nearest, in the unit of the reach; null where there is none. */
	nearest: number | null;
	/** Per 10,000 residents. */
	e2sfca: number | null;
	/** Share of residents with none in reach. */
	none: number | null;
	/** The site that is nearest to most of its residents. */
	nearestSite: NearestSite | null;
	/** Published figures of the district that it is; null elsewhere. */
	published: PublishedFigures | null;
	/** Where it stands among the residents above the bar, worst provision 0; null below it. */
	rank: number | null;
	/** Where it stands among all residents of the region by need (0: least needy). */
	needRank: number | null;
	survey: Survey;
	/** Share of residents whose reach leaves what is known. */
	edge: number;
	cell: Cell | null;
	verdict: Verdict;
}

export interface GapsAnalysis {
	request: GapsRequest;
	regionName: string;
	edition: Edition;
	regionAreas: RegionAreas;
	units: Units;
	need: NeedMeasure;
	/** How a figure of provision is written, with its unit: "0.5 community venues". */
	formatProvision: (value: number) => string;
	/** How a cost is written: "15 minutes on foot". */
	formatCost: (cost: number) => string;
	/** What the region as a whole has of the measure; NaN where not known. */
	regionProvision: number;
	bounds: Bounds;
	/** "less than …" in words of the rule. */
	rule: string;
	/** By unit. */
	areas: AreaResult[];
	/** Units of the gaps, strongest first. */
	gaps: number[];
	/** Units above the bar with good provision, best first. */
	strengths: number[];
	/** Units above the bar where nobody looked, or without a figure. */
	unknown: number[];
	/** Units by cell of need and provision (classes.ts: cellIndex). */
	cells: number[][];
	inequality: Inequality | null;
	/** Sites that were counted. */
	sites: number;
	/** Of them, across the region's border. */
	sitesBeyond: number;
	datasets: string[];
	caveats: string[];
}

/** A request that can't be answered, with why in a sentence. */
export class CannotAnswer extends Error {}

/**
 * Answer a request. Throws {@link CannotAnswer} where need, provision, measure, level and
 * edition don't go together, or where a file of costs has another unit than the reach.
 */
export function analyseGaps(request: GapsRequest, bench: Workbench): GapsAnalysis {
	const wrong = mismatch(request);
	if (wrong) throw new CannotAnswer(wrong.why);
	if (
		bench.matrix &&
		measureOf(request.measure).byReach &&
		bench.matrix.unit !== request.reach.unit
	) {
		throw new CannotAnswer(
			`${bench.matrix.file} gives ${bench.matrix.unit}, and the reach is in ${request.reach.unit}.`
		);
	}
	const { edition, areas, core20, points, units: unitsOf } = bench.edition(request.edition);
	const units = unitsOf(request.level);
	const need = needOf(request.need).build({ edition, areas, units, facts: bench.facts });
	const above = barOf(request.bar).above({ areas, units, measure: need, core20 });
	const measured = measureProvision(bench, request, units);
	const formatCost = costFormat(request);
	const formatProvision = provisionFormat(request, formatCost);
	const bounds = boundsOf(request, measured.region, formatProvision);

	const kinds = provisionsOf(request.provision).flatMap(({ kind }) => (kind ? [kind] : []));
	const isPublished = kinds.length === 0;
	if (isPublished && !Array.from(measured.values).some(Number.isFinite)) {
		throw new CannotAnswer(
			`No figure of ${provisionWords(request.provision)} is known for any district of ${bench.regionName}: that is unknown, and neither zero nor a gap.`
		);
	}
	const survey: readonly Survey[] = isPublished
		? units.codes.map(() => 'surveyed')
		: surveyOf(areas, units, kinds, bench.coverage);
	const reachFigures = isPublished ? null : figuresOfReach(bench, request, units);
	const edge = isPublished ? null : edgeShares(bench, request, units);
	const published = bench.has(CHARITIES_PART) ? publishedCharities(bench) : null;

	const residents = units.members.map((members) => residentsOf(areas, members));
	const core20Residents = units.members.map((members) =>
		residentsOf(
			areas,
			members.filter((area) => core20[area])
		)
	);
	const provisionRanks = ranksWithin(above, measured.values, residents, bounds.moreIsBetter);
	const needRanks = needRanksOf(need, residents);

	const results = units.codes.map((code, unit): AreaResult => {
		const members = units.members[unit] ?? [];
		const value = measured.values[unit] ?? NaN;
		const isAbove = above[unit] ?? false;
		const looked = survey[unit] ?? 'unknown';
		const found = provisionClass(value, bounds);
		const provision = valueOf(value, looked, isPublished);
		const shown = provision.kind === 'value' || provision.kind === 'estimate' ? found : null;
		const needs = needClass(need, unit, isAbove);
		const cell = shown === null || needs === null ? null : { need: needs, provision: shown };
		return {
			unit,
			code,
			name: units.names[unit] ?? code,
			districts: districtsOf(areas, units, members),
			residents: residents[unit] ?? NaN,
			core20Residents: core20Residents[unit] ?? NaN,
			need: need.values[unit] ?? { kind: 'missing' },
			people: need.people?.counts[unit] ?? null,
			above: isAbove,
			provision,
			count: finite(reachFigures?.count[unit]),
			nearest: finite(reachFigures?.nearest[unit]),
			e2sfca: finite(reachFigures?.e2sfca[unit]),
			none: finite(reachFigures?.none[unit]),
			nearestSite: reachFigures?.nearestSites[unit] ?? null,
			published: units.level === 'district' ? (published?.get(code) ?? null) : null,
			rank: provisionRanks[unit] ?? null,
			needRank: needRanks[unit] ?? null,
			survey: looked,
			edge: edge?.[unit] ?? 0,
			cell,
			verdict: verdictOf(isAbove, looked, shown)
		};
	});

	const ordered = (verdict: Verdict) =>
		results
			.filter((area) => area.verdict === verdict)
			.map((area) => ({
				unit: area.unit,
				code: area.code,
				value: numberOf(area.provision) ?? NaN,
				moreIsBetter: bounds.moreIsBetter,
				count: area.count,
				e2sfca: area.e2sfca,
				core20Residents: area.core20Residents
			}))
			.sort(inOrder)
			.map(({ unit }) => unit);
	const cells = Array.from({ length: 9 }, (): number[] => []);
	for (const { cell, unit } of results) {
		if (cell) cells[(2 - cell.provision) * 3 + cell.need]?.push(unit);
	}
	const { sites } = isPublished ? { sites: [] } : sitesFor(bench, request);
	return {
		request,
		regionName: bench.regionName,
		edition,
		regionAreas: areas,
		units,
		need,
		formatProvision,
		formatCost,
		regionProvision: measured.region,
		bounds,
		rule: `above the need bar (${barOf(request.bar).title}), and ${bounds.words[GAP_CELL.provision]}`,
		areas: results,
		gaps: ordered('gap'),
		strengths: ordered('strength').reverse(),
		unknown: [...ordered('not-surveyed'), ...ordered('no-figure')],
		cells,
		inequality: inequality(bench, request, need, measured.values, residents),
		sites: sites.length,
		sitesBeyond: sites.filter(({ inside }) => !inside).length,
		datasets: [
			...new Set([
				...need.datasets,
				...areas.datasets,
				...(isPublished
					? bench.facts(CHARITIES_PART).datasets
					: [
							...bench.assets(request.provision).flatMap(({ datasets }) => datasets),
							'centroids-oa21'
						])
			])
		],
		caveats: caveatsOf(bench, request, need)
	};

	function districtsOf(of: RegionAreas, { level }: Units, members: readonly number[]): string[] {
		if (level === 'district') return [];
		const districts = new Set(members.map((area) => of.parent.district[area] ?? -1));
		return [...districts].flatMap((at) => of.groups.district[at]?.name ?? []);
	}

	function edgeShares(from: Workbench, asked: GapsRequest, of: Units): Float64Array | null {
		if (from.matrix || !MEASURES[asked.measure].byReach) return null;
		const known = Math.min(...from.assets(asked.provision).map(({ reachKm }) => reachKm));
		const flags = pointsAtEdge(areas, points, travelOf(asked), asked.reach.cost, known);
		return meansOver(points, flags, of.members);
	}
}

const finite = (value: number | undefined): number | null =>
	value === undefined || !Number.isFinite(value) ? null : value;

function valueOf(value: number, survey: Survey, isPublished: boolean): Value {
	if (survey === 'not-surveyed') return { kind: 'not-surveyed' };
	if (!Number.isFinite(value)) return { kind: 'missing' };
	return isPublished
		? { kind: 'value', value }
		: { kind: 'estimate', value, basis: 'straight line times a detour factor' };
}

function verdictOf(above: boolean, survey: Survey, found: 0 | 1 | 2 | null): Verdict {
	if (!above) return 'below';
	if (survey === 'not-surveyed') return 'not-surveyed';
	if (found === null) return 'no-figure';
	return found === 0 ? 'gap' : found === 2 ? 'strength' : 'enough';
}

/** Everything about reach at once: what the evidence of an area is made of. */
function figuresOfReach(bench: Workbench, request: GapsRequest, units: Units) {
	const { points } = bench.edition(request.edition);
	const counts = countByPoint(bench, request);
	const nearest = nearestByPoint(bench, request);
	const means = (values: ArrayLike<number>) => meansOver(points, values, units.members);
	const weights = units.members.map(() => new Map<number, number>());
	for (let at = 0; at < points.area.length; at++) {
		const site = nearest.site[at] ?? -1;
		const of = weights[units.of[points.area[at] ?? -1] ?? -1];
		if (site >= 0 && of) of.set(site, (of.get(site) ?? 0) + (points.residents[at] ?? 0));
	}
	return {
		count: means(counts),
		none: means(counts.map((count) => (Number.isNaN(count) ? NaN : Number(count === 0)))),
		e2sfca: means(catchmentByPoint(bench, request)),
		nearest: means(nearest.cost),
		nearestSites: weights.map((of): NearestSite | null => {
			let total = 0;
			let best: [number, number] | null = null;
			for (const [site, people] of of) {
				total += people;
				if (!best || people > best[1]) best = [site, people];
			}
			const site = best ? nearest.sites[best[0]] : undefined;
			return site && best
				? { id: site.id, name: site.name, label: site.label, share: best[1] / total }
				: null;
		})
	};
}

/** Mid-ranks among the units above the bar, the worst provision first. */
function ranksWithin(
	above: readonly boolean[],
	values: ArrayLike<number>,
	residents: readonly number[],
	moreIsBetter: boolean
): (number | null)[] {
	const units = above.flatMap((is, unit) =>
		is && !Number.isNaN(values[unit] ?? NaN) ? [unit] : []
	);
	const ranks = midRanks(
		units.map((unit) => (moreIsBetter ? 1 : -1) * (values[unit] ?? NaN)),
		units.map((unit) => residents[unit] ?? 0)
	);
	const found = above.map((): number | null => null);
	units.forEach((unit, i) => (found[unit] = ranks[i] ?? null));
	return found;
}

function needRanksOf(need: NeedMeasure, residents: readonly number[]): (number | null)[] {
	const known = need.values.flatMap((value, unit) => {
		const number = numberOf(value);
		return number === null ? [] : [{ unit, number: need.higherIsNeedier ? number : -number }];
	});
	const ranks = midRanks(
		known.map(({ number }) => number),
		known.map(({ unit }) => residents[unit] ?? 0)
	);
	const found = need.values.map((): number | null => null);
	known.forEach(({ unit }, i) => (found[unit] = ranks[i] ?? null));
	return found;
}

/** Over neighbourhoods where the need is known of them, else over the units of the level. */
function inequality(
	bench: Workbench,
	request: GapsRequest,
	need: NeedMeasure,
	values: ArrayLike<number>,
	residents: readonly number[]
): Inequality | null {
	const { areas, points, units } = bench.edition(request.edition);
	const of = { higherIsNeedier: need.higherIsNeedier };
	const isPublished = measureOf(request.measure).of === 'published';
	if (isPublished || need.byArea === null || !MEASURES[request.measure].byReach) {
		return inequalityOf({
			...of,
			amounts: values,
			needs: need.values.map((value) => numberOf(value) ?? NaN),
			residents,
			shares: null,
			of: isPublished
				? request.measure.includes('income')
					? 'income of registered charities'
					: 'registered charities'
				: provisionUnit(request.provision)
		});
	}
	const counts = countByPoint(bench, request);
	const { members } = units('lsoa');
	const amounts = request.measure === 'e2sfca' ? catchmentByPoint(bench, request) : counts;
	return inequalityOf({
		...of,
		amounts: meansOver(points, amounts, members),
		needs: need.byArea,
		residents: areas.residents,
		shares: meansOver(
			points,
			counts.map((count) => (Number.isNaN(count) ? NaN : Number(count >= request.k))),
			members
		),
		of: `${provisionUnit(request.provision)} in reach`
	});
}

/** "15 minutes on foot", "2.0 km by road". */
function costFormat({ reach, mode }: GapsRequest): (cost: number) => string {
	return (cost) =>
		reach.unit === 'minutes'
			? `${cost < 10 && !Number.isInteger(cost) ? formatDecimal(cost) : formatCount(cost)} minutes ${MODES[mode].words}`
			: `${formatDecimal(cost)} km`;
}

function provisionFormat(
	request: GapsRequest,
	formatCost: (cost: number) => string
): (value: number) => string {
	const unit = provisionUnit(request.provision);
	switch (request.measure) {
		case 'count':
			return (value) => `${formatDecimal(value)} ${unit}`;
		case 'nearest':
			return formatCost;
		case 'published-number':
			return (value) => `${formatCount(value)} ${unit}`;
		case 'published-income':
			return (value) => `£${formatDecimal(value / 1e6)} million`;
		case 'published-income-per-resident':
			return (value) => `£${formatCount(value)} per resident`;
		default:
			return (value) => `${formatDecimal(value)} per 10,000 residents`;
	}
}

function caveatsOf(bench: Workbench, request: GapsRequest, need: NeedMeasure): string[] {
	const measure = measureOf(request.measure);
	const travel = bench.matrix
		? `Costs of travel come from ${bench.matrix.file}.`
		: `Ways are estimates: the straight line times 1.3. ${MODES[request.mode].basis}`;
	return [
		...new Set([
			...need.caveats,
			...provisionsOf(request.provision).flatMap(({ caveats }) => caveats),
			...(measure.byReach ? [travel] : []),
			...(measure.of === 'sites' && bench.coverage === null
				? ['Which lists cover which districts is not in the data at hand.']
				: [])
		])
	];
}
