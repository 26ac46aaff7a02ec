import { assetReader, hashKey, mustNotBeFound, textOf, translate } from '../assets.ts';
import { hoursAsTold } from '../hours-as-told.ts';
import { COUNT, DATE, FLAG, OPTIONAL_TEXT, TEXT } from '../columns.ts';

const SUBKINDS = {
	community_centre: 'community-centre',
	village_hall: 'village-hall',
	place_of_worship: 'place-of-worship',
	library: 'library',
	cafe_pub: 'cafe-or-pub',
	leisure_sport: 'leisure-or-sport',
	childrens_family: 'children-and-families',
	museum_arts: 'museum-or-arts',
	advice: 'advice',
	food_bank_pantry: 'food-bank-or-pantry',
	other: 'other'
};

/** Whether the words on opening times, which are read and not kept, say that a place must not be found. */
const isHeld = mustNotBeFound(['hours_text']);
const isHeldFor = (told: string | null): boolean => told !== null && isHeld([told]);

/**
 * Venues that directories of warm spaces listed since December 2022, one row a directory,
 * title and point. `group` joins the rows of one venue: count groups, not rows.
 */
export const communityVenues = assetReader('community-venues', {
	prefix: 'venue',
	specs: {
		address: OPTIONAL_TEXT,
		category: TEXT,
		opening_hours: OPTIONAL_TEXT,
		hours_told: OPTIONAL_TEXT,
		directory: OPTIONAL_TEXT,
		first_seen: DATE,
		last_seen: DATE,
		listed: FLAG,
		venue_group: COUNT
	},
	claim: (row, file) =>
		isHeldFor(textOf(row.hours_told))
			? null
			: {
					key: hashKey(row.directory, row.name, row.longitude, row.latitude),
					kind: 'community-venue',
					subkind: translate(file, SUBKINDS, row.category, 'category_derived'),
					status: 'unverified',
					address: textOf(row.address),
					source_detail: textOf(row.directory),
					first_seen: textOf(row.first_seen),
					last_seen: textOf(row.last_seen),
					group: `venue-group-${String(row.venue_group)}`,
					opening_hours: hoursAsTold(textOf(row.opening_hours), textOf(row.hours_told))
				}
});
