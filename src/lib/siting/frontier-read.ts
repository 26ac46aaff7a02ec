/** What each further hub would bring. */
import { weightedQuantile } from '../stats/weighted.ts';
import { capitalise, formatCount, formatWholePercent } from '../text/format.ts';
import { isTold, journeyWords, longestTold, OUT_OF_REACH, unitOf } from './journeys.ts';
import { WHO } from './people.ts';
import { people, SMALL, valueWords } from './plan-words.ts';
import type { Plan } from './plan.ts';
import { AIMS, type Question } from './question.ts';

export interface FrontierRow {
	/** New hubs. */
	hubs: number;
	/** People within reach, or cost, as the aim has it. */
	value: number;
	/** The value as it is told: a number, or "out of reach". */
	words: string;
	/** Length of its bar, from 0 to 1. */
	bar: number;
	status: Plan['status'];
	sentence: string;
}

const ORDINALS = [
	'first',
	'second',
	'third',
	'fourth',
	'fifth',
	'sixth',
	'seventh',
	'eighth',
	'ninth',
	'tenth'
];

const ordinal = (n: number): string => ORDINALS[n - 1] ?? `${n}th`;

/** What the value of a row is, with its unit. */
export function frontierLabel(question: Question, unit: string): string {
	const words = WHO[question.choice.who].words;
	switch (AIMS[question.choice.aim].model) {
		case 'mclp':
			return `${words} within reach`;
		case 'p-center':
			return `longest journey, ${unit}`;
		default:
			return `median journey, ${unit}`;
	}
}

interface Point {
	value: number;
	/** Share of the people within the last step. */
	near: number;
}

/** A row a number of new hubs; `frontier` has the best plan of each. */
export function frontierRows(question: Question, frontier: readonly Plan[]): FrontierRow[] {
	const { standing, choice, todayUnknown } = question;
	const isCoverage = AIMS[choice.aim].model === 'mclp';
	const points = frontier.map((plan) => pointOf(question, plan));
	const most = isCoverage
		? Math.max(1e-9, ...points.map(({ value }) => value))
		: longestTold(choice.measure);
	return frontier.flatMap((plan, at) => {
		const hubs = plan.open.length - standing.length;
		const point = points[at];
		if (!point || hubs < 0 || (hubs === 0 && todayUnknown !== null)) return [];
		const { value } = point;
		const before = points[at - 1] ?? null;
		return [
			{
				hubs,
				value,
				words: isCoverage
					? formatCount(value)
					: isTold(value, choice.measure)
						? valueWords(value)
						: OUT_OF_REACH,
				bar: Math.min(1, value / most),
				status: plan.status,
				sentence: isCoverage
					? coverageSentence(question, hubs, value, before?.value ?? null)
					: journeySentence(question, hubs, point, before)
			}
		];
	});
}

function pointOf({ peopleOfDemand, choice }: Question, { siteOf, costOf }: Plan): Point {
	const costs = Array.from(costOf, (cost) => (Number.isNaN(cost) ? Infinity : cost));
	const people = [...peopleOfDemand];
	let all = 0;
	let served = 0;
	let near = 0;
	let worst = 0;
	people.forEach((here, i) => {
		const cost = costs[i] ?? Infinity;
		all += here;
		if (isTold(cost, choice.measure)) near += here;
		if ((siteOf[i] ?? -1) < 0) return;
		served += here;
		worst = Math.max(worst, cost);
	});
	const { model } = AIMS[choice.aim];
	const value =
		model === 'mclp'
			? served
			: model === 'p-center'
				? worst
				: (weightedQuantile(costs, people, 0.5) ?? Infinity);
	return { value, near: all > 0 ? near / all : 0 };
}

const nth = (hubs: number): string => `the ${ordinal(hubs)} new hub`;

/** "74 more babies under one in mid-2020". */
function moreWords(count: number, { choice }: Question): string {
	const number =
		Math.round(count) === 0 ? 'no' : count < SMALL ? 'fewer than 10' : formatCount(count);
	return `${number} more ${WHO[choice.who].words}`;
}

function coverageSentence(
	question: Question,
	hubs: number,
	value: number,
	before: number | null
): string {
	if (hubs === 0) return `Today: ${people(value, question)}.`;
	return before === null
		? `With ${nth(hubs)}, ${people(value, question)} would be within reach.`
		: `${capitalise(nth(hubs))} would bring ${moreWords(Math.max(0, value - before), question)} within reach (estimate).`;
}

/** "With the third new hub the median journey is 28 minutes, (before it: 33), and 71% are within 60 minutes (before it: 68%)." */
function journeySentence(
	{ choice }: Question,
	hubs: number,
	point: Point,
	before: Point | null
): string {
	const { measure } = choice;
	const which = AIMS[choice.aim].model === 'p-center' ? 'longest' : 'median';
	const subject =
		hubs === 0 ? `Today the ${which} journey is` : `With ${nth(hubs)}, the ${which} journey is`;
	const last = `${longestTold(measure)} ${unitOf(measure)}`;
	const earlier = (words: string) => (before === null ? '' : ` (before it: ${words})`);
	const journey = `${journeyWords(point.value, measure)}${earlier(journeyWords(before?.value ?? Infinity, measure))}`;
	const share = `${formatWholePercent(point.near)} are within ${last}${earlier(formatWholePercent(before?.near ?? 0))}`;
	return `${subject} ${journey}, and ${share}.`;
}
