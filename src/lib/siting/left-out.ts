/** Who has no hub within reach, and for whom no building of the lists would do. */
import { groupOf } from '../areas/region.ts';
import { formatQuantity, formatWholePercent } from '../text/format.ts';
import { isWithin } from './journeys.ts';
import { WHO } from './people.ts';
import { fewOr, inFocus, people, SMALL } from './plan-words.ts';
import { costToNearest, nearWords, type Question } from './question.ts';

export interface LeftOut {
	/** Of the people asked about, those without a hub within reach. */
	people: number;
	/** Of them, those for whom no building of the lists is within reach either. */
	never: number;
	communities: { code: string; name: string; district: string; people: number }[];
}

/** The people asked about whom these sites leave without a hub within reach. */
export function whoIsLeftOut(question: Question, open: readonly number[]): LeftOut {
	const { facts, choice, peopleAtPoint, problem } = question;
	const isNear = (cost: number | undefined) => isWithin(cost ?? Infinity, choice.reach);
	const cost = costToNearest(question, open);
	const could = problem.instance.states.flatMap((state, at) => (state === 'excluded' ? [] : [at]));
	const nearestOfAll = costToNearest(question, could);
	const byCommunity = new Map<string, LeftOut['communities'][number]>();
	let all = 0;
	let never = 0;
	facts.points.area.forEach((area, at) => {
		const here = peopleAtPoint[at] ?? 0;
		if (here <= 0 || !question.isAsked(area) || isNear(cost[at])) return;
		all += here;
		if (!isNear(nearestOfAll[at])) never += here;
		const { code, name } = groupOf(facts.areas, 'msoa', area);
		const known = byCommunity.get(code) ?? {
			code,
			name,
			district: groupOf(facts.areas, 'district', area).name,
			people: 0
		};
		known.people += here;
		byCommunity.set(code, known);
	});
	return {
		people: all,
		never,
		communities: [...byCommunity.values()].sort(
			(a, b) => b.people - a.people || (a.code < b.code ? -1 : 1)
		)
	};
}

const NAMED = 4;

/** The same in a sentence or two. */
export function leftOutSentence(
	question: Question,
	{ people: left, never, communities }: LeftOut
): string {
	if (Math.round(left) === 0) {
		const { noun } = WHO[question.choice.who];
		return `All ${noun}${inFocus(question)} would have a hub within ${nearWords(question.choice)}.`;
	}
	const named = communities
		.slice(0, NAMED)
		.map(({ name, district, people: here }) => `${name}, ${district} (${fewOr(here)})`);
	const more = communities.length - named.length;
	const here = communities.slice(0, NAMED).reduce((sum, one) => sum + one.people, 0);
	const places =
		more > 0
			? `They live in ${formatQuantity(communities.length, 'community', 'communities')}. The largest numbers are in ${named.join('; ')}: ${formatWholePercent(here / left)} between them`
			: `They live in ${named.join('; ')}`;
	const nobody =
		Math.round(never) === 0
			? ''
			: ` For ${fewOr(never)} of them (estimate) none of the buildings that a plan may use is near enough. They would need a visit at home, transport or another building.`;
	const isSaid = left < SMALL;
	return `${people(left, question)}${inFocus(question)} would still have no hub within ${nearWords(question.choice)}${isSaid ? '' : ' (estimate)'}. ${places}.${nobody}`;
}
