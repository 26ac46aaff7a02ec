/** Life expectancy of named communities, and how far the table's levels are off those of districts. */

import type { Facts } from '../facts/facts.ts';
import { numbersAlong, spineOf } from '../facts/along.ts';
import { numbers, optionalNumbers, strings } from '../facts/table.ts';
import { groupRows } from '../stats/grouped.ts';
import { mean } from '../stats/spread.ts';
import { weightedMean } from '../stats/weighted.ts';

export const LIFE_EXPECTANCY = 'life-expectancy-msoa11';
const LEVELS = 'health-index-lad21';
/** Years of the Health Index, all within the table's 2016 to 2020. */
export const YEARS = [2017, 2018, 2019, 2020] as const;
export const SEXES = ['males', 'females', 'persons'] as const;
export type Sex = (typeof SEXES)[number];

/** Life expectancy at birth by 2011 MSOA; those withheld by the publisher are left out. */
export function lifeExpectancy(facts: Facts, sex: Sex): Map<string, number> {
	const values = optionalNumbers(facts.table(LIFE_EXPECTANCY), `${sex}_value`);
	return new Map(
		strings(facts.table(LIFE_EXPECTANCY), 'msoa11').flatMap((code, row) => {
			const value = values[row] ?? null;
			return value === null ? [] : [[code, value] as const];
		})
	);
}

/** How much higher the table's level is than the Health Index's, by district of 2021. */
export function excessByDistrict(facts: Facts): Map<string, number> {
	const values = lifeExpectancy(facts, 'persons');
	const areas = facts.table('areas-lsoa11');
	const msoas = strings(areas, 'msoa11');
	const weights = numbersAlong(
		spineOf(areas, 'lsoa11'),
		facts.table('residents-2020-lsoa11'),
		'total'
	);
	// Codes of districts of 2021 and 2022 are the same.
	const rows = groupRows(strings(areas, 'lad22'));
	const years = YEARS.map((year) => numbers(facts.table(LEVELS), `life_expectancy_${year}`));
	return new Map(
		strings(facts.table(LEVELS), 'lad21').map((district, row) => {
			const known = (rows.get(district) ?? []).filter((lsoa) => values.has(msoas[lsoa] ?? ''));
			const ours = weightedMean(
				known.map((lsoa) => values.get(msoas[lsoa] ?? '') ?? NaN),
				known.map((lsoa) => weights[lsoa] ?? NaN)
			);
			if (ours === null) throw new Error(`${LIFE_EXPECTANCY}: no community in ${district}`);
			return [district, ours - mean(years.map((year) => year[row] ?? NaN))];
		})
	);
}

/**
 * Whether a column holds the table's levels: at least half of its values lie between the
 * table's lowest and highest. Differences between communities are a few years and never do.
 */
export function holdsLevels(values: readonly (number | null)[], levels: Iterable<number>): boolean {
	const known = values.filter((value) => value !== null);
	let lowest = Infinity;
	let highest = -Infinity;
	for (const level of levels) {
		lowest = Math.min(lowest, level);
		highest = Math.max(highest, level);
	}
	const inside = known.filter((value) => value >= lowest && value <= highest);
	return known.length > 0 && inside.length * 2 >= known.length;
}
