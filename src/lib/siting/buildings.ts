/** Which lists of buildings can be asked: as places that could host a hub, or as what stands already. */
import type { NameOf } from '../facts/parts.ts';
import { YOURS, type SiteRecord } from '../access/site.ts';
import { placeName } from '../register/names.ts';
import { communityCentre, villageHall } from './building-names.ts';

export interface BuildingList {
	title: string;
	/** After a number: "community venues". */
	words: string;
	/** Part of the pack. */
	part: NameOf<'assets'>;
	/** The building that a record of the part is of, by name; null where it is none of this list. */
	building: (record: SiteRecord) => string | null;
	/**
	 * What its buildings are, where their names say it and not the listing: "Community centre". One
	 * that another list has, too, is left to that list.
	 */
	label?: string;
}

/** Every record of a part. */
const all = ({ name }: SiteRecord): string => placeName(name);

/** Kinds of schools that any family may walk to, and that are there for years. */
const OPEN_TO_ALL = new Set(['nursery', 'primary', 'secondary', 'all-through']);

/**
 * Adding one is an entry here. The ids stand in addresses, so none goes, and those that were there
 * first go on meaning all that their list holds.
 */
export const BUILDINGS = {
	venues: {
		title: 'Community venues of every kind',
		words: 'community venues',
		part: 'community-venues',
		building: all
	},
	libraries: { title: 'Libraries', words: 'libraries', part: 'libraries', building: all },
	schools: {
		title: 'Schools and colleges of every kind',
		words: 'schools and colleges',
		part: 'schools',
		building: all
	},
	gp: {
		title: 'GP practices and health centres',
		words: 'GP practices',
		part: 'gp-practices',
		building: all
	},
	pharmacies: { title: 'Pharmacies', words: 'pharmacies', part: 'pharmacies', building: all },
	hospitals: {
		title: 'Hospitals and clinics for children',
		words: 'hospitals and clinics',
		part: 'hospitals',
		building: all
	},
	'food-banks': { title: 'Food banks', words: 'food banks', part: 'food-banks', building: all },
	'family-hubs': {
		title: 'Family hubs and children’s centres',
		words: 'family hubs and children’s centres',
		part: 'family-hubs',
		building: all
	},
	'maternity-hubs': {
		title: 'Maternity hubs and clinics',
		words: 'maternity hubs and clinics',
		part: 'maternity-hubs',
		building: all
	},
	'maternity-units': {
		title: 'Maternity units',
		words: 'maternity units',
		part: 'maternity-units',
		building: all
	},
	'community-centres': {
		title: 'Community centres',
		words: 'community centres',
		part: 'community-venues',
		// Not seen for a year is no building to send anybody to.
		building: (record) => (record.current ? communityCentre(record) : null),
		label: 'Community centre'
	},
	'village-halls': {
		title: 'Village halls',
		words: 'village halls',
		part: 'community-venues',
		building: (record) =>
			record.current && communityCentre(record) === null ? villageHall(record) : null,
		label: 'Village hall'
	},
	'open-schools': {
		title: 'Nursery, primary and secondary schools',
		words: 'schools',
		part: 'schools',
		building: ({ subkind, name }) => (OPEN_TO_ALL.has(subkind ?? '') ? name : null)
	},
	'confirmed-hubs': {
		title: 'Maternity hubs and clinics here that are confirmed',
		words: 'confirmed maternity hubs and clinics',
		part: 'maternity-hubs',
		building: ({ inside, isConfirmed, name }) => (inside && isConfirmed ? name : null)
	},
	yours: {
		title: 'Yours, from the register',
		words: 'places of your own',
		part: YOURS,
		building: all
	}
} as const satisfies Record<string, BuildingList>;
export type BuildingId = keyof typeof BUILDINGS;
export const BUILDING_IDS = Object.keys(BUILDINGS) as BuildingId[];
