/** Columns that every table of areas has, whatever the map shows: which area a row is, and its people. */
export const PLACE_COLUMNS = {
	name: 'name',
	lsoa: 'lsoa',
	district: 'district',
	residents: 'residents'
} as const;

/** Whether a column of a layer would be taken for one of these. */
export const isPlaceColumn = (id: string): boolean => Object.hasOwn(PLACE_COLUMNS, id);
