/**
 * The analysis of gaps: one question, one answer. List, map, scatter, table, sentences,
 * downloads and the command line all read the answer of {@link analyseGaps}.
 */
import { carsSentence, withoutCar } from '../access/cars.ts';
import { meansOver } from '../access/resident-points.ts';
import { type RegionAreas, residentsOf, type Units } from '../areas/region.ts';
import type { Value } from '../facts/value.ts';
import { inequality } from './across-need.ts';
import { arranged, verdictOf } from './arranged.ts';
import { besideBounds, caveatsOf, costFormat, provisionFormat } from './answer-words.ts';
import { type AreaResult, CannotAnswer, type GapsAnalysis, type ReachFigures } from './answer.ts';
import { combined } from './by-kind.ts';
import { GAP_CELL, needClass } from './classes.ts';
import { pointsAtEdge } from './edge.ts';
import { type MeasureId, measureOf, MEASURES } from './measures.ts';
import { barOf } from './need-bar.ts';
import { needOf } from './needs.ts';
import { measureProvision, publishedCharities, sitesFor, travelOf } from './provision.ts';
import { provisionsOf, provisionWords } from './provisions.ts';
import { needRanksOf, ranksWithin } from './ranks.ts';
import { figuresOfReach } from './reach-figures.ts';
import type { GapsRequest } from './request.ts';
import { boundsOf, provisionClass } from './rule.ts';
import { forWhom, servedMembers } from './served.ts';
import { haveOneSetOfDirectories, type Survey, surveyOf } from './survey.ts';
import { mismatch } from './together.ts';
import { vouchedGaps } from './variations.ts';
import { CHARITIES_PART, type Workbench } from './workbench.ts';

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
	const [first, ...others] = request.provision.map((id) =>
		answerOne({ ...request, provision: [id] }, bench)
	);
	if (!first) throw new CannotAnswer('Choose at least one kind of provision.');
	return others.length === 0 ? first : combined(request, bench, [first, ...others]);
}

/** Answer a request of one kind of provision. */
function answerOne(request: GapsRequest, bench: Workbench): GapsAnalysis {
	const { edition, areas, core20, points, units: unitsOf } = bench.edition(request.edition);
	const units = unitsOf(request.level);
	const need = needOf(request.need).build({ edition, areas, units, facts: bench.facts });
	const above = barOf(request.bar).above({ areas, units, measure: need, core20 });
	const measured = measureProvision(bench, request, units);
	const formatCost = costFormat(request);
	const written = provisionFormat(request, formatCost);
	const bounds = boundsOf(request, measured.region, written);
	const formatProvision = besideBounds(written, bounds);

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
	const served = servedMembers(request, units, core20);
	const figuresOf = isPublished ? null : figuresOfReach(bench, request);
	const reachFigures = figuresOf?.(served) ?? null;
	// The same of everyone, beside.
	const ofAll = figuresOf && served !== units.members ? figuresOf(units.members) : null;
	// Of places in an area nobody's share is asked about: that is the same for all.
	const valuesOfAll =
		ofAll && (isFigureOfReach(request.measure) ? ofAll[request.measure] : measured.values);
	const edge = isPublished ? null : edgeShares(bench, request, units);
	const published = bench.has(CHARITIES_PART) ? publishedCharities(bench) : null;

	const isReach = !isPublished && measureOf(request.measure).byReach;
	const cars = isReach
		? bench.cars(request.edition, { mode: request.mode, unit: request.reach.unit })
		: null;
	const residents = units.members.map((members) => residentsOf(areas, members));
	const core20Residents = units.members.map((members) =>
		residentsOf(
			areas,
			members.filter((area) => core20[area])
		)
	);
	const theirs = served.map((members) => residentsOf(areas, members));
	const provisionRanks = ranksWithin(above, measured.values, theirs, bounds.moreIsBetter);
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
			little: shown === 0 ? request.provision : [],
			provision,
			...reachAt(reachFigures, unit),
			whole:
				ofAll && served[unit] !== members && served[unit]?.length !== members.length
					? { ...reachAt(ofAll, unit), provision: finite(valuesOfAll?.[unit]) }
					: null,
			nearestSite: reachFigures?.nearestSites[unit] ?? null,
			published: units.level === 'district' ? (published?.get(code) ?? null) : null,
			rank: provisionRanks[unit] ?? null,
			needRank: needRanks[unit] ?? null,
			survey: looked,
			noCar: cars && withoutCar(cars, members),
			edge: edge?.[unit] ?? 0,
			cell,
			verdict: verdictOf(isAbove, looked, shown)
		};
	});

	const order = arranged(results, bounds.moreIsBetter);
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
		rule: `high need (${barOf(request.bar).title}), and ${bounds.words[GAP_CELL.provision]}${forWhom(request, 'its')}`,
		kinds: [],
		areas: results,
		...order,
		ranked:
			isPublished ||
			haveOneSetOfDirectories(
				areas,
				order.gaps.map((unit) => units.members[unit] ?? []),
				kinds,
				bench.coverage
			),
		inequality: inequality(bench, request, need, measured.values, residents),
		vouched: vouchedGaps(request, bench),
		sites: sites.length,
		sitesBeyond: sites.filter(({ inside }) => !inside).length,
		cars: cars && carsSentence(cars, bench.regionName),
		carsRegion: cars && withoutCar(cars),
		datasets: [
			...new Set([
				...need.datasets,
				...(cars?.datasets ?? []),
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

/** Whether a measure is one of the figures of reach. */
const isFigureOfReach = (
	measure: MeasureId
): measure is MeasureId & ('count' | 'nearest' | 'e2sfca') =>
	measure === 'count' || measure === 'nearest' || measure === 'e2sfca';

type Columns = ReturnType<ReturnType<typeof figuresOfReach>>;

const reachAt = (figures: Columns | null, unit: number): ReachFigures => ({
	count: finite(figures?.count[unit]),
	nearest: finite(figures?.nearest[unit]),
	e2sfca: finite(figures?.e2sfca[unit]),
	none: finite(figures?.none[unit]),
	vouched: figures?.vouched
		? {
				count: finite(figures.vouched.count[unit]),
				nearest: finite(figures.vouched.nearest[unit]),
				none: finite(figures.vouched.none[unit])
			}
		: null
});

const finite = (value: number | undefined): number | null =>
	value === undefined || !Number.isFinite(value) ? null : value;

function valueOf(value: number, survey: Survey, isPublished: boolean): Value {
	if (survey === 'not-surveyed') return { kind: 'not-surveyed' };
	if (!Number.isFinite(value)) return { kind: 'missing' };
	return isPublished
		? { kind: 'value', value }
		: { kind: 'estimate', value, basis: 'straight line times a detour factor' };
}
