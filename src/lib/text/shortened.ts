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
		if (rounded === value || isFarFromHalf(value, shown, decimals)) return rounded;
		if (format(rounded) === format(value)) return rounded;
	}
	return value;
}

/**
 * Whether rounding to `decimals` can't bring a number to the other side of the half at which what is
 * shown changes: then there is nothing to compare. Near zero it may take the sign away.
 */
function isFarFromHalf(value: number, shown: number, decimals: number): boolean {
	const steps = value * 10 ** shown;
	if (Math.abs(steps) < 1 || Math.abs(steps) > MOST_STEPS) return false;
	const fromHalf = Math.abs(steps - Math.floor(steps) - 0.5);
	return fromHalf > 0.5 * 10 ** (shown - decimals) + SLACK;
}

/** Beyond these, the arithmetic above is less exact than its slack. */
const MOST_STEPS = 1e8;
const SLACK = 1e-6;

/** Beyond these, a number is kept as it is. */
const MOST_DECIMALS = 9;
