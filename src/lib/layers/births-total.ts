/** How many births the districts of a region have together: one sentence for every count of them. */
import type { Group } from '../areas/region.ts';
import { describe, ranked, type Value } from '../facts/value.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';
import { formatCount, formatPercent, formatQuantity } from '../text/format.ts';

/**
 * "About 8,289 births …: most in Norwich (1,290, 15.6%), fewest in …", and which district has most.
 * Null where no district has a number.
 *
 * @param of what stands after the number: "babies were born to residents of … in …"
 * @param without after "2 districts": "for which nothing is published"
 */
export function totalBirths(
	districts: readonly Group[],
	births: readonly Value[],
	of: string,
	without: string
): { text: string; area: string | null } | null {
	const known = ranked(births, 'highest');
	const { first, last, apart } = endsOf(known, ({ number }) => number);
	const [most] = first;
	if (!most) return null;
	const all = known.reduce((sum, { number }) => sum + number, 0);
	const estimated = known.some(({ value }) => value.kind === 'estimate');
	const those = (tied: readonly (typeof most)[], more = '') => {
		const [{ value } = most] = tied;
		const each = tied.length > 1 ? ' each' : '';
		return `${tiedWords(
			tied.map(({ unit }) => districts[unit]?.name ?? ''),
			'district'
		)} (${describe(value, formatCount)}${each}${more})`;
	};
	return {
		text:
			`${estimated ? 'About ' : ''}${formatCount(all)} ${of}: ` +
			`most in ${those(first, `, ${formatPercent(most.number / all)}`)}` +
			(apart ? `, fewest in ${those(last)}` : '') +
			(known.length < births.length
				? `, without ${formatQuantity(births.length - known.length, 'district')} ${without}`
				: '') +
			'.',
		area: onlyOf(first, ({ unit }) => districts[unit]?.code)
	};
}
