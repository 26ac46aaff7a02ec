/** Which areas have no figure, so that a place among fewer of them than elsewhere has its reason. */
import { formatCount, formatList } from './format.ts';

/** So many are named at most. */
const MOST_NAMED = 2;

/** "no figure for Waveney", "no figure for the other 5"; null where each has one. */
export function haveNone(names: readonly string[]): string | null {
	const { length } = names;
	if (length === 0) return null;
	const who = length <= MOST_NAMED ? formatList(names) : `the other ${formatCount(length)}`;
	return `no figure for ${who}`;
}
