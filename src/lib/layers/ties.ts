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

/** All of a list whose figure is that of one of them, itself among them; none without one. */
export const alike = <T>(
	one: T | undefined,
	all: readonly T[],
	figure: (item: T) => number
): readonly T[] =>
	one === undefined ? [] : all.filter((other) => Math.abs(figure(other) - figure(one)) < 1e-9);

/**
 * Both ends of a list that is in order by a figure: all that tie for the first place, and for the last.
 * `apart`: whether the two ends differ at all.
 */
export function endsOf<T>(ordered: readonly T[], figure: (item: T) => number) {
	const first = alike(ordered[0], ordered, figure);
	const last = alike(ordered.at(-1), ordered, figure);
	return { first, last, apart: first.length < ordered.length };
}

/** The one area that a sentence is about; null where several tie. */
export const onlyOf = <T>(
	tied: readonly T[],
	code: (item: T) => string | undefined
): string | null => (tied.length === 1 && tied[0] !== undefined ? (code(tied[0]) ?? null) : null);

export const nameOf = ({ name }: Mean): string => name;

/** All that have the figure of one, itself among them; none without one. */
export const tiesWith = (one: Mean | undefined, all: readonly Mean[]): readonly Mean[] =>
	alike(one, all, ({ mean }) => mean);

/** "A, B and C", or "23 communities alike, A among them". */
export const tiedWords = (names: readonly string[], one: string, many = `${one}s`): string =>
	names.length > NAMED
		? `${formatQuantity(names.length, one, many)} alike, ${names[0] ?? ''} among them`
		: formatNames(names);
