/**
 * What would flip it: the same question asked a little differently, and which areas stay in
 * the list. "Found under 7 of 9 variations" describes; it is no probability.
 */
import { countInReach } from '../access/costs.ts';
import { meansOver } from '../access/resident-points.ts';
import { effectiveRadiusKm } from '../access/travel.ts';
import { FEWER_DRAWS, IF_UNEVEN, middleRange, unevenPeople } from '../access/uneven.ts';
import { LEVELS } from '../areas/region.ts';
import { EDITIONS, EDITION_IDS } from '../facts/editions.ts';
import { formatCount, formatQuantity } from '../text/format.ts';
import type { GapsAnalysis } from './answer.ts';
import { MEASURES, measureOf, type MeasureId } from './measures.ts';
import { barOf } from './need-bar.ts';
import { needOf } from './needs.ts';
import { provisionsOf } from './provisions.ts';
import { measureProvision, onlyVouched, sitesFor, travelOf, type Variant } from './provision.ts';
import type { GapsRequest } from './request.ts';
import { boundsOf, provisionClass } from './rule.ts';
import { servedMembers } from './served.ts';
import { surveyOf } from './survey.ts';
import { measuresFor, mismatch } from './together.ts';
import { partsNeeded, type Workbench } from './workbench.ts';

export interface Variation {
	id: string;
	/** After "changes if": "people go 15% less far". */
	title: string;
	request: GapsRequest;
	variant: Variant;
}

/** Times the effective radius (reach over detour). */
const FACTORS = [
	{ factor: 0.7, title: 'people travel 30% less far' },
	{ factor: 0.85, title: 'people travel 15% less far' },
	{ factor: 1.15, title: 'people travel 15% further' },
	{ factor: 1.3, title: 'people travel 30% further' }
] as const;

/**
 * The variations of a request: the effective radius over a range, the detour factors that
 * fit ways to primary schools, each source left out in turn, what is unverified left out,
 * other measures of published figures, and the other edition on its own areas. Those that
 * can't be asked (no such figures, nothing verified at all) are left out.
 */
export function variationsOf(request: GapsRequest, bench: Workbench): Variation[] {
	const measure = measureOf(request.measure);
	const found: Variation[] = [];
	if (measure.byReach) {
		for (const { factor, title } of FACTORS) {
			found.push({ id: `radius-${factor}`, title, request, variant: { reachFactor: factor } });
		}
		if (!bench.matrix) {
			found.push({
				id: 'detour',
				title: 'routes wind as much as those to primary schools',
				request,
				variant: { detour: bench.fittedDetour }
			});
		}
	}
	if (measure.of === 'sites') found.push(...bySource(request, bench));
	else {
		for (const other of measuresFor(request.provision, request.level)) {
			if (other !== request.measure) {
				found.push({
					id: `measure-${other}`,
					title: `we measure by ${byMeasure(other)}`,
					request: { ...request, measure: other },
					variant: {}
				});
			}
		}
	}
	for (const id of EDITION_IDS) {
		const other = { ...request, edition: id };
		if (
			id !== request.edition &&
			!mismatch(other) &&
			partsNeeded(other).every((part) => bench.has(part))
		) {
			found.push({
				id: `edition-${id}`,
				title: `we take need, and the areas, from the ${EDITIONS[id].title}`,
				request: other,
				variant: {}
			});
		}
	}
	return found;
}

const byMeasure = (id: MeasureId): string => {
	const { title } = MEASURES[id];
	return title.charAt(0).toLowerCase() + title.slice(1);
};

function bySource(request: GapsRequest, bench: Workbench): Variation[] {
	const { sites } = sitesFor(bench, request);
	const titles = new Map(
		bench
			.assets(request.provision)
			.flatMap(({ sources }) => sources.map(({ id, title }) => [id, title]))
	);
	// Without the only source of a kind there is nothing of it left to ask about.
	const ofKinds = request.provision.map(
		(one) => sitesFor(bench, { ...request, provision: [one] }).sites
	);
	const someOfEach = (keep: Variant['keep']) =>
		ofKinds.every((ofKind) => ofKind.length === 0 || ofKind.some((site) => keep?.(site)));
	const listed = new Set(sites.filter(({ inside }) => inside).flatMap((site) => site.sources));
	const found = [...titles]
		.filter(([id]) => listed.has(id))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, title]): Variation => {
			const keep: Variant['keep'] = (site) => site.sources.some((source) => source !== id);
			return {
				id: `without-${id}`,
				title: `we leave out the list “${title}”`,
				request,
				variant: { keep }
			};
		})
		.filter(({ variant }) => someOfEach(variant.keep));
	const isVerified: Variant['keep'] = ({ status }) => status === 'verified';
	if (sites.length > 0 && someOfEach(isVerified) && !sites.every(isVerified)) {
		found.push({
			id: 'verified',
			title: 'we count only what an official register lists as open',
			request,
			variant: { keep: isVerified }
		});
	}
	return found;
}

/** The answer of one variation. */
export interface Varied {
	id: string;
	title: string;
	/** Codes that are gaps under it, and those above the bar with good provision. */
	gaps: ReadonlySet<string>;
	strengths: ReadonlySet<string>;
	/** Codes that it can say something about. */
	areas: ReadonlySet<string>;
}

/** Ask one variation. */
export function vary({ id, title, request, variant }: Variation, bench: Workbench): Varied {
	if (request.provision.length > 1) {
		// A gap of several kinds is one of at least one of them.
		const each = request.provision.map((one) =>
			vary({ id, title, request: { ...request, provision: [one] }, variant }, bench)
		);
		return {
			id,
			title,
			gaps: new Set(each.flatMap(({ gaps }) => [...gaps])),
			// A strength is one of every kind.
			strengths: new Set(
				[...(each[0]?.strengths ?? [])].filter((code) =>
					each.every(({ strengths }) => strengths.has(code))
				)
			),
			areas: new Set(each.flatMap(({ areas }) => [...areas]))
		};
	}
	const { areas, core20, edition, units: unitsOf } = bench.edition(request.edition);
	const units = unitsOf(request.level);
	const need = needOf(request.need).build({ edition, areas, units, facts: bench.facts });
	const above = barOf(request.bar).above({ areas, units, measure: need, core20 });
	const { values, region } = measureProvision(bench, request, units, variant);
	const bounds = boundsOf(request, region);
	const kinds = provisionsOf(request.provision).flatMap(({ kind }) => (kind ? [kind] : []));
	const survey = kinds.length > 0 ? surveyOf(areas, units, kinds, bench.coverage) : null;
	const [gaps, strengths] = [new Set<string>(), new Set<string>()];
	units.codes.forEach((code, unit) => {
		if (!above[unit] || survey?.[unit] === 'not-surveyed') return;
		const found = provisionClass(values[unit] ?? NaN, bounds);
		if (found === 0) gaps.add(code);
		if (found === 2) strengths.add(code);
	});
	return { id, title, gaps, strengths, areas: new Set(units.codes) };
}

/** How many gaps and strengths there would be by places that are vouched for alone; null where all are. */
export function vouchedGaps(request: GapsRequest, bench: Workbench): GapsAnalysis['vouched'] {
	const variant = onlyVouched(bench, request);
	if (!variant) return null;
	const { gaps, strengths } = vary({ id: 'vouched', title: '', request, variant }, bench);
	return { gaps: gaps.size, strengths: strengths.size };
}

export interface AreaVariations {
	code: string;
	/** Variations that can say something about it. */
	asked: number;
	/** Of them, those under which it is a gap. */
	found: number;
	/** Titles of the single changes under which its place in the list changes. */
	flips: string[];
}

/** How each area fares under all variations, given which are gaps to begin with. */
export function compareVariations(
	gaps: ReadonlySet<string>,
	varied: readonly Varied[]
): Map<string, AreaVariations> {
	const codes = new Set([...gaps, ...varied.flatMap((one) => [...one.gaps])]);
	return new Map(
		[...codes].map((code) => {
			const asked = varied.filter(({ areas }) => areas.has(code));
			return [
				code,
				{
					code,
					asked: asked.length,
					found: asked.filter((one) => one.gaps.has(code)).length,
					flips: asked
						.filter((one) => one.gaps.has(code) !== gaps.has(code))
						.map(({ title }) => title)
				}
			];
		})
	);
}

/** "Found under 7 of 9 variations; not if people go 30% further." */
export function variationSentence({ asked, found, flips }: AreaVariations, isGap: boolean): string {
	if (asked === 0) return 'There was no other way of counting to test it by.';
	if (flips.length === 0) {
		return isGap
			? `It stays a gap under all ${asked} changes we tested, one at a time.`
			: `It is a gap under none of the ${asked} changes we tested.`;
	}
	const others = flips.slice(0, 3).join('; or if ');
	const more = flips.length > 3 ? `; or under ${formatCount(flips.length - 3)} more` : '';
	return isGap
		? `It stays a gap under ${found} of the ${asked} changes we tested. It would not be one if ${others}${more}.`
		: `It is not a gap as asked, but would be one under ${found} of the ${asked} changes we tested: if ${others}${more}.`;
}

export interface RadiusRange {
	/** The effective radius as asked: kilometres of straight line. */
	now: number;
	/** Up to this effective radius it is a gap; null where it is one at twice the radius, too. */
	upTo: number | null;
}

/**
 * Up to which effective radius (reach over detour) an area has little in reach. By count
 * only, to a hundredth of the radius (of towns, where speeds differ by settlement); null for
 * other measures.
 */
export function radiusRanges(
	request: GapsRequest,
	bench: Workbench
): ReadonlyMap<string, RadiusRange> | null {
	if (request.measure !== 'count') return null;
	if (request.provision.length > 1) return widest(request, bench);
	const { points, core20, units: unitsOf } = bench.edition(request.edition);
	const units = unitsOf(request.level);
	const served = servedMembers(request, units, core20);
	const { sites, key } = sitesFor(bench, request);
	const travel = travelOf(request);
	const limit = 2 * request.reach.cost;
	const costs = bench.costs(request.edition, sites, key, travel, limit);
	const now = effectiveRadiusKm(travel, 'urban', request.reach.cost);
	const low = new Float64Array(units.count);
	const at = (factor: number) =>
		meansOver(points, countInReach(costs, factor * request.reach.cost), served);
	const most = at(2);
	// One table of counts a step serves every area: steps are of a hundredth of the radius.
	for (let step = 1; step <= 200; step++) {
		const factor = step / 100;
		const counts = at(factor);
		units.codes.forEach((_, unit) => {
			if ((counts[unit] ?? 0) < request.k) low[unit] = factor;
		});
	}
	return new Map(
		units.codes.map((code, unit) => [
			code,
			{
				now,
				upTo:
					(most[unit] ?? 0) < request.k
						? null
						: effectiveRadiusKm(travel, 'urban', (low[unit] ?? 0) * request.reach.cost)
			}
		])
	);
}

/** Of several kinds: up to which radius there is little of any. */
function widest(request: GapsRequest, bench: Workbench): ReadonlyMap<string, RadiusRange> {
	const found = new Map<string, RadiusRange>();
	for (const one of request.provision) {
		for (const [code, range] of radiusRanges({ ...request, provision: [one] }, bench) ?? []) {
			const { upTo } = found.get(code) ?? { upTo: 0 };
			const isEver = upTo === null || range.upTo === null;
			found.set(code, { ...range, upTo: isEver ? null : Math.max(upTo, range.upTo ?? 0) });
		}
	}
	return found;
}

/** "It has little at any effective radius up to 1.2 km; asked was 0.9 km." */
export function radiusSentence({ now, upTo }: RadiusRange): string {
	const asked = `the question uses ${now.toFixed(2)} km`;
	return upTo === null
		? `It would stay a gap even at twice the straight-line distance (${asked}).`
		: `It would stay a gap at any straight-line distance up to ${upTo.toFixed(2)} km (${asked}).`;
}

/**
 * How many gaps there would be if residents were spread unevenly within neighbourhoods (see
 * access/uneven.ts), of so many as asked; null where ways don't count.
 */
export function unevenGaps(request: GapsRequest, bench: Workbench, now: number): string | null {
	if (!measureOf(request.measure).byReach) return null;
	const { points } = bench.edition(request.edition);
	const counts: number[] = [];
	for (const residents of unevenPeople(points, points.residents, FEWER_DRAWS)) {
		const drawn = { id: '', title: '', request, variant: { residents } };
		counts.push(vary(drawn, bench).gaps.size);
	}
	const { low, high } = middleRange(counts);
	const { one, many } = LEVELS[request.level];
	const gaps = `${formatQuantity(high, one, many)} in this list`;
	if (low === high)
		return `${IF_UNEVEN} there would most likely ${high === now ? 'still ' : ''}be ${gaps}.`;
	return `${IF_UNEVEN} there could be ${formatCount(low)} to ${formatCount(high)} ${many} in this list.`;
}

/** How far the variations are. */
export interface Progress {
	done: number;
	total: number;
	/** Title of the one that comes next; null when all are done. */
	next: string | null;
}

/** Everything that the variations say. */
export interface VariationsAnswer {
	areas: ReadonlyMap<string, AreaVariations>;
	/** Titles of what was asked. */
	asked: string[];
	ranges: ReadonlyMap<string, RadiusRange> | null;
	/** What uneven output areas make of the number of gaps, in a sentence; null where they make nothing. */
	uneven: string | null;
}

/**
 * Ask all variations, one after the other, with a pause before each for `onProgress`; null
 * where it says to stop by giving false.
 */
export async function varyAll(
	request: GapsRequest,
	bench: Workbench,
	onProgress: (progress: Progress) => Promise<boolean> | boolean
): Promise<VariationsAnswer | null> {
	const { gaps } = vary({ id: 'as-asked', title: '', request, variant: {} }, bench);
	const list = variationsOf(request, bench);
	const varied: Varied[] = [];
	for (const one of list) {
		const at = { done: varied.length, total: list.length, next: one.title };
		if (!(await onProgress(at))) return null;
		varied.push(vary(one, bench));
	}
	if (!(await onProgress({ done: list.length, total: list.length, next: null }))) return null;
	return {
		areas: compareVariations(gaps, varied),
		asked: list.map(({ title }) => title),
		ranges: radiusRanges(request, bench),
		uneven: unevenGaps(request, bench, gaps.size)
	};
}
