/** A share of each fifth by deprivation, the most deprived first, in sentences that hide no bend. */

const NAMES = ['most deprived', 'second', 'third', 'fourth', 'least deprived'] as const;

/** Shares closer than this are as high as one another, as far as estimates go. */
const ALIKE = 0.01;

/**
 * "In the most deprived fifth 12% live far away, in the least deprived 20%. The second fifth has the most, 31%."
 * The ends alone would hide a fifth between them that is higher, or lower, than both by more than a
 * point.
 *
 * @param shares by fifth, from 0 to 1
 * @param words the share of a fifth as it is written
 * @param what what that share do: "live far away"
 */
export function acrossFifths(
	shares: readonly number[],
	words: (fifth: number) => string,
	what: string
): string {
	const last = shares.length - 1;
	const [most, least] = [shares[0] ?? 0, shares[last] ?? 0];
	const ends =
		words(0) === words(last)
			? `In the most and in the least deprived fifth ${words(0)} ${what}`
			: `In the most deprived fifth ${words(0)} ${what}, in the least deprived ${words(last)}`;
	const between = shares.slice(1, -1);
	const bend = (value: number, beyond: number, word: string) =>
		beyond > ALIKE
			? ` The ${NAMES[shares.indexOf(value, 1)] ?? ''} fifth has the ${word}, ${words(shares.indexOf(value, 1))}.`
			: '';
	const [highest, lowest] = [Math.max(...between), Math.min(...between)];
	return `${ends}.${bend(highest, highest - Math.max(most, least), 'most')}${bend(lowest, Math.min(most, least) - lowest, 'least')}`;
}
