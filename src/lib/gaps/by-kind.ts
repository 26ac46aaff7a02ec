/**
 * Several kinds, each by its own bar: a pharmacy is no food bank. An area is a gap where there
 * is little of at least one kind; its own figures are those of the kind that it has least of.
 */
import { numberOf, type Value } from '../facts/value.ts';
import { residentsOf } from '../areas/region.ts';
import { formatDecimal } from '../text/format.ts';
import { inequality } from './across-need.ts';
import type { AreaResult, GapsAnalysis, ReachFigures } from './answer.ts';
import { besideBounds } from './answer-words.ts';
import { arranged, verdictOf } from './arranged.ts';
import { GAP_CELL, type ProvisionClass } from './classes.ts';
import { barOf } from './need-bar.ts';
import { measureProvision, sitesFor } from './provision.ts';
import { ranksWithin } from './ranks.ts';
import type { GapsRequest } from './request.ts';
import { type Bounds, provisionClass } from './rule.ts';
import { forWhom, servedMembers } from './served.ts';
import { type Survey, surveyOf } from './survey.ts';
import { provisionsOf } from './provisions.ts';
import { vouchedGaps } from './variations.ts';
import type { Workbench } from './workbench.ts';

/** Measures whose bounds are the region's own, which differ by kind: they are given against these. */
const AGAINST_REGION: readonly GapsRequest['measure'][] = ['e2sfca', 'rate'];

const WORDS: Readonly<Partial<Record<GapsRequest['measure'], Bounds['words']>>> = {
	e2sfca: [
		'less than half of what the region has of at least one kind',
		'half of what the region has, or more, of every kind',
		'as much as the region, or more, of every kind'
	],
	rate: [
		'less than the region has of at least one kind',
		'of every kind as much as the region, or up to a quarter more',
		'of every kind a quarter more than the region, or better'
	]
};

/** The answer for several kinds, given the answers for each alone. */
export function combined(
	request: GapsRequest,
	bench: Workbench,
	each: readonly [GapsAnalysis, ...GapsAnalysis[]]
): GapsAnalysis {
	const [first] = each;
	const { units, regionAreas, need } = first;
	const { core20 } = bench.edition(request.edition);
	const { moreIsBetter } = first.bounds;
	const isRatio = AGAINST_REGION.includes(request.measure);
	const least = (values: readonly number[]) =>
		values.length === 0 ? null : moreIsBetter ? Math.min(...values) : Math.max(...values);
	/** The figure of the kind that there is least of; null where none has one. */
	const scarcest = (of: (kind: GapsAnalysis) => number | null): number | null =>
		least(
			each.flatMap((kind) => {
				const value = of(kind);
				const figure = value === null ? NaN : isRatio ? value / kind.regionProvision : value;
				return Number.isFinite(figure) ? [figure] : [];
			})
		);
	const bounds = boundsOfKinds(request, first.bounds, isRatio);
	const kinds = provisionsOf(request.provision).flatMap(({ kind }) => kind ?? []);
	const survey = surveyOf(regionAreas, units, kinds, bench.coverage);

	const areas = first.areas.map((area, unit): AreaResult => {
		const own = each.flatMap((kind) => kind.areas[unit] ?? []);
		const value = scarcest((kind) => numberOf(kind.areas[unit]?.provision ?? MISSING));
		const isKnown = own.every(({ provision }) => numberOf(provision) !== null);
		const provision: Value =
			value === null
				? (own.find((one) => one.provision.kind === 'not-surveyed')?.provision ?? MISSING)
				: { kind: 'estimate', value, basis: 'the kind that there is least of' };
		// Good is only what is known to be good of every kind.
		const found = value === null ? null : provisionClass(value, bounds);
		const shown = found === 2 && !isKnown ? 1 : found;
		return {
			...area,
			provision,
			...leastOf(own),
			whole: area.whole && {
				...leastOf(own.map((one) => one.whole ?? one)),
				provision: scarcest((kind) => {
					const one = kind.areas[unit];
					return one?.whole?.provision ?? numberOf(one?.provision ?? MISSING);
				})
			},
			nearestSite: null,
			little: own.flatMap(({ little }) => little),
			survey: survey[unit] ?? 'unknown',
			edge: Math.max(...own.map(({ edge }) => edge)),
			cell: needOfCell(own, shown),
			verdict: verdictOf(area.above, surveyed(own, shown), shown)
		};
	});
	const theirs = servedMembers(request, units, core20).map((one) => residentsOf(regionAreas, one));
	const ranks = ranksWithin(
		areas.map(({ above }) => above),
		areas.map(({ provision }) => numberOf(provision) ?? NaN),
		theirs,
		moreIsBetter
	);
	areas.forEach((area, unit) => (area.rank = ranks[unit] ?? null));
	const { sites } = sitesFor(bench, request);
	return {
		...first,
		request,
		kinds: each,
		formatProvision: besideBounds(formatOf(request, first), bounds),
		regionProvision: isRatio ? 1 : (least(each.map((kind) => kind.regionProvision)) ?? NaN),
		bounds,
		rule: `high need (${barOf(request.bar).title}), and ${bounds.words[GAP_CELL.provision]}${forWhom(request, 'its')}`,
		areas,
		...arranged(areas, moreIsBetter),
		vouched: vouchedGaps(request, bench),
		inequality: inequality(
			bench,
			request,
			need,
			measureProvision(bench, request, units).values,
			areas.map(({ residents }) => residents)
		),
		sites: sites.length,
		sitesBeyond: sites.filter(({ inside }) => !inside).length,
		datasets: [...new Set(each.flatMap(({ datasets }) => datasets))],
		caveats: [...new Set(each.flatMap(({ caveats }) => caveats))]
	};
}

const MISSING: Value = { kind: 'missing' };

function boundsOfKinds({ measure }: GapsRequest, one: Bounds, isRatio: boolean): Bounds {
	const [little, some, good] = one.words;
	const of = measure === 'nearest' ? ' for' : ' of';
	return {
		...one,
		...(isRatio && (measure === 'rate' ? { little: 1, good: 1.25 } : { little: 0.5, good: 1 })),
		words: WORDS[measure] ?? [
			`${little}${of} at least one kind`,
			`${some}${of} every kind`,
			`${good}${of} every kind`
		]
	};
}

function formatOf({ measure }: GapsRequest, { formatCost }: GapsAnalysis) {
	if (measure === 'nearest') return formatCost;
	return measure === 'count'
		? (value: number) => `${formatDecimal(value)} of the scarcest kind`
		: (value: number) => `${formatDecimal(value)} times what the region has of the scarcest kind`;
}

/** Of each figure of reach the one that says least is near. */
function leastOf(own: readonly ReachFigures[]): ReachFigures {
	const pick = (
		read: (one: ReachFigures) => number | null,
		of: (...values: number[]) => number
	) => {
		const values = own.flatMap((one) => read(one) ?? []);
		return values.length === 0 ? null : of(...values);
	};
	return {
		count: pick(({ count }) => count, Math.min),
		nearest: pick(({ nearest }) => nearest, Math.max),
		e2sfca: pick(({ e2sfca }) => e2sfca, Math.min),
		none: pick(({ none }) => none, Math.max),
		vouched: own.some(({ vouched }) => vouched)
			? {
					count: pick((one) => (one.vouched ?? one).count, Math.min),
					nearest: pick((one) => (one.vouched ?? one).nearest, Math.max),
					none: pick((one) => (one.vouched ?? one).none, Math.max)
				}
			: null
	};
}

function needOfCell(own: readonly AreaResult[], provision: ProvisionClass | null) {
	const need = own.flatMap(({ cell }) => cell ?? [])[0]?.need;
	return need === undefined || provision === null ? null : { need, provision };
}

/** Nobody's survey is missed where one of the kinds has a figure. */
const surveyed = (own: readonly AreaResult[], found: ProvisionClass | null): Survey =>
	found === null && own.some(({ verdict }) => verdict === 'not-surveyed')
		? 'not-surveyed'
		: 'surveyed';
