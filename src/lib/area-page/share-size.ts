/** How large a picture for shared links is, in pixels: as sites that show such pictures ask for. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;
