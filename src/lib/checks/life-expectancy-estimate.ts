/** Estimated levels of life expectancy of communities: their gate, and printed levels beside them. */
import { formatDecimal, formatList } from '../text/format.ts';
import { strings } from '../facts/table.ts';
import {
	communityLevels,
	ESTIMATED_SEXES,
	GATE_TOLERANCE
} from '../methods/life-expectancy-estimate.ts';
import type { Method } from './method.ts';

/** England's mean of the estimates against the official figure: further off, and none is shown. */
export const lifeExpectancyEstimateGate: Method<'life-expectancy-estimate-gate'> = ({ facts }) => {
	const { average, official, passes } = communityLevels(facts).gate;
	const off = ESTIMATED_SEXES.map((sex) => Math.abs(average[sex] - official[sex]));
	return {
		value: Math.max(...off),
		outcome: passes ? 'reproduced' : 'not reproduced',
		figure: formatList(ESTIMATED_SEXES.map((sex) => `${sex} ${average[sex].toFixed(2)}`)),
		basis: `mean of the estimates over the table’s person-years; official: ${formatList(ESTIMATED_SEXES.map((sex) => `${sex} ${formatDecimal(official[sex])}`))}`,
		why: passes
			? `Both are within ${GATE_TOLERANCE} year, so the estimates are shown.`
			: `They are not both within ${GATE_TOLERANCE} year, so the estimates are withdrawn from every page.`
	};
};

interface Found {
	name: string;
	level: { value: number; lower: number; upper: number } | undefined;
}

const holds =
	(printed: number) =>
	({ level }: Found): boolean =>
		level !== undefined && level.lower <= printed && printed <= level.upper;

/** In which of the ranges a printed level lies, and what they are. */
function rangesWords(printed: number, found: readonly Found[]): string {
	const namesOf = (some: readonly Found[]) => formatList(some.map(({ name }) => name));
	const within = found.filter(holds(printed));
	const outside = found.filter((one) => !within.includes(one));
	const where = [
		...(within.length > 0 ? [`within the likely range of ${namesOf(within)}`] : []),
		...(outside.length > 0 ? [`outside that of ${namesOf(outside)}`] : [])
	].join(' and ');
	const ranges = found.flatMap(({ name, level }) =>
		level ? [`${name} ${formatDecimal(level.lower)} to ${formatDecimal(level.upper)}`] : []
	);
	const said = within.length > 0 ? where : where.replace('that of', 'the likely range of');
	return `The printed ${formatDecimal(printed)} lies ${said}. Likely ranges (95%): ${formatList(ranges)}.`;
}

/** A printed level beside the estimates for the communities that it may be of, males. */
export const lifeExpectancyEstimate: Method<'life-expectancy-estimate'> = (
	{ facts, expected },
	{ communities }
) => {
	if (expected === null) throw new Error('a level needs a printed figure to compare with');
	const { levels, gate } = communityLevels(facts);
	const areas = facts.table('areas-lsoa11');
	const names = strings(areas, 'msoa11_hcl_name');
	const codes = strings(areas, 'msoa11');
	const found = communities.map((code) => ({
		name: names[codes.indexOf(code)] ?? code,
		level: levels.males.get(code)
	}));
	const [first] = found;
	if (!gate.passes || !first?.level) {
		return {
			outcome: 'cannot be checked',
			figure: '–',
			basis: 'estimates of 2011 MSOAs, males',
			why: 'There is no estimate to compare it with.'
		};
	}
	const said = found.flatMap(({ name, level }) =>
		level ? [`${formatDecimal(level.value)} in ${name}`] : []
	);
	return {
		value: first.level.value,
		// Years of life begin far from none: a share of them would be as wide as all that differs.
		outcome: found.every(holds(expected)) ? 'same size, other base' : 'not reproduced',
		figure: `${formatList(said)} (males, estimate)`,
		basis: 'estimate, mixed periods: district 2021 to 2023, difference 2016 to 2020, 2011 MSOAs',
		why: rangesWords(expected, found)
	};
};
