/** Where a browser keeps what its reader decided for files: named apart, as whoever forgets it reads none. */
export const IMPORT_CHOICES_KEY = 'asset-gap-map/import-choices';
