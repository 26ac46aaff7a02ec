/**
 * What it would mean if hubs of today closed beside what a plan opens, each alone and all together. A plan
 * closes none: people who assess one ask what would follow, and find it in the same paper.
 */
import { CHANGE } from './equality.ts';
import { isTold, isWithin } from './journeys.ts';
import { costToNearest, type Question } from './question.ts';

/** Residents by where they live, not users. */
export interface Closure {
	/** The hub that closes; null for all of them together. */
	hub: string | null;
	/** Residents who would be further from the nearest hub than with the plan. */
	further: number;
	/** Those of them in the most deprived fifth of England's neighbourhoods. */
	deprived: number;
	/** Residents who would be within reach with the plan, and no longer are. */
	lost: number;
}

/** Each hub of today that a plan keeps, closed; then all of them, where there are several. */
export function closuresOf(question: Question, open: readonly number[]): Closure[] {
	const { standing, sites } = question;
	const kept = open.filter((at) => standing.includes(at));
	const count = counter(question, open);
	const each = kept.map((at) => ({
		hub: sites[at]?.name ?? '',
		...count(open.filter((other) => other !== at))
	}));
	if (kept.length < 2) return each;
	return [...each, { hub: null, ...count(open.filter((at) => !kept.includes(at))) }];
}

/** Counts the residents for whom fewer hubs than those of a plan are further. */
function counter(question: Question, open: readonly number[]) {
	const { facts, choice } = question;
	const { points, decile } = facts;
	const step = CHANGE[choice.measure];
	const told = (cost: number | undefined) =>
		cost !== undefined && isTold(cost, choice.measure) ? cost : Infinity;
	const planned = costToNearest(question, open);
	return (left: readonly number[]): Omit<Closure, 'hub'> => {
		const after = costToNearest(question, left);
		const counted = { further: 0, deprived: 0, lost: 0 };
		points.area.forEach((area, at) => {
			const [before, now] = [told(planned[at]), told(after[at])];
			const here = points.residents[at] ?? 0;
			if (isWithin(before, choice.reach) && !isWithin(now, choice.reach)) counted.lost += here;
			// Out of reach before and after is no change.
			if (!(now - before >= step)) return;
			counted.further += here;
			if ((decile[area] ?? NaN) <= 2) counted.deprived += here;
		});
		return counted;
	};
}
