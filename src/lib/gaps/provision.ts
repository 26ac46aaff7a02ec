/** Working out what provision the areas of a level have, by each measure. */
import { isVouchedFor } from '../access/both-shares.ts';
import { countInReach, keepSites, nearestIn, nearestSites, type Costs } from '../access/costs.ts';
import { floatingCatchment, stepsTo } from '../access/floating-catchment.ts';
import { meansOver } from '../access/resident-points.ts';
import type { Site } from '../access/site.ts';
import { DETOUR, type Travel } from '../access/travel.ts';
import { factsColumn } from '../facts/figures.ts';
import type { Units } from '../areas/region.ts';
import { residentsOf } from '../areas/region.ts';
import type { MeasureId } from './measures.ts';
import type { GapsRequest } from './request.ts';
import { servedMembers } from './served.ts';
import { CHARITIES_PART, type Workbench } from './workbench.ts';

/** E2SFCA and rates are given per this many residents. */
export const PER = 10_000;
/** Steps of E2SFCA end at this many times the reach: 10, 20, 30 minutes at a reach of 15. */
const CATCHMENT = 2;

/** How a request is varied: what it counts, how far people go, how crooked ways are. */
export interface Variant {
	/** Sites that count; all where it isn't there. */
	keep?: (site: Site) => boolean;
	/** Times the reach. */
	reachFactor?: number;
	detour?: Travel['detour'];
	/** Residents by point, in place of equal shares of each neighbourhood's. */
	residents?: Float64Array;
}

/** The resident points of a request, with the residents that a variant gives them. */
function pointsFor(bench: Workbench, { edition }: GapsRequest, { residents }: Variant) {
	const { points } = bench.edition(edition);
	return residents ? { ...points, residents } : points;
}

export const travelOf = (request: GapsRequest, variant: Variant = {}): Travel => ({
	unit: request.reach.unit,
	mode: request.mode,
	detour: variant.detour ?? DETOUR
});

/** The sites a request asks about, and what they are kept under on the workbench. */
export function sitesFor(bench: Workbench, { provision, verifiedOnly }: GapsRequest) {
	return {
		sites: bench.sites(provision, verifiedOnly),
		key: `${provision.join()} ${verifiedOnly}`
	};
}

/** Only places that are vouched for; null where all of a request's are, or it counts none. */
export function onlyVouched(bench: Workbench, request: GapsRequest): Variant | null {
	return sitesFor(bench, request).sites.every(isVouchedFor) ? null : { keep: isVouchedFor };
}

interface Table {
	sites: readonly Site[];
	costs: Costs;
	reach: number;
}

/** Costs to the sites of a request, up to where its catchments end. */
function costTable(bench: Workbench, request: GapsRequest, variant: Variant): Table {
	const { sites, key } = sitesFor(bench, request);
	const reach = request.reach.cost * (variant.reachFactor ?? 1);
	const limit = CATCHMENT * Math.max(request.reach.cost, reach);
	const all = bench.costs(request.edition, sites, key, travelOf(request, variant), limit);
	const { keep } = variant;
	const costs = keep
		? keepSites(all, (at) => {
				const site = sites[at];
				return site !== undefined && keep(site);
			})
		: all;
	return { sites, costs, reach };
}

/** A column of figures by resident point, with "not known" where a file of costs is silent. */
function known(
	bench: Workbench,
	request: GapsRequest,
	sites: readonly Site[],
	values: ArrayLike<number>
): Float64Array {
	const column = Float64Array.from(values);
	for (const point of bench.unknownPoints(request.edition, sites)) column[point] = NaN;
	return column;
}

/** How many sites each resident point reaches. */
export function countByPoint(
	bench: Workbench,
	request: GapsRequest,
	variant: Variant = {}
): Float64Array {
	const { sites, costs, reach } = costTable(bench, request, variant);
	return known(bench, request, sites, countInReach(costs, reach));
}

/**
 * E2SFCA of each resident point, per 10,000 residents, every site counting the same and shared
 * among all who live around it, on either side of the region's border.
 */
export function catchmentByPoint(
	bench: Workbench,
	request: GapsRequest,
	variant: Variant = {}
): Float64Array {
	const { sites, costs, reach } = costTable(bench, request, variant);
	const points = pointsFor(bench, request, variant);
	const steps = stepsTo(CATCHMENT * reach);
	const travel = travelOf(request, variant);
	const { key } = sitesFor(bench, request);
	const access = floatingCatchment(
		costs,
		points.residents,
		new Uint8Array(sites.length).fill(1),
		steps,
		bench.demandBeyond(request.edition, sites, key, travel, steps)
	);
	return known(
		bench,
		request,
		sites,
		access.map((one) => one * PER)
	);
}

/** Cost to the nearest site of each resident point; Infinity where there is none. */
export function nearestByPoint(
	bench: Workbench,
	request: GapsRequest,
	variant: Variant = {}
): { cost: Float64Array; site: Int32Array; sites: readonly Site[] } {
	const { sites, key } = sitesFor(bench, request);
	const travel = travelOf(request, variant);
	const { keep } = variant;
	if (!keep) {
		const { cost, site } = bench.nearest(request.edition, sites, key, travel);
		return { cost: known(bench, request, sites, cost), site, sites };
	}
	if (bench.matrix) {
		const { cost, site } = nearestIn(costTable(bench, request, variant).costs);
		return { cost: known(bench, request, sites, cost), site, sites };
	}
	const kept = sites.filter(keep);
	const { cost, site } = nearestSites(bench.edition(request.edition).points, kept, travel);
	return { cost, site, sites: kept };
}

/** Sites inside each unit per 10,000 residents, or all of the region's where `units` is null. */
function rates(bench: Workbench, request: GapsRequest, units: Units, variant: Variant) {
	const { sites } = sitesFor(bench, request);
	const areaOf = bench.siteAreas(request.provision, request.edition);
	const { areas } = bench.edition(request.edition);
	const numbers = new Float64Array(units.count);
	for (const site of sites) {
		const area = areaOf.get(site.id);
		if (area === undefined || (variant.keep && !variant.keep(site))) continue;
		const unit = units.of[area] ?? -1;
		numbers[unit] = (numbers[unit] ?? 0) + 1;
	}
	const residents = units.members.map((members) => residentsOf(areas, members));
	const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
	return {
		numbers,
		values: numbers.map((number, unit) => (number / (residents[unit] ?? NaN)) * PER),
		region: (sum(numbers) / sum(residents)) * PER
	};
}

/** How many sites stand in each unit. */
export const numbersIn = (bench: Workbench, request: GapsRequest, units: Units): Float64Array =>
	rates(bench, request, units, {}).numbers;

export interface PublishedFigures {
	number: number | null;
	income: number | null;
	residents: number | null;
}

/** What is published of charities by district code. */
export function publishedCharities(bench: Workbench): ReadonlyMap<string, PublishedFigures> {
	const part = bench.facts(CHARITIES_PART);
	const column = (name: string) => factsColumn(part, name).values;
	const [number, income, residents] = [
		column('registered_charities'),
		column('total_income_gbp'),
		column('residents_2020')
	];
	return new Map(
		(part.codes ?? []).map((code, at) => [
			code,
			{
				number: number[at] ?? null,
				income: income[at] ?? null,
				residents: residents[at] ?? null
			}
		])
	);
}

/** A published figure as a measure has it; NaN where there is none. */
export function publishedValue(measure: MeasureId, figures: PublishedFigures | undefined): number {
	const number = figures?.number ?? NaN;
	const income = figures?.income ?? NaN;
	const residents = figures?.residents ?? NaN;
	if (measure === 'published-rate') return (number / residents) * PER;
	if (measure === 'published-number') return number;
	if (measure === 'published-income') return income;
	return income / residents;
}

/** The figures of a measure by unit (NaN: not known) and for the region as a whole. */
export interface Measured {
	values: Float64Array;
	/** Of the region as a whole; for published totals, of its middle district. */
	region: number;
}

/** Work out the measure of a request, for those whose provision counts. */
export function measureProvision(
	bench: Workbench,
	request: GapsRequest,
	units: Units,
	variant: Variant = {}
): Measured {
	const points = pointsFor(bench, request, variant);
	const { areas, core20 } = bench.edition(request.edition);
	const served = servedMembers(request, units, core20);
	const everyone = [[...areas.codes.keys()]];
	const byPoint = (values: ArrayLike<number>): Measured => ({
		values: meansOver(points, values, served),
		region: meansOver(points, values, everyone)[0] ?? NaN
	});
	switch (request.measure) {
		case 'count':
			return byPoint(countByPoint(bench, request, variant));
		case 'e2sfca':
			return byPoint(catchmentByPoint(bench, request, variant));
		case 'nearest':
			return byPoint(nearestByPoint(bench, request, variant).cost);
		case 'rate': {
			const { values, region } = rates(bench, request, units, variant);
			return { values, region };
		}
		default: {
			const published = publishedCharities(bench);
			const values = Float64Array.from(units.codes, (code) =>
				publishedValue(request.measure, published.get(code))
			);
			return { values, region: regionOf(request.measure, [...published.values()]) };
		}
	}
}

/** The districts with a figure together; of totals, their mean. */
function regionOf(measure: MeasureId, figures: readonly PublishedFigures[]): number {
	const there = figures.filter(({ number, residents }) => number !== null && residents !== null);
	const sum = (of: (one: PublishedFigures) => number | null) =>
		there.reduce((total, one) => total + (of(one) ?? NaN), 0);
	const together: PublishedFigures = {
		number: sum(({ number }) => number),
		income: sum(({ income }) => income),
		residents: sum(({ residents }) => residents)
	};
	const value = there.length === 0 ? NaN : publishedValue(measure, together);
	const isTotal = measure === 'published-number' || measure === 'published-income';
	return isTotal ? value / there.length : value;
}
