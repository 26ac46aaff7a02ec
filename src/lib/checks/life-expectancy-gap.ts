/**
 * Life expectancy of named communities. The table's levels are known to be too high, so only
 * differences are ever put into words here; levels are compared and not said.
 */
import { formatDecimal, formatList } from '../text/format.ts';
import { boardAreas } from '../methods/areas.ts';
import { agrees } from './compare.ts';
import { valueOf } from '../facts/table.ts';
import { LIFE_EXPECTANCY, lifeExpectancy, SEXES, type Sex } from '../methods/life-expectancy.ts';
import { NO_FIGURE, type Method } from './method.ts';

/** A printed level: whether any sex of any of the communities has it, to the printed digit. */
export const lifeExpectancyLevel: Method<'life-expectancy-level'> = (
	{ facts, expected },
	{ communities, rounding }
) => {
	if (expected === null) throw new Error('a level needs a printed figure to compare with');
	const found = SEXES.some((sex) => {
		const values = lifeExpectancy(facts, sex);
		return communities.some((code) =>
			agrees({ expected, ours: valueOf(values, code, LIFE_EXPECTANCY), rounding })
		);
	});
	return {
		outcome: found ? 'reproduced' : 'not reproduced',
		figure: NO_FIGURE,
		basis: 'males, females and persons, 2016 to 2020, 2011 MSOAs',
		why: found
			? 'One of the communities named has this level.'
			: 'In the ONS table of 2016 to 2020, no community named here has this level. That table’s levels are too high everywhere, so we do not show them. Our estimate of mixed periods is on the page of each community.'
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
		return valueOf(values, to, LIFE_EXPECTANCY) - valueOf(values, code, LIFE_EXPECTANCY);
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
