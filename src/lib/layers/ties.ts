/** Areas that are alike by a figure, called so: which of them comes first in a list says nothing. */
import { formatNames, formatQuantity } from '../text/format.ts';

/** A community or district with its figure, and the first of its neighbourhoods. */
export interface Mean {
	code: string;
	name: string;
	first: number;
	mean: number;
}

/** Up to so many are named one by one. */
const NAMED = 3;

export const nameOf = ({ name }: Mean): string => name;

/** All that have the figure of one, itself among them; none without one. */
export const tiesWith = (one: Mean | undefined, all: readonly Mean[]): readonly Mean[] =>
	all.filter(({ mean }) => one !== undefined && Math.abs(mean - one.mean) < 1e-9);

/** "A, B and C", or "23 communities alike, A among them". */
export const tiedWords = (names: readonly string[], one: string, many = `${one}s`): string =>
	names.length > NAMED
		? `${formatQuantity(names.length, one, many)} alike, ${names[0] ?? ''} among them`
		: formatNames(names);
