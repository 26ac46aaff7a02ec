/** What a change of a plan does, said where the reader made it. */
import { formatCount, formatWholePercent } from '../text/format.ts';
import { areaOf } from './hubs-read.ts';
import { WHO } from './people.ts';
import { SMALL } from './plan-words.ts';
import type { Question } from './question.ts';
import { withinReach } from './within-reach.ts';

/**
 * "The hub around Kirkley is moved from a school to a library around Gunton West.", by the ids of the
 * buildings. A hub is an area to look in: that it is another one has to be said.
 */
export function movedWords(question: Question, from: string, to: string): string {
	const [was, is] = [from, to].map((id) => {
		const site = question.sites[question.siteIndex.get(id) ?? -1];
		return { name: site?.name ?? id, area: (site && areaOf(question, site)?.area) ?? null };
	});
	const around = was?.area == null ? '' : ` around ${was.area}`;
	const there = is?.area == null || is.area === was?.area ? '' : `, which is around ${is.area}`;
	return `The hub${around} is moved from ${was?.name ?? from} to ${is?.name ?? to}${there}.`;
}

/** "188 fewer babies under one would have a hub near: now 721 (14%).", from the open sites before and after. */
export function changeWords(
	question: Question,
	before: readonly number[],
	after: readonly number[]
): string {
	const was = withinReach(question, before).near;
	const { near, share } = withinReach(question, after);
	const less = was - near;
	const size = Math.abs(less);
	const { noun } = WHO[question.choice.who];
	const now =
		near === 0
			? 'none'
			: near < SMALL
				? 'fewer than 10'
				: `${formatCount(near)} (${formatWholePercent(share)})`;
	if (Math.round(size) === 0) return `As many ${noun} as before would have a hub near: ${now}.`;
	const fewer = less > 0 ? 'fewer' : 'more';
	if (size < SMALL) {
		return `Slightly ${fewer} ${noun} would have a hub near, by fewer than 10: now ${now}.`;
	}
	return `${formatCount(size)} ${fewer} ${noun} would have a hub near: now ${now}.`;
}
