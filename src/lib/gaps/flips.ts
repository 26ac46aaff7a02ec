/** What would change an area's place in the list, in words; and what is needed to ask that. */
import { EDITION_IDS } from '../facts/editions.ts';
import type { PartName } from '../facts/parts.ts';
import { OWN_PART } from '../register/own-part.ts';
import type { AreaResult } from './answer.ts';
import type { GapsRequest } from './request.ts';
import { mismatch } from './together.ts';
import { radiusSentence, variationSentence, type VariationsAnswer } from './variations.ts';
import { PARTS_WELCOME, partsNeeded } from './workbench.ts';

/** The parts that the variations of a request read, of every edition it can be asked of; `has` says which parts a region has. */
export function partsToVary(request: GapsRequest, has: (part: PartName) => boolean): PartName[] {
	const needed = EDITION_IDS.flatMap((edition) => {
		const other = { ...request, edition };
		return mismatch(other) ? [] : partsNeeded(other);
	});
	return [...new Set<PartName>([...needed, ...PARTS_WELCOME.filter(has), OWN_PART])];
}

/** Sentences on what would change an area's place in the list; none where nothing was asked yet. */
export function flipsOf(
	{ code, verdict }: Pick<AreaResult, 'code' | 'verdict'>,
	answer: VariationsAnswer | null
): string[] {
	const found = answer?.areas.get(code);
	const isGap = verdict === 'gap';
	const range = isGap ? answer?.ranges?.get(code) : undefined;
	return [
		...(found ? [variationSentence(found, isGap)] : []),
		...(range ? [radiusSentence(range)] : [])
	];
}
