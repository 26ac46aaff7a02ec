import { COUNT, OPTIONAL_TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** The directories that community-venues were collected from with the number of their listings. */
export const venueDirectories = tableReader(
	'venue-directories',
	{
		directory: unique(OPTIONAL_TEXT),
		title: OPTIONAL_TEXT,
		url: OPTIONAL_TEXT,
		listings: COUNT
	},
	// One row counts the listings whose directory the source does not name.
	{ keep: ({ directory }) => directory !== null }
);
