/**
 * The gate for life expectancy of communities: a table whose levels are more than half a
 * year off those of the districts is registered for differences only, and nothing that the
 * site publishes may hold its levels.
 *
 * The districts' levels are those of the ONS Health Index (persons, mean of
 * 2017 to 2020). The table's are averaged over a district's
 * LSOAs, each with its community's value and its residents of mid-2020 as weight.
 */
import { levelsMayBePublished } from '../catalogue/catalogue.ts';
import { formatCount, formatDecimal, formatList } from '../report/format.ts';
import { groupRows } from '../stats/grouped.ts';
import { mean, standardDeviation } from '../stats/spread.ts';
import { weightedMean } from '../stats/weighted.ts';
import { numbersBy, valueOf, type Facts } from './facts.ts';
import { lifeExpectancy } from './life-expectancy-gap.ts';
import type { CheckContext, Method, PublishedColumn } from './method.ts';

const DATASET = 'life-expectancy-msoa11';
const LEVELS = 'health-index-lad21';
/** Years of the Health Index, all within the table's 2016 to 2020. */
const YEARS = [2017, 2018, 2019, 2020] as const;
/** Levels further off than this, in years, are not shown. */
export const TOLERANCE = 0.5;

/** How much higher the table's level is than the Health Index's, by district of 2021. */
export function excessByDistrict(facts: Facts): Map<string, number> {
	const values = lifeExpectancy(facts, 'persons');
	const msoas = facts.texts('areas-lsoa11', 'msoa11');
	const residents = numbersBy(facts, 'residents-2020-lsoa11', 'lsoa11', 'total');
	const weights = facts
		.texts('areas-lsoa11', 'lsoa11')
		.map((code) => valueOf(residents, code, 'residents-2020-lsoa11'));
	// Codes of districts of 2021 and 2022 are the same.
	const rows = groupRows(facts.texts('areas-lsoa11', 'lad22'));
	const years = YEARS.map((year) => facts.numbers(LEVELS, `life_expectancy_${year}`));
	return new Map(
		facts.texts(LEVELS, 'lad21').map((district, row) => {
			const known = (rows.get(district) ?? []).filter((lsoa) => values.has(msoas[lsoa] ?? ''));
			const ours = weightedMean(
				known.map((lsoa) => values.get(msoas[lsoa] ?? '') ?? NaN),
				known.map((lsoa) => weights[lsoa] ?? NaN)
			);
			if (ours === null) throw new Error(`${DATASET}: no community in ${district}`);
			return [district, ours - mean(years.map((year) => year[row] ?? NaN))];
		})
	);
}

export interface Gate {
	/** Mean excess of the table's levels, and its spread over districts, in years. */
	excess: number;
	spread: number;
	districts: number;
	/** Whether the catalogue registers the table for differences only. */
	registered: boolean;
	/** What is wrong, in words; empty where the gate lets everything through. */
	problems: string[];
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

/** Put the table and all that is published to the test. */
export function lifeExpectancyGateOf({ facts, catalogue, published }: CheckContext): Gate {
	const excesses = [...excessByDistrict(facts).values()];
	const excess = mean(excesses);
	const entry = catalogue.find(({ id }) => id === DATASET);
	if (!entry) throw new Error(`the catalogue has no dataset "${DATASET}"`);
	const registered = !levelsMayBePublished(entry);
	const mustBe = Math.abs(excess) > TOLERANCE;
	const problems: string[] = [];
	if (mustBe && !registered) {
		problems.push(
			`The levels of ${DATASET} are ${formatDecimal(excess)} years off, but it isn’t registered for differences only.`
		);
	}
	if (mustBe || registered) {
		for (const { where, column } of levelColumns(facts, published)) {
			problems.push(`${where} publishes levels of ${DATASET} in "${column}".`);
		}
	}
	return {
		excess,
		spread: standardDeviation(excesses),
		districts: excesses.length,
		registered,
		problems
	};
}

function levelColumns(facts: Facts, published: readonly PublishedColumn[]): PublishedColumn[] {
	const levels = (['males', 'females', 'persons'] as const).flatMap((sex) => [
		...lifeExpectancy(facts, sex).values()
	]);
	return published.filter(
		({ datasets, values }) => datasets.includes(DATASET) && holdsLevels(values, levels)
	);
}

export const lifeExpectancyGate: Method<'life-expectancy-gate'> = (context) => {
	const { excess, spread, districts, registered, problems } = lifeExpectancyGateOf(context);
	const sources = context.published.filter(({ datasets }) => datasets.includes(DATASET));
	return {
		value: excess,
		outcome: problems.length === 0 ? 'reproduced' : 'not reproduced',
		figure: `${Math.abs(excess).toFixed(2)} years too ${excess < 0 ? 'low' : 'high'} (sd ${spread.toFixed(2)})`,
		basis: `mean of the communities less the Health Index, ${formatCount(districts)} districts, persons, mean of ${YEARS[0]} to ${YEARS.at(-1)}`,
		why:
			problems.length > 0
				? problems.join(' ')
				: `${registered ? 'Registered for differences only' : 'Levels may be shown'}; ` +
					(sources.length === 0
						? 'no published column names the table.'
						: `published without levels in ${formatList([...new Set(sources.map(({ where }) => where))])}.`)
	};
};
