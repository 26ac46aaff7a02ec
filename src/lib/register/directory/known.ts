/** An answer that the lists give, or cannot give. */
export const KNOWN = { yes: 'yes', no: 'no', unknown: 'not known' } as const;
export type Known = keyof typeof KNOWN;
export const KNOWN_IDS = Object.keys(KNOWN) as Known[];
