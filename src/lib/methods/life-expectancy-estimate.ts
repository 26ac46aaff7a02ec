/**
 * Levels of life expectancy for communities, estimated: the official level of the district in 2021
 * to 2023, and how the community differed from its district in 2016 to 2020. The table of
 * communities is too high everywhere by about as much, so that its differences hold and its
 * levels do not; the periods are mixed, and every use has to say so.
 *
 * A gate keeps the estimates back where they would not average to the official figure of England.
 */
import type { Facts } from '../facts/facts.ts';
import { indexBy, numbers, numbersBy, optionalNumbers, strings } from '../facts/table.ts';
import { standardErrorOf } from '../indicators/life-expectancy-gaps.ts';
import { groupRows } from '../stats/grouped.ts';
import type { Interval } from '../stats/interval.ts';
import { Z95 } from '../stats/poisson.ts';
import { weightedMean } from '../stats/weighted.ts';
import { LIFE_EXPECTANCY } from './life-expectancy.ts';

export const OFFICIAL = 'life-expectancy-2023';
const ENGLAND = 'E92000001';
/** Districts whose people the official table counts with a neighbour's. */
const COUNTED_WITH: Readonly<Record<string, string>> = {
	E09000001: 'E09000012',
	E06000053: 'E06000052'
};
/** The estimates are withdrawn where England is further off than this, in years. */
export const GATE_TOLERANCE = 0.1;

/** The tables that the estimates are made of. */
export const ESTIMATE_DATASETS = [
	OFFICIAL,
	LIFE_EXPECTANCY,
	'areas-lsoa11',
	'areas-lsoa21',
	'lsoa11-lsoa21'
] as const;

export type EstimatedSex = 'males' | 'females';
export const ESTIMATED_SEXES = ['males', 'females'] as const;

export interface Level extends Interval {
	/** Years of life expectancy at birth, with a 95% interval. */
	value: number;
}

/** The official level of an area of {@link OFFICIAL}; null where it has none of its own. */
export function officialLevel(facts: Facts, area: string, sex: EstimatedSex): Level | null {
	const table = facts.table(OFFICIAL);
	const row = indexBy(table, 'area').get(area);
	if (row === undefined) return null;
	const of = (bound: string) => numbers(table, `${sex}_${bound}`)[row] ?? NaN;
	return { value: of('value'), lower: of('lower'), upper: of('upper') };
}

/** The name of an area of {@link OFFICIAL}. */
export function officialName(facts: Facts, area: string): string | null {
	const table = facts.table(OFFICIAL);
	const row = indexBy(table, 'area').get(area);
	return row === undefined ? null : (strings(table, 'name')[row] ?? null);
}

/** The boards of April 2024 that some 2021 LSOAs were part of, by code. */
export function boardsOf(facts: Facts, lsoas: Iterable<string>): string[] {
	const areas = facts.table('areas-lsoa21');
	const here = new Set(lsoas);
	const boards = strings(areas, 'icb24');
	return [
		...new Set(
			strings(areas, 'lsoa21').flatMap((code, row) => (here.has(code) ? (boards[row] ?? []) : []))
		)
	].sort();
}

interface Community {
	code: string;
	/** The district whose official level it is estimated from. */
	district: string;
}

export interface EstimateGate {
	/** England's mean of the estimates over the table's person-years, and the official figure, in years. */
	average: Record<EstimatedSex, number>;
	official: Record<EstimatedSex, number>;
	/** Whether both are within {@link GATE_TOLERANCE}: else nothing of them may be shown. */
	passes: boolean;
}

export interface CommunityLevels {
	gate: EstimateGate;
	/** By 2011 MSOA; those withheld by the publisher have none. All are empty where the gate is shut. */
	levels: Record<EstimatedSex, ReadonlyMap<string, Level>>;
}

/**
 * Estimated levels of all communities of England, if the gate lets them through. The standard
 * error is √(se² of the district's level + se² of the community + se² of the district's mean of
 * communities): the intervals summed.
 */
export function communityLevels(facts: Facts): CommunityLevels {
	const communities = communitiesOf(facts);
	const made = {
		males: estimated(facts, communities, 'males'),
		females: estimated(facts, communities, 'females')
	};
	const average = (sex: EstimatedSex) => {
		const personYears = personYearsOf(facts, sex);
		return (
			weightedMean(
				[...made[sex].values()].map(({ value }) => value),
				[...made[sex].keys()].map((code) => personYears.get(code) ?? NaN)
			) ?? NaN
		);
	};
	const gate = gateOf(
		{ males: average('males'), females: average('females') },
		{
			males: officialLevel(facts, ENGLAND, 'males')?.value ?? NaN,
			females: officialLevel(facts, ENGLAND, 'females')?.value ?? NaN
		}
	);
	return { gate, levels: gate.passes ? made : { males: new Map(), females: new Map() } };
}

/** Whether averages are close enough to the official figures. A figure that isn't a number never is. */
export function gateOf(
	average: EstimateGate['average'],
	official: EstimateGate['official']
): EstimateGate {
	const passes = ESTIMATED_SEXES.every(
		(sex) => Math.abs(average[sex] - official[sex]) <= GATE_TOLERANCE
	);
	return { average, official, passes };
}

/** The people that the table of communities stands on, by 2011 MSOA: of the sex, over its years. */
const personYearsOf = (facts: Facts, sex: EstimatedSex): ReadonlyMap<string, number> =>
	numbersBy(facts.table(LIFE_EXPECTANCY), 'msoa11', `${sex}_person_years`);

/** Every 2011 MSOA with its district. */
function communitiesOf(facts: Facts): Community[] {
	const areas = facts.table('areas-lsoa11');
	const districts = districtsOf2024(facts);
	return [...groupRows(strings(areas, 'msoa11'))].map(([code, rows]) => ({
		code,
		district: mostOf(rows.map((row) => districts[row] ?? ''))
	}));
}

/**
 * The district of April 2024 whose official level counts, by 2011 LSOA: that which most of its
 * district of 2022 became, as districts merged whole.
 */
function districtsOf2024(facts: Facts): string[] {
	const lad24 = new Map<string, string>();
	const now = facts.table('areas-lsoa21');
	const districts = strings(now, 'lad24');
	strings(now, 'lsoa21').forEach((code, row) => lad24.set(code, districts[row] ?? ''));
	const links = facts.table('lsoa11-lsoa21');
	const after = strings(links, 'lsoa21');
	const became = new Map<string, string[]>();
	const before = new Map<string, string>();
	const areas = facts.table('areas-lsoa11');
	const lad22 = strings(areas, 'lad22');
	strings(areas, 'lsoa11').forEach((code, row) => before.set(code, lad22[row] ?? ''));
	strings(links, 'lsoa11').forEach((code, row) => {
		const district = before.get(code) ?? '';
		const found = became.get(district) ?? [];
		found.push(lad24.get(after[row] ?? '') ?? '');
		became.set(district, found);
	});
	const most = new Map([...became].map(([district, found]) => [district, mostOf(found)]));
	return lad22.map((district) => {
		const code = most.get(district) ?? district;
		return COUNTED_WITH[code] ?? code;
	});
}

function mostOf(items: readonly string[]): string {
	const counts = [...groupRows(items)].sort((a, b) => b[1].length - a[1].length);
	return counts[0]?.[0] ?? '';
}

function estimated(
	facts: Facts,
	communities: readonly Community[],
	sex: EstimatedSex
): Map<string, Level> {
	const table = facts.table(LIFE_EXPECTANCY);
	const rows = indexBy(table, 'msoa11');
	const column = (bound: string) => optionalNumbers(table, `${sex}_${bound}`);
	const [values, lower, upper] = [column('value'), column('lower'), column('upper')];
	const personYears = personYearsOf(facts, sex);
	const known = communities.flatMap((community) => {
		const row = rows.get(community.code) ?? -1;
		const [years, low, high] = [values[row] ?? null, lower[row] ?? null, upper[row] ?? null];
		if (years === null || low === null || high === null) return [];
		const people = personYears.get(community.code) ?? NaN;
		return [{ ...community, people, years, se: standardErrorOf({ lower: low, upper: high }) }];
	});
	const levels = new Map<string, Level>();
	for (const [district, members] of groupRows(known.map((one) => one.district))) {
		const official = officialLevel(facts, district, sex);
		if (!official) throw new Error(`${OFFICIAL}: no level of ${district}`);
		const within = members.flatMap((row) => known[row] ?? []);
		const all = within.reduce((sum, { people }) => sum + people, 0);
		const mean = within.reduce((sum, { years, people }) => sum + (years * people) / all, 0);
		const seOfMean = Math.sqrt(
			within.reduce((sum, { se, people }) => sum + ((people / all) * se) ** 2, 0)
		);
		for (const { code, years, se } of within) {
			const value = official.value + years - mean;
			const half = Z95 * Math.hypot(standardErrorOf(official), se, seOfMean);
			levels.set(code, { value, lower: value - half, upper: value + half });
		}
	}
	return levels;
}
