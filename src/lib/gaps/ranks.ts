/** Where an area stands among the others, by provision and by need. */
import { numberOf } from '../facts/value.ts';
import { midRanks } from '../stats/weighted.ts';
import type { NeedMeasure } from './need.ts';

/** Mid-ranks among the units above the bar, the worst provision first. */
export function ranksWithin(
	above: readonly boolean[],
	values: ArrayLike<number>,
	residents: readonly number[],
	moreIsBetter: boolean
): (number | null)[] {
	const units = above.flatMap((is, unit) =>
		is && !Number.isNaN(values[unit] ?? NaN) ? [unit] : []
	);
	const ranks = midRanks(
		units.map((unit) => (moreIsBetter ? 1 : -1) * (values[unit] ?? NaN)),
		units.map((unit) => residents[unit] ?? 0)
	);
	const found = above.map((): number | null => null);
	units.forEach((unit, i) => (found[unit] = ranks[i] ?? null));
	return found;
}

/** Mid-ranks among the units whose need is known, the least needy first. */
export function needRanksOf(need: NeedMeasure, residents: readonly number[]): (number | null)[] {
	const known = need.values.flatMap((value, unit) => {
		const number = numberOf(value);
		return number === null ? [] : [{ unit, number: need.higherIsNeedier ? number : -number }];
	});
	const ranks = midRanks(
		known.map(({ number }) => number),
		known.map(({ unit }) => residents[unit] ?? 0)
	);
	const found = need.values.map((): number | null => null);
	known.forEach(({ unit }, i) => (found[unit] = ranks[i] ?? null));
	return found;
}
