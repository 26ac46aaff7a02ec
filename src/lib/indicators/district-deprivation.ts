import type { Group, RegionAreas } from '../areas/region.ts';
import { residentsOf } from '../areas/region.ts';
import { weightedMean } from '../stats/weighted.ts';
import { isCore20 } from './core20.ts';

export interface DistrictDeprivation {
	district: Group;
	residents: number;
	/** Population-weighted mean of LSOA scores. */
	averageScore: number;
	/** Population-weighted mean of LSOA ranks, 1 being the most deprived; NaN where no ranks were given. */
	averageRank: number;
	core20Lsoas: number;
	/** Share of residents in Core20 LSOAs, from 0 to 1. */
	core20Share: number;
}

/** Deprivation of each district (or part of one) in a region, most deprived first by score. */
export function districtDeprivation(
	areas: RegionAreas,
	deciles: readonly number[],
	scores: readonly number[],
	ranks: readonly number[] = []
): DistrictDeprivation[] {
	return areas.groups.district
		.map((district) => {
			const { members } = district;
			const core20 = members.filter((area) => isCore20(deciles[area] ?? NaN));
			const residents = residentsOf(areas, members);
			const weights = members.map((area) => areas.residents[area] ?? NaN);
			const average = (values: readonly number[]) =>
				weightedMean(
					members.map((area) => values[area] ?? NaN),
					weights
				) ?? NaN;
			return {
				district,
				residents,
				averageScore: average(scores),
				averageRank: average(ranks),
				core20Lsoas: core20.length,
				core20Share: residentsOf(areas, core20) / residents
			};
		})
		.sort(
			(a, b) => b.averageScore - a.averageScore || a.district.code.localeCompare(b.district.code)
		);
}
