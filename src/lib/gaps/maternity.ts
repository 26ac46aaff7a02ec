/**
 * Maternity: who lives far from a place of birth or of care before and after it, by
 * deprivation. Places across the region's border count like any other. A place counts where a dated
 * source confirms it; what the others would change is told beside.
 */
import { sharesBeyond } from '../access/both-shares.ts';
import { carsPart, carsSentence, isByCar, withoutCar } from '../access/cars.ts';
import { nearestIn, nearestSites, type Nearest } from '../access/costs.ts';
import { matrixCosts } from '../access/matrix.ts';
import { sitesOf, type Site } from '../access/site.ts';
import { DETOUR, MODES, type Travel } from '../access/travel.ts';
import { unevenShare } from '../access/uneven.ts';
import { residentsOf } from '../areas/region.ts';
import { factNumbers } from '../facts/figures.ts';
import type { PartName } from '../facts/parts.ts';
import type { AssetsPart } from '../register/parts.ts';
import { midRanks, weightedMean, weightedQuantile } from '../stats/weighted.ts';
import {
	HUBS_PART,
	UNITS_PART,
	WHO,
	type FarCommunity,
	type Fifth,
	type MaternityAnalysis,
	type MaternityRequest
} from './maternity-answer.ts';
import { confirmedWords, findingsOf } from './maternity-sentences.ts';
import { needOf } from './needs.ts';
import type { Workbench } from './workbench.ts';

/** Parts that a request needs beyond those of the workbench itself. */
export function maternityParts({ edition, who, mode }: MaternityRequest): PartName[] {
	const part = WHO[who].part(edition);
	return [
		...(isByCar({ mode, unit: 'minutes' }) ? [carsPart(edition)] : []),
		UNITS_PART,
		HUBS_PART,
		`deprivation-${edition}`,
		...(part ? [part] : [])
	];
}

/** Work it out. Throws where a part is missing. */
export function maternity(
	request: MaternityRequest,
	bench: Workbench,
	parts: { units: AssetsPart; hubs: AssetsPart }
): MaternityAnalysis {
	const { areas, points, core20, edition, units: unitsOf } = bench.edition(request.edition);
	const lists = request.services === 'units' ? [parts.units] : [parts.units, parts.hubs];
	const named = sitesOf(lists);
	const confirmed = named.filter(isConfirmed);
	const others = named.filter((one) => !isConfirmed(one));
	const services = request.unverified ? named : confirmed;
	const travel: Travel = { unit: 'minutes', mode: request.mode, detour: DETOUR };
	const cars = bench.cars(request.edition, travel);
	const { cost, site } = nearestOf(services, travel);
	const { cost: toConfirmed, site: confirmedSite } = request.unverified
		? nearestOf(confirmed, travel)
		: { cost, site };
	const { cost: toOthers, site: other } = nearestOf(others, travel);
	const people = peopleByPoint();
	const sum = (of: (point: number) => number) => {
		let total = 0;
		for (let at = 0; at < points.area.length; at++) total += of(at);
		return total;
	};
	const everyone = sum((at) => people[at] ?? 0);
	const all = [...points.area.keys()];
	const fifthOf = fifthsOfResidents();
	const fifths = ([1, 2, 3, 4, 5] as const).map((fifth): Fifth => ({
		fifth,
		...figures(all.filter((at) => fifthOf[points.area[at] ?? -1] === fifth))
	}));
	const communities = unitsOf('msoa');
	const byCommunity: number[][] = communities.codes.map(() => []);
	for (const at of all) byCommunity[communities.of[points.area[at] ?? -1] ?? -1]?.push(at);
	const minutes = byCommunity.map((those) => averageMinutes(those, cost));
	// The same by the other way of counting: with what nothing confirms, or without.
	const otherCost = request.unverified
		? toConfirmed
		: cost.map((one, at) => Math.min(one, toOthers[at] ?? Infinity));
	const isFar = (average: number | null) => average !== null && average > request.minutes;
	const farOtherwise = byCommunity.filter((those) =>
		isFar(averageMinutes(those, otherCost))
	).length;
	const far = byCommunity
		.flatMap((those, unit): FarCommunity[] => {
			const average = minutes[unit] ?? null;
			if (average === null || !isFar(average)) return [];
			const members = communities.members[unit] ?? [];
			const { people: count, share, noCar } = figures(those);
			return [
				{
					unit,
					code: communities.codes[unit] ?? '',
					name: communities.names[unit] ?? '',
					people: count,
					core20Residents: residentsOf(
						areas,
						members.filter((area) => core20[area])
					),
					minutes: average,
					nearest: nearestName(those),
					share,
					noCar
				}
			];
		})
		.sort((a, b) => b.minutes - a.minutes || (a.code < b.code ? -1 : 1));
	const isBeyond = (at: number) => services[site[at] ?? -1]?.inside === false;
	const isBeyondOtherwise = (at: number) =>
		!request.unverified && (toOthers[at] ?? Infinity) < (cost[at] ?? Infinity)
			? others[other[at] ?? -1]?.inside === false
			: confirmed[confirmedSite[at] ?? -1]?.inside === false;
	const shareOf = (those: (at: number) => boolean) =>
		everyone > 0 ? sum((at) => (those(at) ? (people[at] ?? 0) : 0)) / everyone : 0;
	const borderNames = [
		...new Set(all.filter(isBeyond).flatMap((at) => services[site[at] ?? -1]?.name ?? []))
	].sort();
	const answer = {
		request,
		fifths,
		all: figures(all),
		uneven: unevenShare(points, people, (at) => (cost[at] ?? Infinity) > request.minutes),
		far,
		farOtherwise,
		communities: byCommunity.length,
		minutes,
		services,
		unconfirmed: request.unverified ? [] : others,
		carrying: carryingOf(),
		acrossBorder: shareOf(isBeyond),
		acrossOtherwise: shareOf(isBeyondOtherwise),
		borderNames
	};
	const whoPart = WHO[request.who].part(request.edition);
	return {
		...answer,
		findings: findingsOf(answer, bench.regionName, cars && carsSentence(cars, bench.regionName)),
		datasets: [
			...new Set([
				...lists.flatMap(({ datasets }) => datasets),
				edition.dataset,
				...(whoPart ? bench.facts(whoPart).datasets : []),
				...(cars?.datasets ?? []),
				'centroids-oa21'
			])
		],
		caveats: [
			bench.matrix
				? `Times come from ${bench.matrix.file}.`
				: `Times are estimates: the straight line times 1.3. ${MODES[request.mode].basis}`,
			'The nearest unit may not be the one where care is booked, and may not have room.',
			...confirmedWords(confirmed),
			...(request.unverified
				? [
						'Places that none of our sources confirms count, too: their names come from a register, a plan or the press.'
					]
				: [])
		]
	};

	function nearestOf(sites: readonly Site[], how: Travel): Nearest {
		if (sites.length === 0) {
			const { length } = points.area;
			return {
				cost: new Float64Array(length).fill(Infinity),
				site: new Int32Array(length).fill(-1)
			};
		}
		if (!bench.matrix) return nearestSites(points, sites, how);
		return nearestIn(
			matrixCosts(
				bench.matrix,
				points.codes,
				sites.map(({ id }) => id)
			).costs
		);
	}

	/** Which of the others are the nearest to people whom what is confirmed leaves beyond the time. */
	function carryingOf(): Site[] {
		const brought = new Map<Site, number>();
		for (const at of all) {
			const one = others[other[at] ?? -1];
			if (
				(toConfirmed[at] ?? 0) <= request.minutes ||
				(toOthers[at] ?? Infinity) > request.minutes
			) {
				continue;
			}
			if (one && (people[at] ?? 0) > 0)
				brought.set(one, (brought.get(one) ?? 0) + (people[at] ?? 0));
		}
		return [...brought].sort(([, a], [, b]) => b - a).map(([one]) => one);
	}

	/** Each point's equal share of the people of its neighbourhood. */
	function peopleByPoint(): Float64Array {
		const part = WHO[request.who].part(request.edition);
		if (part === null) return points.residents;
		const counts = factNumbers(bench.facts(part), WHO[request.who].column);
		return points.residents.map((residents, at) => {
			const area = points.area[at] ?? -1;
			const total = points.areaResidents[area] ?? 0;
			return total > 0 ? ((counts[area] ?? 0) * residents) / total : 0;
		});
	}

	/** Fifth of the region's residents that each neighbourhood stands in, by IMD. */
	function fifthsOfResidents(): number[] {
		const need = needOf('imd').build({
			edition,
			areas,
			units: unitsOf('lsoa'),
			facts: bench.facts
		});
		const needs = need.byArea ?? [];
		const ranks = midRanks(
			needs.map((value) => (need.higherIsNeedier ? -value : value)),
			areas.residents
		);
		return ranks.map((rank) => Math.min(5, Math.floor(rank * 5) + 1));
	}

	function figures(those: readonly number[]): Omit<Fifth, 'fifth'> {
		const of = (values: ArrayLike<number>) => those.map((at) => values[at] ?? Infinity);
		const weights = those.map((at) => people[at] ?? 0);
		const total = weights.reduce((a, b) => a + b, 0);
		const shares = sharesBeyond(weights, of(toConfirmed), of(toOthers), request.minutes);
		const share = request.unverified ? shares.all : shares.confirmed;
		const median = weightedQuantile(of(cost), weights, 0.5);
		return {
			people: total,
			median: median === null || !Number.isFinite(median) ? null : median,
			beyond: share * total,
			share,
			shares,
			noCar: noCarOf(those)
		};
	}

	/** Of the neighbourhoods that some points are in. */
	function noCarOf(those: readonly number[]): number | null {
		if (!cars) return null;
		return withoutCar(cars, [...new Set(those.map((at) => points.area[at] ?? -1))]);
	}

	function averageMinutes(those: readonly number[], to: ArrayLike<number>): number | null {
		const mean = weightedMean(
			those.map((at) => to[at] ?? Infinity),
			those.map((at) => people[at] ?? 0)
		);
		return mean === null || !Number.isFinite(mean) ? null : mean;
	}

	function nearestName(those: readonly number[]): string {
		const weights = new Map<string, number>();
		for (const at of those) {
			const name = services[site[at] ?? -1]?.name ?? '';
			weights.set(name, (weights.get(name) ?? 0) + (people[at] ?? 0));
		}
		return [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), ['', -1] as [string, number])[0];
	}
}

const isConfirmed = ({ confirmed, yours }: Site): boolean => confirmed !== null || yours;
