/** What a change of a plan does, said where the reader made it. */
import { formatCount, formatWholePercent } from '../text/format.ts';
import { SMALL } from './plan-words.ts';
import type { Question } from './question.ts';
import { withinReach } from './within-reach.ts';

/** "188 fewer people would have a hub near: now 721 (14%).", from the open sites before and after. */
export function changeWords(
	question: Question,
	before: readonly number[],
	after: readonly number[]
): string {
	const was = withinReach(question, before).near;
	const { near, share } = withinReach(question, after);
	const less = was - near;
	const size = Math.abs(less);
	const people =
		near === 0
			? 'nobody'
			: near < SMALL
				? 'fewer than 10'
				: `${formatCount(near)} (${formatWholePercent(share)})`;
	if (Math.round(size) === 0) return `As many people as before would have a hub near: ${people}.`;
	const fewer = less > 0 ? 'fewer' : 'more';
	if (size < SMALL) {
		return `Slightly ${fewer} people would have a hub near, by fewer than 10: now ${people}.`;
	}
	return `${formatCount(size)} ${fewer} people would have a hub near: now ${people}.`;
}
