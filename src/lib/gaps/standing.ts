/**
 * Where an area stands in the answer, as the map and the list say it: a gap, an area that one
 * change in the counting would make a gap, no gap, or unknown. Unknown is never called a gap.
 */
import type { AreaResult, GapsAnalysis } from './answer.ts';
import type { VariationsAnswer } from './variations.ts';
import { numberOf } from '../facts/value.ts';

export type Standing = 'gap' | 'could-be' | 'not' | 'unknown';

/** In the order of the legend. */
export const STANDINGS: readonly Standing[] = ['gap', 'could-be', 'not', 'unknown'];

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
	gap: 'gap',
	'could-be': 'could be a gap',
	not: 'not a gap',
	unknown: 'not surveyed or no figure'
};

/** Where an area stands; until the variations were asked (`null`), nothing could be a gap. */
export function standingOf(
	{ code, verdict, need }: Pick<AreaResult, 'code' | 'verdict' | 'need'>,
	answer: VariationsAnswer | null
): Standing {
	if (verdict === 'gap') return 'gap';
	if (verdict === 'not-surveyed' || verdict === 'no-figure') return 'unknown';
	if ((answer?.areas.get(code)?.found ?? 0) > 0) return 'could-be';
	return numberOf(need) === null ? 'unknown' : 'not';
}

/** How many areas stand where. */
export function standingCounts(
	{ areas }: Pick<GapsAnalysis, 'areas'>,
	answer: VariationsAnswer | null
): Record<Standing, number> {
	const counts: Record<Standing, number> = { gap: 0, 'could-be': 0, not: 0, unknown: 0 };
	for (const area of areas) counts[standingOf(area, answer)]++;
	return counts;
}
