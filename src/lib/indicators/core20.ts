/**
 * Core20: the most deprived 20% of England (NHS England, Core20PLUS5), taken here as
 * the LSOAs whose IMD decile in England is 1 or 2. Deciles are of LSOAs, so these are
 * a fifth of neighbourhoods, not exactly a fifth of people.
 */
export const CORE20_DECILES = 2;

/** Whether an IMD decile (1 = most deprived) makes an LSOA Core20. */
export function isCore20(decile: number): boolean {
	return decile >= 1 && decile <= CORE20_DECILES;
}
