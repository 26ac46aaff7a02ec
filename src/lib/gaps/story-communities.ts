/** What lies inside a district: its communities, and what they have in reach. */
import type { Group } from '../areas/region.ts';
import type { AreaResult, GapsAnalysis } from './answer.ts';
import { newestOf } from '../register/freshness.ts';
import { OWN_PART } from '../register/own-part.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import type { Workbench } from './workbench.ts';

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
	/** The same two by places that are vouched for alone (access/both-shares.ts). */
	vouched: { venues: number | null; foodBank: number | null };
	verdict: AreaResult['verdict'];
}

/** What communities are asked inside a district: venues, as the page opens. */
export const VENUES: GapsRequest = DEFAULT_REQUEST;

/** When the venues of a region were last collected: what the age of other figures is counted to. */
export const venuesCollected = (bench: Workbench): string =>
	newestOf(
		bench
			.assets(VENUES.provision)
			.flatMap(({ part, collected }) => (part === OWN_PART ? [] : [collected]))
	);

/** Food banks are few: how far the nearest is says more than how many are near. */
export const FOOD_BANKS: GapsRequest = {
	...DEFAULT_REQUEST,
	provision: ['food-bank'],
	measure: 'nearest',
	reach: { cost: 30, unit: 'minutes' }
};

/** A list that names fewer places than this in a district says nothing of how far the nearest is there. */
export const ENOUGH_NAMED = 3;

/**
 * The communities of a district, those with least venues in reach first.
 *
 * @param foodBanks null where their list names too few in the district to say how far they are
 */
export function communitiesOf(
	district: Group,
	venues: GapsAnalysis,
	foodBanks: GapsAnalysis | null
): StoryCommunity[] {
	const members = new Set(district.members);
	return venues.areas
		.filter(({ unit }) => (venues.units.members[unit] ?? []).some((area) => members.has(area)))
		.map((area): StoryCommunity => {
			const other = foodBanks?.areas[area.unit];
			return {
				code: area.code,
				name: area.name,
				residents: area.residents,
				core20Residents: area.core20Residents,
				venues: area.survey === 'not-surveyed' ? null : area.count,
				foodBank: other?.nearest ?? null,
				foodBankName: other?.nearestSite?.name ?? null,
				vouched: {
					venues: area.survey === 'not-surveyed' ? null : (area.vouched ?? area).count,
					foodBank: other ? (other.vouched ?? other).nearest : null
				},
				verdict: area.verdict
			};
		})
		.sort((a, b) => (a.venues ?? Infinity) - (b.venues ?? Infinity) || (a.code < b.code ? -1 : 1));
}
