/** Words that the checks of travel models share. */
import type { Settlement } from '../access/travel.ts';

export const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
	urban: 'urban',
	'larger-rural': 'rural towns and fringes',
	'smaller-rural': 'rural villages and dispersed'
};

/** "+1.3%", "−0.5%", "0.0%", of a share. */
export function signedPercent(share: number): string {
	const percent = Math.abs(100 * share).toFixed(1);
	return `${percent === '0.0' ? '' : share < 0 ? '−' : '+'}${percent}%`;
}
