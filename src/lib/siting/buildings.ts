/** Which lists of buildings can be asked: as places that could host a hub, or as what stands already. */
import type { NameOf } from '../facts/parts.ts';
import { YOURS } from '../access/site.ts';

export interface BuildingList {
	title: string;
	/** After a number: "community venues". */
	words: string;
	/** Part of the pack. */
	part: NameOf<'assets'>;
}

/** Adding one is an entry here. The ids stand in addresses. */
export const BUILDINGS = {
	venues: { title: 'Community venues', words: 'community venues', part: 'community-venues' },
	libraries: { title: 'Libraries', words: 'libraries', part: 'libraries' },
	schools: { title: 'Schools and colleges', words: 'schools and colleges', part: 'schools' },
	gp: { title: 'GP practices', words: 'GP practices', part: 'gp-practices' },
	pharmacies: { title: 'Pharmacies', words: 'pharmacies', part: 'pharmacies' },
	hospitals: { title: 'Hospitals and clinics', words: 'hospitals and clinics', part: 'hospitals' },
	'food-banks': { title: 'Food banks', words: 'food banks', part: 'food-banks' },
	'family-hubs': {
		title: 'Family hubs and children’s centres',
		words: 'family hubs and children’s centres',
		part: 'family-hubs'
	},
	'maternity-hubs': {
		title: 'Maternity hubs and clinics',
		words: 'maternity hubs and clinics',
		part: 'maternity-hubs'
	},
	'maternity-units': {
		title: 'Maternity units',
		words: 'maternity units',
		part: 'maternity-units'
	},
	yours: { title: 'Yours, from the register', words: 'places of your own', part: YOURS }
} as const satisfies Record<string, BuildingList>;
export type BuildingId = keyof typeof BUILDINGS;
export const BUILDING_IDS = Object.keys(BUILDINGS) as BuildingId[];

/** Lists of what is a hub already, wherever they are held. */
export const HUB_LISTS: readonly BuildingId[] = ['maternity-hubs'];
