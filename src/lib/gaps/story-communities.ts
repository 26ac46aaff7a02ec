/** What lies inside a district: its communities, and what they have in reach. */
import type { Group } from '../areas/region.ts';
import type { AreaResult, GapsAnalysis } from './answer.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';

export interface StoryCommunity {
	code: string;
	name: string;
	residents: number;
	core20Residents: number;
	/** Venues that a resident has in reach on average: in a Core20 community, a Core20 resident. */
	venues: number | null;
	/** Average minutes on foot to the nearest food bank, for the same residents. */
	foodBank: number | null;
	foodBankName: string | null;
	verdict: AreaResult['verdict'];
}

/** What communities are asked inside a district: venues, as the page opens. */
export const VENUES: GapsRequest = DEFAULT_REQUEST;

/** Food banks are few: how far the nearest is says more than how many are near. */
export const FOOD_BANKS: GapsRequest = {
	...DEFAULT_REQUEST,
	provision: ['food-bank'],
	measure: 'nearest',
	reach: { cost: 30, unit: 'minutes' }
};

/** The communities of a district, those with least venues in reach first. */
export function communitiesOf(
	district: Group,
	venues: GapsAnalysis,
	foodBanks: GapsAnalysis
): StoryCommunity[] {
	const members = new Set(district.members);
	return venues.areas
		.filter(({ unit }) => (venues.units.members[unit] ?? []).some((area) => members.has(area)))
		.map((area): StoryCommunity => {
			const other = foodBanks.areas[area.unit];
			return {
				code: area.code,
				name: area.name,
				residents: area.residents,
				core20Residents: area.core20Residents,
				venues: area.survey === 'not-surveyed' ? null : area.count,
				foodBank: other?.nearest ?? null,
				foodBankName: other?.nearestSite?.name ?? null,
				verdict: area.verdict
			};
		})
		.sort((a, b) => (a.venues ?? Infinity) - (b.venues ?? Infinity) || (a.code < b.code ? -1 : 1));
}
