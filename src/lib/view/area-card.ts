/**
 * The four numbers that stand on the card of any area, whatever the map shows: each beside the
 * region's and England's, with its interval or the word "estimate" where it is one.
 */
import type { EditionId } from '../facts/editions.ts';
import { EDITIONS } from '../facts/editions.ts';
import { factNumbers, factValues } from '../facts/figures.ts';
import { deprivationPart, type FactsPart, type PartName } from '../facts/parts.ts';
import type { PartReader } from '../facts/reader.ts';
import { ABSENCE_TEXT, describeInterval, numberOf, type Value } from '../facts/value.ts';
import { groupOf, LEVELS, residentsOf, type RegionAreas, type Selection } from '../areas/region.ts';
import { isCore20 } from '../indicators/core20.ts';
import { weightedMean } from '../stats/weighted.ts';
import { formatCount, formatDecimal, formatPercent, formatPercentage } from '../text/format.ts';

export interface CardRow {
	label: string;
	value: string;
	/** Its interval, what it is of, or why there is none. */
	note: string | null;
	region: string;
	england: string;
}

export interface AreaCard {
	/** As people say it: the community of a neighbourhood. */
	name: string;
	/** Its own official name, where it is another. */
	official: string | null;
	/** "Neighbourhood in Great Yarmouth, 1,653 people (Census 2021)". */
	what: string;
	rows: CardRow[];
	/** How sure the four are, in a sentence or two. */
	howSure: string;
}

const ESTIMATES = 'life-expectancy-estimates' as const;
const DISTRICTS = 'life-expectancy-2023' as const;
const UNDER_FIVE = 'measure-people-aged-0-4' as const;
const AGES = 'ages-2019' as const;
const SEXES = ['females', 'males'] as const;
type Sex = (typeof SEXES)[number];
/** What stands in place of a figure that there is none of. */
export const NOT_PUBLISHED = 'not published';

/** Every part that is read for {@link areaCard}, besides the areas. */
export const partsOfCard = (edition: EditionId): PartName[] => [
	deprivationPart(EDITIONS[edition]),
	ESTIMATES,
	DISTRICTS,
	edition === '2025' ? UNDER_FIVE : AGES
];

/** The card of an area; rows whose part is missing are left out. */
export function areaCard(
	regionName: string,
	areas: RegionAreas,
	edition: EditionId,
	selection: Selection,
	source: PartReader
): AreaCard {
	const { level, members, name } = selection;
	const [first = 0] = members;
	const isNeighbourhood = level === 'lsoa';
	const district = groupOf(areas, 'district', first).name;
	const facts = (part: PartName): FactsPart | null => {
		const found = source.find(part);
		return found?.kind === 'facts' ? found : null;
	};
	const { residentsPeriod, short } = EDITIONS[edition];
	const people = `${formatCount(residentsOf(areas, members))} people (${residentsPeriod})`;
	const kind = LEVELS[level].one;
	const within = level === 'lsoa' || level === 'msoa' ? ` in ${district}` : '';
	const deprivation = facts(deprivationPart(EDITIONS[edition]));
	const children = facts(edition === '2025' ? UNDER_FIVE : AGES);
	return {
		name: isNeighbourhood ? groupOf(areas, 'msoa', first).name : name,
		official: isNeighbourhood ? (areas.names[first] ?? null) : null,
		what: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${within}, ${people}`,
		rows: [
			...(deprivation ? [deprivationRow(areas, selection, deprivation, short)] : []),
			...SEXES.flatMap((sex) => lifeExpectancy(regionName, areas, selection, sex, facts)),
			...(children
				? [
						edition === '2025'
							? underFive(areas, selection, children)
							: underSixteen(areas, selection, children)
					]
				: [])
		],
		howSure: `Deprivation is official (${short}). ${
			level === 'lsoa' || level === 'msoa'
				? 'Life expectancy is our estimate for the community; the range beside it shows how far off it may be.'
				: 'Life expectancy is official for whole districts, with its likely range.'
		} Children are counts of ${residentsPeriod}. These numbers are about the area, not about any one person.`
	};
}

function deprivationRow(
	areas: RegionAreas,
	{ level, members }: Selection,
	facts: FactsPart,
	short: string
): CardRow {
	const deciles = factNumbers(facts, 'imd_decile');
	const ranks = factNumbers(facts, 'imd_rank');
	const share = (within: readonly number[]) =>
		residentsOf(
			areas,
			within.filter((area) => isCore20(deciles[area] ?? NaN))
		) / residentsOf(areas, within);
	const [only = 0] = members;
	const { core20_residents: core20 = NaN, residents = NaN } = facts.england;
	return {
		label: 'People in England’s most deprived fifth of neighbourhoods',
		value:
			level === 'lsoa'
				? isCore20(deciles[only] ?? NaN)
					? 'all'
					: 'none'
				: formatPercent(share(members)),
		note:
			level === 'lsoa'
				? `decile ${deciles[only]} of 10, rank ${formatCount(ranks[only] ?? 0)} (1 is most deprived, ${short})`
				: short,
		region: formatPercent(share([...areas.codes.keys()])),
		england: formatPercent(core20 / residents)
	};
}

function lifeExpectancy(
	regionName: string,
	areas: RegionAreas,
	{ level, members }: Selection,
	sex: Sex,
	facts: (part: PartName) => FactsPart | null
): CardRow[] {
	const [estimates, districts] = [facts(ESTIMATES), facts(DISTRICTS)];
	if (!districts) return [];
	const small = level === 'lsoa' || level === 'msoa';
	const [first = 0] = members;
	const part = small ? estimates : districts;
	const code = groupOf(areas, small ? 'msoa' : 'district', first).code;
	const at = part?.codes?.indexOf(code) ?? -1;
	const found = level === 'place' || !part ? undefined : factValues(part, sex)[at];
	const value: Value = found ?? { kind: 'not-published' };
	const number = numberOf(value);
	const interval = describeInterval(value, formatDecimal);
	const [board, ...others] = districts.beside ?? [];
	const own =
		board && others.length === 0 && board.name.includes(regionName)
			? board.figures[sex]
			: undefined;
	return [
		{
			label: `Life expectancy, ${sex === 'females' ? 'women' : 'men'} (years)`,
			value: number === null ? NOT_PUBLISHED : formatDecimal(number),
			note:
				number === null
					? found && !('value' in found)
						? ABSENCE_TEXT[found.kind]
						: null
					: [
							...(interval === null ? [] : [`likely range ${interval}`]),
							...(small ? ['estimate'] : ['2021 to 2023']),
							...(level === 'lsoa' ? ['of the whole community'] : [])
						].join(', '),
			region: own === undefined ? NOT_PUBLISHED : formatDecimal(own),
			england: formatDecimal(districts.england[sex] ?? NaN)
		}
	];
}

function underFive(areas: RegionAreas, { members }: Selection, facts: FactsPart): CardRow {
	const shares = factNumbers(facts, 'aged_0_4_percent');
	const totals = factNumbers(facts, 'total');
	const share = (within: readonly number[]) => {
		const pick = (values: readonly number[]) => within.map((area) => values[area] ?? NaN);
		const mean = weightedMean(pick(shares), pick(totals));
		return mean === null ? NOT_PUBLISHED : formatPercentage(mean);
	};
	return {
		label: 'Children under five (share of people)',
		value: share(members),
		note: 'Census 2021',
		region: share([...areas.codes.keys()]),
		england: formatPercentage(facts.england['aged_0_4_percent_mean'] ?? NaN)
	};
}

function underSixteen(areas: RegionAreas, { members }: Selection, facts: FactsPart): CardRow {
	const children = factNumbers(facts, 'aged_0_15');
	const totals = factNumbers(facts, 'total');
	const share = (within: readonly number[]) => {
		const sum = (values: readonly number[]) =>
			within.reduce((all, area) => all + (values[area] ?? 0), 0);
		return formatPercent(sum(children) / sum(totals));
	};
	const { aged_0_15: aged = NaN, total = NaN } = facts.england;
	return {
		label: 'Children under 16 (share of people)',
		value: share(members),
		note: 'mid-2020',
		region: share([...areas.codes.keys()]),
		england: formatPercent(aged / total)
	};
}
