/**
 * The gate for life expectancy of communities: a table whose levels are more than half a
 * year off those of the districts is registered for differences only, and nothing that the
 * site publishes may hold its levels. Estimates anchored at the districts' official levels are
 * let through where they are, area by area, what they have to be and their own gate is open.
 *
 * The districts' levels are those of the ONS Health Index (persons, mean of
 * 2017 to 2020). The table's are averaged over a district's
 * LSOAs, each with its community's value and its residents of mid-2020 as weight.
 */
import { levelsMayBePublished } from '../catalogue/catalogue.ts';
import { formatCount, formatDecimal, formatQuantity } from '../text/format.ts';
import { mean, standardDeviation } from '../stats/spread.ts';
import type { Facts } from '../facts/facts.ts';
import {
	excessByDistrict,
	holdsLevels,
	LIFE_EXPECTANCY,
	lifeExpectancy,
	SEXES,
	YEARS
} from '../methods/life-expectancy.ts';
import {
	communityLevels,
	OFFICIAL,
	type CommunityLevels,
	type EstimatedSex
} from '../methods/life-expectancy-estimate.ts';
import type { CheckContext, Method, PublishedColumn } from './method.ts';

/** Levels further off than this, in years, are not shown. */
export const TOLERANCE = 0.5;

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

/** Put the table and all that is published to the test. */
export function lifeExpectancyGateOf({ facts, catalogue, published }: CheckContext): Gate {
	const excesses = [...excessByDistrict(facts).values()];
	const excess = mean(excesses);
	const entry = catalogue.find(({ id }) => id === LIFE_EXPECTANCY);
	if (!entry) throw new Error(`the catalogue has no dataset "${LIFE_EXPECTANCY}"`);
	const registered = !levelsMayBePublished(entry);
	const mustBe = Math.abs(excess) > TOLERANCE;
	const problems: string[] = [];
	if (mustBe && !registered) {
		problems.push(
			`The levels of ${LIFE_EXPECTANCY} are ${formatDecimal(excess)} years off, but it isn’t registered for differences only.`
		);
	}
	if (mustBe || registered) {
		for (const { where, column } of levelColumns(facts, published)) {
			problems.push(`${where} publishes levels of ${LIFE_EXPECTANCY} in "${column}".`);
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
	const levels = SEXES.flatMap((sex) => [...lifeExpectancy(facts, sex).values()]);
	const estimates = facts.has(OFFICIAL) ? communityLevels(facts) : null;
	return published.filter(
		(column) =>
			column.datasets.includes(LIFE_EXPECTANCY) &&
			holdsLevels(column.values, levels) &&
			!(estimates && isEstimate(column, estimates))
	);
}

/** The packs have two decimals. */
const ROUNDING = 0.005 + 1e-9;

/** Whether a column is the estimated levels, or the figures of England that they are held against. */
function isEstimate({ column, values, byCode }: PublishedColumn, made: CommunityLevels): boolean {
	const england = /^england\.(males|females)(_average)?$/.exec(column);
	if (england) {
		const { average, official } = made.gate;
		const expected = (england[2] ? average : official)[england[1] as EstimatedSex];
		return values.every((value) => value !== null && Math.abs(value - expected) <= ROUNDING);
	}
	const [, sex, list] = /^columns\.(males|females)\.(values|lower|upper)\[\]$/.exec(column) ?? [];
	if (!sex || !list || !byCode) return false;
	const levels = made.levels[sex as EstimatedSex];
	const bound = list === 'values' ? 'value' : (list as 'lower' | 'upper');
	const known = [...byCode].flatMap(([code, value]) => {
		const level = levels.get(code);
		return level ? [Math.abs(value - level[bound])] : [];
	});
	// Communities of 2021 that were parts of one have codes of their own; most have not.
	return known.length * 2 >= byCode.size && known.every((off) => off <= ROUNDING);
}

export const lifeExpectancyGate: Method<'life-expectancy-gate'> = (context) => {
	const { excess, spread, districts, registered, problems } = lifeExpectancyGateOf(context);
	const sources = context.published.filter(({ datasets }) => datasets.includes(LIFE_EXPECTANCY));
	return {
		value: excess,
		outcome: problems.length === 0 ? 'reproduced' : 'not reproduced',
		figure: `${Math.abs(excess).toFixed(2)} years too ${excess < 0 ? 'low' : 'high'} (sd ${spread.toFixed(2)})`,
		basis: `mean of the communities less the Health Index, ${formatCount(districts)} districts, persons, mean of ${YEARS[0]} to ${YEARS.at(-1)}`,
		why:
			problems.length > 0
				? problems.join(' ')
				: `${registered ? 'We use this table for differences only' : 'Levels may be shown'}; ` +
					(sources.length === 0
						? 'no file that we publish has its figures.'
						: `the files of ${formatQuantity(new Set(sources.map(({ where }) => where.split('/')[0])).size, 'region', 'regions')} have none of its levels.`)
	};
};
