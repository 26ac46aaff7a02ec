/**
 * Life expectancy of named communities. The table's levels are known to be too high, so only
 * differences are ever put into words here; levels are compared and not said.
 */
import { formatDecimal, formatList } from '../report/format.ts';
import { boardAreas } from './areas.ts';
import { agrees } from './compare.ts';
import { valueOf, type Facts } from './facts.ts';
import { NO_FIGURE, type Method } from './method.ts';

const DATASET = 'life-expectancy-msoa11';
const SEXES = ['males', 'females', 'persons'] as const;
type Sex = (typeof SEXES)[number];

/** Life expectancy at birth by 2011 MSOA; those withheld by the publisher are left out. */
export function lifeExpectancy(facts: Facts, sex: Sex): Map<string, number> {
	const values = facts.cells(DATASET, `${sex}_value`);
	return new Map(
		facts.texts(DATASET, 'msoa11').flatMap((code, row) => {
			const value = values[row];
			return typeof value === 'number' ? [[code, value] as const] : [];
		})
	);
}

/** A printed level: whether any sex of any of the communities has it, to the printed digit. */
export const lifeExpectancyLevel: Method<'life-expectancy-level'> = (
	{ facts, expected },
	{ communities, rounding }
) => {
	if (expected === null) throw new Error('a level needs a printed figure to compare with');
	const found = SEXES.some((sex) => {
		const values = lifeExpectancy(facts, sex);
		return communities.some((code) =>
			agrees({ expected, ours: valueOf(values, code, DATASET), rounding })
		);
	});
	return {
		outcome: found ? 'reproduced' : 'not reproduced',
		figure: NO_FIGURE,
		basis: 'males, females and persons, 2016 to 2020, 2011 MSOAs',
		why: found
			? 'One of them has this level.'
			: 'None of them has this level. Ours are too high and not shown; only differences are.'
	};
};

/** The gap from the first community to another, of males; the others are said beside it. */
export const lifeExpectancyGap: Method<'life-expectancy-gap'> = (
	{ facts },
	{ board, from, to }
) => {
	const areas = boardAreas(facts, board, '2019');
	const nameOf = (code: string) =>
		areas.groups.msoa.find((group) => group.code === code)?.name ?? code;
	const gap = (code: string, sex: Sex) => {
		const values = lifeExpectancy(facts, sex);
		return valueOf(values, to, DATASET) - valueOf(values, code, DATASET);
	};
	const extremes = (sex: Sex) => {
		const values = lifeExpectancy(facts, sex);
		const here = areas.groups.msoa.flatMap(({ code }) => values.get(code) ?? []);
		return Math.max(...here) - Math.min(...here);
	};
	const [first = ''] = from;
	const value = gap(first, 'males');
	const inWords = (sex: Sex) =>
		`${sex} ${formatList(from.map((code) => `${formatDecimal(gap(code, sex))} from ${nameOf(code)}`))}`;
	return {
		value,
		figure: `${formatDecimal(value)} years (males)`,
		basis: `${nameOf(first)} to ${nameOf(to)}, males, 2016 to 2020, 2011 MSOAs`,
		why:
			`To ${nameOf(to)}: ${SEXES.map(inWords).join('; ')}. Between the region’s extremes: ` +
			`${SEXES.map((sex) => `${sex} ${formatDecimal(extremes(sex))}`).join(', ')}.`
	};
};
