import { FORMATS } from './format.ts';

/**
 * A number with few decimals: so many more than are shown, and as many as it needs to be shown as
 * what it was. 0.446 as 0.45 would be shown as 0.5. Greater numbers never become less than smaller
 * ones. Shares of counts have more: their means are shares too, and somebody may add up the counts.
 */
export function shortened(value: number, shown: 0 | 1 | 2, more: 1 | 3 = 1): number {
	const format = FORMATS[shown];
	for (let decimals = shown + more; decimals <= MOST_DECIMALS; decimals++) {
		const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals;
		if (format(rounded) === format(value)) return rounded;
	}
	return value;
}

/** Beyond these, a number is kept as it is. */
const MOST_DECIMALS = 9;
