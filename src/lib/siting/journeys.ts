/**
 * How far people have to go, in numbers that stay true where some cannot get there: a median, and
 * how many live within steps of a journey. A mean of walks that nobody takes says nothing.
 */
import { weightedQuantile } from '../stats/weighted.ts';
import { costWords } from './plan-words.ts';
import type { Choice } from './question.ts';

export type Measure = Choice['measure'];

/** Steps within which people are counted; beyond the last a place is out of reach. */
const STEPS: Readonly<Record<Measure, readonly number[]>> = {
	minutes: [20, 40, 60],
	kilometres: [2, 5, 10]
};

/** Room for rounding: a journey this little above a limit is at it. */
const ROUNDING = 1e-8;

/** Up to where people are counted, ascending: what the question calls near, and the usual steps. */
export const stepsOf = ({ measure, reach }: Pick<Choice, 'measure' | 'reach'>): number[] =>
	[...new Set([reach, ...STEPS[measure]])].sort((a, b) => a - b);

/** The longest journey that is told as a number, in the unit of the measure. */
export const longestTold = (measure: Measure): number => STEPS[measure].at(-1) ?? 0;

export const unitOf = (measure: Measure): 'minutes' | 'km' =>
	measure === 'minutes' ? 'minutes' : 'km';

/** Whether a journey is at most so long. */
export const isWithin = (cost: number, limit: number): boolean => cost <= limit * (1 + ROUNDING);

export interface Journeys {
	/** Half of the people have at most this to go; Infinity where half have nowhere to go, null without people. */
	median: number | null;
	/** People within each step, in the order of {@link stepsOf}. */
	bySteps: number[];
}

/** Journeys of people who have so far to go; Infinity is nowhere. */
export function journeysOf(
	choice: Pick<Choice, 'measure' | 'reach'>,
	costs: readonly number[],
	people: readonly number[]
): Journeys {
	const steps = stepsOf(choice);
	const bySteps = steps.map(() => 0);
	costs.forEach((cost, i) => {
		steps.forEach((step, at) => {
			if (isWithin(cost, step)) bySteps[at] = (bySteps[at] ?? 0) + (people[i] ?? 0);
		});
	});
	return { median: weightedQuantile(costs, people, 0.5), bySteps };
}

export const OUT_OF_REACH = 'out of reach';

/** Whether a journey is told as a number. */
export const isTold = (cost: number, measure: Measure): boolean =>
	isWithin(cost, longestTold(measure));

/** "12 minutes", "2.4 km"; "out of reach" beyond the last step. */
export const journeyWords = (cost: number, measure: Measure): string =>
	isTold(cost, measure) ? costWords(cost, unitOf(measure)) : OUT_OF_REACH;

/** For tables and files: a number to one decimal, or "out of reach"; null where nobody goes. */
export const journeyCell = (cost: number | null, measure: Measure): number | string | null =>
	cost === null ? null : isTold(cost, measure) ? Math.round(cost * 10) / 10 : OUT_OF_REACH;

/** What "out of reach" means: "over 60 minutes". */
export const beyondWords = (measure: Measure): string =>
	`over ${longestTold(measure)} ${unitOf(measure)}`;

/** How far half of some people have to go, and today, in a sentence; empty without people. */
export function medianSentence(
	proposed: number | null,
	today: number | null,
	measure: Measure
): string {
	if (proposed === null) return '';
	const far = (cost: number) => !isTold(cost, measure);
	if (far(proposed)) {
		const before = today === null ? '' : far(today) ? ', as today' : '';
		return `For more than half of them every hub is out of reach, ${beyondWords(measure)} away${before}.`;
	}
	const now = `Half of them have at most ${journeyWords(proposed, measure)} to go (estimate)`;
	if (today === null) return `${now}.`;
	return far(today)
		? `${now}; today every hub is out of reach for more than half, ${beyondWords(measure)} away.`
		: `${now}, today ${journeyWords(today, measure)}.`;
}
