/**
 * Maternity: who lives far from a place of birth or of care before and after it, by
 * deprivation. Places across the region's border count like any other.
 */
import type { PartName } from '../facts/parts.ts';
import { CARS_PART, carsSentence, isByCar, withoutCar } from '../access/cars.ts';
import { nearestIn, nearestSites } from '../access/costs.ts';
import { matrixCosts } from '../access/matrix.ts';
import { sitesOf, type Site } from '../access/site.ts';
import { DETOUR, MODES, type ModeId, type Travel } from '../access/travel.ts';
import { unevenSentence, unevenShare, type UnevenShare } from '../access/uneven.ts';
import type { EditionId } from '../facts/editions.ts';
import { factNumbers } from '../facts/figures.ts';
import type { AssetsPart } from '../register/parts.ts';
import { residentsOf } from '../areas/region.ts';
import { formatCount, formatList, formatPercent, formatQuantity } from '../text/format.ts';
import { midRanks, weightedMean, weightedQuantile } from '../stats/weighted.ts';
import type { Workbench } from './workbench.ts';
import { needOf } from './needs.ts';

export const UNITS_PART = 'maternity-units' as const;
export const HUBS_PART = 'maternity-hubs' as const;

/** Whom it is about. */
export const WHO = {
	'females-15-44': {
		title: 'females aged 15 to 44',
		part: (edition: EditionId) => `females-15-44-${edition}` as const,
		column: 'females_15_44'
	},
	'residents-aged-0': {
		title: 'residents aged 0',
		part: (edition: EditionId) => `residents-aged-0-${edition}` as const,
		column: 'aged_0'
	},
	residents: { title: 'residents', part: () => null, column: '' }
} as const;
export type Who = keyof typeof WHO;
export const WHO_IDS = Object.keys(WHO) as Who[];

/** Where they go. */
export const SERVICES = {
	units: {
		title: 'a maternity unit',
		about: 'A place of birth: an obstetric unit or a freestanding midwifery unit.'
	},
	'units-and-hubs': {
		title: 'a maternity unit, hub or clinic',
		about: 'A place of birth, or one of care before and after birth.'
	}
} as const;
export type ServiceId = keyof typeof SERVICES;

export interface MaternityRequest {
	edition: EditionId;
	who: Who;
	services: ServiceId;
	/** Count hubs, and units across the border, that nobody has checked. */
	unverified: boolean;
	mode: ModeId;
	/** Further than this many minutes is far. */
	minutes: number;
}

export const DEFAULT_MATERNITY: MaternityRequest = {
	edition: '2025',
	who: 'females-15-44',
	services: 'units',
	unverified: true,
	mode: 'drive',
	minutes: 30
};

/** A fifth of the region's residents by deprivation. */
export interface Fifth {
	/** 1 is the most deprived. */
	fifth: 1 | 2 | 3 | 4 | 5;
	people: number;
	/** Minutes that half of them are within; null without people or services. */
	median: number | null;
	/** Households without a car in percent, beside journeys by car; null where it is not known. */
	noCar: number | null;
	/** How many live further than the chosen time, and as a share from 0 to 1. */
	beyond: number;
	share: number;
}

export interface FarCommunity {
	/** Index of the community among the region's. */
	unit: number;
	code: string;
	name: string;
	people: number;
	core20Residents: number;
	/** Average minutes to the nearest. */
	minutes: number;
	/** Name of the place that is nearest to most. */
	nearest: string;
	/** Share of its people who live further than the chosen time. */
	share: number;
	/** Households without a car in percent; null as above. */
	noCar: number | null;
}

export interface MaternityAnalysis {
	request: MaternityRequest;
	fifths: Fifth[];
	/** Of all of the region. */
	all: Omit<Fifth, 'fifth'>;
	/** What the share of all further away could be if residents were spread unevenly; null without people. */
	uneven: UnevenShare | null;
	/** Communities whose people are further than the chosen time on average, furthest first. */
	far: FarCommunity[];
	/** Average minutes of each community, for the map; null where there is no service. */
	minutes: (number | null)[];
	services: Site[];
	/** Share of people whose nearest service is across the border. */
	acrossBorder: number;
	/** Names of the services across the border that are nearest to somebody. */
	borderNames: string[];
	findings: string[];
	datasets: string[];
	caveats: string[];
}

/** Parts that a request needs beyond those of the workbench itself. */
export function maternityParts({ edition, who, mode }: MaternityRequest): PartName[] {
	const part = WHO[who].part(edition);
	return [
		...(isByCar({ mode, unit: 'minutes' }) ? [CARS_PART] : []),
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
	const services = sitesOf(lists).filter(
		({ status }) => request.unverified || status === 'verified'
	);
	const travel: Travel = { unit: 'minutes', mode: request.mode, detour: DETOUR };
	const cars = bench.cars(travel);
	const { cost, site } = nearestOf(services, travel);
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
	const minutes = byCommunity.map((those) => averageMinutes(those));
	const far = byCommunity
		.flatMap((those, unit): FarCommunity[] => {
			const average = minutes[unit] ?? null;
			if (average === null || average <= request.minutes) return [];
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
	const borderNames = [
		...new Set(all.filter(isBeyond).flatMap((at) => services[site[at] ?? -1]?.name ?? []))
	].sort();
	const answer = {
		request,
		fifths,
		all: figures(all),
		uneven: unevenShare(points, people, (at) => (cost[at] ?? Infinity) > request.minutes),
		far,
		minutes,
		services,
		acrossBorder: everyone > 0 ? sum((at) => (isBeyond(at) ? (people[at] ?? 0) : 0)) / everyone : 0,
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
			'The nearest unit need not be the one where care is booked, nor have room.',
			request.unverified
				? 'Hubs, and units across the border, are mostly unverified: their names come from a register or the press.'
				: 'Only what an official register lists as open is counted: all hubs, and units across the border, are left out.'
		]
	};

	function nearestOf(sites: readonly Site[], how: Travel) {
		if (!bench.matrix) return nearestSites(points, sites, how);
		return nearestIn(
			matrixCosts(
				bench.matrix,
				points.codes,
				sites.map(({ id }) => id)
			).costs
		);
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
		const weights = those.map((at) => people[at] ?? 0);
		const costs = those.map((at) => cost[at] ?? Infinity);
		const total = weights.reduce((a, b) => a + b, 0);
		const beyond = weights.reduce(
			(a, weight, i) => a + ((costs[i] ?? 0) > request.minutes ? weight : 0),
			0
		);
		const median = weightedQuantile(costs, weights, 0.5);
		return {
			people: total,
			median: median === null || !Number.isFinite(median) ? null : median,
			beyond,
			share: total > 0 ? beyond / total : 0,
			noCar: noCarOf(those)
		};
	}

	/** Of the neighbourhoods that some points are in: the cars are counted on those of 2021. */
	function noCarOf(those: readonly number[]): number | null {
		if (!cars || areas.vintage !== cars.vintage) return null;
		return withoutCar(cars, [...new Set(those.map((at) => points.area[at] ?? -1))]);
	}

	function averageMinutes(those: readonly number[]): number | null {
		const mean = weightedMean(
			those.map((at) => cost[at] ?? Infinity),
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

function findingsOf(
	{
		request,
		fifths,
		all,
		uneven,
		far,
		acrossBorder,
		borderNames,
		services
	}: Omit<MaternityAnalysis, 'findings' | 'datasets' | 'caveats'>,
	regionName: string,
	cars: string | null
): string[] {
	const { title } = SERVICES[request.services];
	const who = WHO[request.who].title;
	const time = `${request.minutes} minutes ${MODES[request.mode].words}`;
	if (all.median === null) return [`No place that could be ${title} is known.`];
	const [most] = fifths;
	const least = fifths.at(-1);
	const said = [
		`Half of the ${formatCount(all.people)} ${who} of ${regionName} live within ${formatCount(all.median)} minutes of ${title} ${MODES[request.mode].words}; ${formatPercent(all.share)} live further than ${time}.`
	];
	if (uneven) said.push(unevenSentence(uneven, formatPercent(all.share), formatPercent));
	if (cars !== null) said.push(cars);
	if (most && least) {
		said.push(
			`In the most deprived fifth ${formatPercent(most.share)} do, in the least deprived ${formatPercent(least.share)}.`
		);
	}
	if (far.length > 0) {
		said.push(
			`Furthest on average: ${formatList(far.slice(0, 5).map(({ name, minutes }) => `${name} (${formatCount(minutes)} minutes)`))}${far.length > 5 ? `, and ${formatQuantity(far.length - 5, 'other community', 'other communities')}` : ''}.`
		);
	}
	if (acrossBorder > 0) {
		said.push(
			`For ${formatPercent(acrossBorder)} the nearest is across the border: ${formatList(borderNames)}.`
		);
	} else if (services.every(({ inside }) => inside)) {
		said.push('No place across the border is counted.');
	}
	return said;
}
