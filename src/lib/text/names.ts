/**
 * Names in the interface that stand in more than one place: one term for one thing. What has a name
 * of its own where it is defined keeps it there (topics and measures in src/lib/layers, kinds and
 * statuses of places in src/lib/register, formats in src/lib/export): docs/decisions/0051.
 */

/** The pages of a region, as the bar and the pages of areas call them. */
export const PAGE_NAMES = {
	map: 'Map',
	gaps: 'Gaps',
	siting: 'Plan hubs',
	assets: 'Places'
} as const;
/** What leads to the pages of areas. */
export const ANOTHER_POSTCODE = 'Try another postcode';
/** The heading over the hubs of a plan. */
export const AREAS_TO_LOOK_IN = 'Areas to look in';
export const AREAS_A_TO_Z = 'Areas from A to Z';
/** The heading of the page of the method, and what links to it say. */
export const FIGURES_MEAN = 'What the figures mean';
/** The heading of the page that puts areas side by side, and what links to it say. */
export const COMPARE_AREAS = 'Compare areas';
export const DATA_AND_SOURCES = 'Data and sources';
export const METHOD = 'Method';
export const YOUR_PRIVACY = 'Your privacy';
/** What the page of hubs asks, and what links to it say. */
export const WHERE_NEW_HUBS = 'Where could new hubs go?';

/** What is pressed. */
export const BRING_OWN_LIST = 'Bring your own list';
export const CANCEL = 'Cancel';
export const CHANGE_QUESTION = 'Change question';
export const CHOOSE_FILES = 'Choose files';
export const CLEAR_FILTERS = 'Clear the filters';
export const CLOSE = 'Close';
export const CSV = 'CSV';
export const DOWNLOAD_CSV = 'Download CSV';
export const DOWNLOAD_ROW_NUMBERS = 'Download their row numbers';
export const FORGET_EVERYTHING = 'Forget everything on this computer';
export const ON_THE_MAP = 'On the map';
export const POSTCODE_OR_PLACE = 'Postcode or place';
export const PRINT_PAGE = 'Print this page';
export const REDO = 'Redo';
export const REMOVE = 'Remove';
export const REPORT_PROBLEM = 'Report a problem';
export const SHARE_OR_DOWNLOAD = 'Share or download';
export const SHOW_IT = 'Show it';
export const TRY_AGAIN = 'Try again';
export const UNDERSTOOD = 'Understood';
export const UNDO = 'Undo';
export const UNDO_REMOVAL = 'Undo the removal';

/** What parts of a page are called. */
export const ON_THIS_PAGE = 'On this page';
export const READ_WITH_CARE = 'Read with care';
export const SOURCES = 'Sources';
export const THE_DOCUMENTS = 'The documents';
export const WHO_LOOKED = 'Who looked where';
export const WHERE_THIS_IS_FROM = 'Where this is from';
