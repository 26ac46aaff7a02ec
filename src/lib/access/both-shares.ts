/**
 * The one rule for shares that rest on places which nobody has confirmed: where leaving those out
 * moves a share by more than a point, both figures stand in the sentence.
 */

/** A share from 0 to 1, counting what is confirmed alone and counting everything. */
export interface BothShares {
	confirmed: number;
	all: number;
}

/** A point: shares that are further apart than this are both said. */
const POINT = 0.01;

/** Whether what is not confirmed carries a share, so that both figures must stand in the sentence. */
export const mustSayBoth = ({ confirmed, all }: BothShares): boolean =>
	Math.abs(confirmed - all) > POINT + 1e-12;

/**
 * The share of people who live further than a limit from the nearest place, by what is confirmed
 * and by everything. 0 without people.
 *
 * @param weights people at each point
 * @param toConfirmed cost from each point to the nearest place that is confirmed; Infinity without one
 * @param toOthers the same to the nearest that is not
 */
export function sharesBeyond(
	weights: ArrayLike<number>,
	toConfirmed: ArrayLike<number>,
	toOthers: ArrayLike<number>,
	limit: number
): BothShares {
	let [people, confirmed, all] = [0, 0, 0];
	for (let at = 0; at < weights.length; at++) {
		const weight = weights[at] ?? 0;
		people += weight;
		if ((toConfirmed[at] ?? Infinity) <= limit) continue;
		confirmed += weight;
		if ((toOthers[at] ?? Infinity) > limit) all += weight;
	}
	return people > 0
		? { confirmed: confirmed / people, all: all / people }
		: { confirmed: 0, all: 0 };
}
