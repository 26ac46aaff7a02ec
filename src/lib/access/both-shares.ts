/**
 * The one rule for shares that rest on places which nobody vouches for: where leaving those out
 * moves a share by more than a point, both figures stand in the sentence. Of places of birth a
 * dated source must confirm what they are; any other place is vouched for by an official register
 * that lists it as open, or by a list that named it in the year before it was last collected
 * (`current` of a site).
 */
import { formatList, formatNumber } from '../text/format.ts';
import type { Site } from './site.ts';

/** A share from 0 to 1, counting what is vouched for alone and counting everything. */
export interface BothShares {
	confirmed: number;
	all: number;
}

/** A point: shares that are further apart than this are both said. */
const POINT = 0.01;

/** Whether what is not confirmed carries a share, so that both figures must stand in the sentence. */
export const mustSayBoth = ({ confirmed, all }: BothShares): boolean =>
	Math.abs(confirmed - all) > POINT + 1e-12;

/** Whether a place is vouched for, of all kinds but places of birth. */
export const isVouchedFor = ({ current }: Pick<Site, 'current'>): boolean => current;

/** How the other of two figures is told: "42% by checked or recent listings alone". */
export const BY_VOUCHED = 'by checked or recent listings alone';
/** The same in a line that has little room, where the sentence below says it in full. */
export const BY_VOUCHED_IN_SHORT = 'by recent listings';

/** What {@link BY_VOUCHED} means, said once beside. */
export const VOUCHED_CAVEAT =
	'A listing is recent if its list named it in the year before the list was last collected. It is verified if an official register lists it as open.';

/**
 * The other figure of a share, in brackets, where the rule asks for both: " (42% by checked or recent
 * listings alone)"; else empty. Of several shares that are told in a row, all or none.
 *
 * @param vouched the same by what is vouched for alone; null where that is all there is
 */
export function otherShareWords(
	all: readonly number[],
	vouched: readonly number[] | null,
	format: (share: number) => string
): string {
	const moves = vouched?.some((one, at) => mustSayBoth({ confirmed: one, all: all[at] ?? NaN }));
	return vouched && moves ? ` (${formatList(vouched.map(format))} ${BY_VOUCHED})` : '';
}

/**
 * The other figure of so many of some, where the rule asks for both: "; by checked or recent
 * listings alone it would be 22"; else empty.
 */
export function otherCountWords(all: number, vouched: number | null, of: number): string {
	return vouched !== null && of > 0 && mustSayBoth({ confirmed: vouched / of, all: all / of })
		? `; ${BY_VOUCHED} it would be ${formatNumber(vouched)}`
		: '';
}

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
