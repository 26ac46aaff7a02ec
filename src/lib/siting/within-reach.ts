/** Of the people a question is about, those who have a hub within reach. */
import { isWithin } from './journeys.ts';
import { costToNearest, type Question } from './question.ts';

export interface WithinReach {
	near: number;
	all: number;
	/** From 0 to 1; 0 without people. */
	share: number;
}

/** People the question is about, and those of them within reach at a cost by resident point. */
export function withinAt(question: Question, costOf: (point: number) => number): WithinReach {
	const { peopleAtPoint, facts, choice, isAsked } = question;
	let [near, all] = [0, 0];
	facts.points.area.forEach((area, at) => {
		if (!isAsked(area)) return;
		const people = peopleAtPoint[at] ?? 0;
		all += people;
		if (isWithin(costOf(at), choice.reach)) near += people;
	});
	return { near, all, share: all > 0 ? near / all : 0 };
}

/** The same of some hubs. */
export function withinReach(question: Question, hubs: readonly number[]): WithinReach {
	const cost = costToNearest(question, hubs);
	return withinAt(question, (at) => cost[at] ?? Infinity);
}
