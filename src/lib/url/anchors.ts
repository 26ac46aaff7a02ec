/** The end of an address that opens “Share or download”: pages without scripts link to it. */
export const SHARE_ANCHOR = 'share-or-download';
