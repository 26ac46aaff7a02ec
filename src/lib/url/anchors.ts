/** The end of an address that opens “Share or download”: pages without scripts link to it. */
export const SHARE_ANCHOR = 'share-or-download';
/** The end of a map's address that goes to its search: the bars of other pages link to it. */
export const FIND_ANCHOR = 'find';
