/** Why nobody is served where every site has too little room for any one demand point. */
import { formatCount, formatDecimal } from '../text/format.ts';
import type { Instance } from './instance.ts';

const amount = (value: number): string =>
	Number.isInteger(value) ? formatCount(value) : formatDecimal(value);

/**
 * A sentence that says so; null where some site has room for some demand point, or no site has a limit.
 * A demand point goes to one site whole.
 */
export function roomForNobody({ weights, states, capacities }: Instance): string | null {
	if (!capacities) return null;
	const room = Math.max(0, ...capacities.filter((_, site) => states[site] !== 'excluded'));
	const asking = weights.filter((weight) => weight > 0);
	if (asking.length === 0) return null;
	const least = asking.reduce((a, b) => Math.min(a, b));
	if (room >= least) return null;
	return `Nobody is served, as every capacity is smaller than every demand: the largest site has room for ${amount(room)}, and the smallest demand point asks for ${amount(least)}. A demand point goes to one site, whole: divide demand into smaller points, or look whether capacities are in the same unit.`;
}
