/** Neighbourhoods in the most deprived deciles: how many, in which communities, with whom. */
import { CORE20_DECILES, isCore20 } from '../indicators/core20.ts';
import { EDITIONS, type EditionId } from '../facts/editions.ts';
import { residentsOf, type RegionAreas } from '../areas/region.ts';
import { formatCount, formatPercent } from '../text/format.ts';
import { areaOf, areasOf, boardAreas, numbersFor } from '../methods/areas.ts';
import type { Facts } from '../facts/facts.ts';
import type { Method } from './method.ts';

/** IMD deciles of the areas, in their order; 1 is the most deprived. */
export function decilesOf(facts: Facts, areas: RegionAreas, id: EditionId): number[] {
	const { dataset } = EDITIONS[id];
	return numbersFor(facts, areas, id, { dataset, column: 'imd_decile' });
}

interface Chosen {
	areas: RegionAreas;
	/** All areas of the board or district. */
	all: number[];
	/** Those of them in the deciles. */
	within: number[];
	basis: string;
}

function choose(
	facts: Facts,
	spec: { board: string; district?: string | undefined; deciles: number },
	id: EditionId
): Chosen {
	const areas = boardAreas(facts, spec.board, id);
	const deciles = decilesOf(facts, areas, id);
	const all = areasOf(areas, spec.district);
	const isWithin = (decile: number) =>
		spec.deciles === CORE20_DECILES ? isCore20(decile) : decile >= 1 && decile <= spec.deciles;
	const name = areaOf(areas, spec.district);
	const edition = EDITIONS[id];
	return {
		areas,
		all,
		within: all.filter((area) => isWithin(deciles[area] ?? NaN)),
		basis:
			`${spec.deciles === 1 ? 'decile 1' : `deciles 1 to ${spec.deciles}`} of ${edition.short}, ` +
			`${edition.vintage} LSOAs${name ? `, ${name}` : ''}`
	};
}

export const lsoasInDeciles: Method<'lsoas-in-deciles'> = ({ facts }, spec) => {
	const { within, basis } = choose(facts, spec, spec.edition);
	return {
		value: within.length,
		figure: within.length === 1 ? '1 LSOA' : `${formatCount(within.length)} LSOAs`,
		basis
	};
};

export const communitiesInDeciles: Method<'communities-in-deciles'> = ({ facts }, spec) => {
	const { areas, within, basis } = choose(facts, spec, spec.edition);
	const communities = new Set(within.map((area) => areas.parent.msoa[area])).size;
	return {
		value: communities,
		figure: `${formatCount(communities)} MSOAs`,
		basis: `MSOAs with at least one LSOA in ${basis}`
	};
};

export const residentsInDeciles: Method<'residents-in-deciles'> = ({ facts }, spec) => {
	const { areas, within, basis } = choose(facts, spec, spec.edition);
	const residents = residentsOf(areas, within);
	return {
		value: residents,
		figure: formatCount(residents),
		basis: `residents, ${EDITIONS[spec.edition].residentsPeriod}, of ${formatCount(within.length)} LSOAs in ${basis}`
	};
};

export const femalesInDeciles: Method<'females-in-deciles'> = ({ facts }, spec) => {
	const { areas, within, basis } = choose(facts, spec, '2019');
	const females = sumOver(facts, 'females-15-44-lsoa11', 'females_15_44', areas, within);
	return {
		value: females,
		figure: `${formatCount(females)} (estimate)`,
		basis: `females 15 to 44, mid-2020: residents of that age times the female share of the ward; ${basis}`
	};
};

export const newbornsInDeciles: Method<'newborns-in-deciles'> = ({ facts }, spec) => {
	const { areas, all, within, basis } = choose(facts, spec, '2019');
	const sum = (members: number[]) =>
		sumOver(facts, 'residents-2020-lsoa11', 'aged_0', areas, members);
	const share = sum(within) / sum(all);
	return {
		value: share * 100,
		figure: formatPercent(share),
		basis: `share of the ${formatCount(sum(all))} residents aged 0, mid-2020, in ${basis}`
	};
};

function sumOver(
	facts: Facts,
	dataset: string,
	column: string,
	areas: RegionAreas,
	members: readonly number[]
): number {
	const values = numbersFor(facts, areas, '2019', { dataset, column });
	return members.reduce((sum, area) => sum + (values[area] ?? NaN), 0);
}
