/**
 * What a plan brings each group that hubs are meant for, said one by one: a total can be reached by
 * serving one of them alone. And the plan that would serve a group which gains nothing.
 */
import { capitalise, formatCount, formatEstimate, formatWholePercent } from '../text/format.ts';
import type { PartReader, PartSource } from '../facts/reader.ts';
import type { Missing } from '../facts/missing.ts';
import { outcomes, type OutcomeRow } from './outcome.ts';
import { FOCUS, WHO, type FocusId, type WhoId } from './people.ts';
import { SMALL } from './plan-words.ts';
import type { Plan } from './plan.ts';
import { makeQuestion, nearWords, type Choice, type Question } from './question.ts';

export interface GroupGain {
	/** Id of its row of outcomes. */
	id: string;
	/** "In rural neighbourhoods". */
	title: string;
	people: number;
	/** Whether the plan brings more of them within reach than today. */
	isGain: boolean;
	/** Within reach; null where it is not known which hubs stand today. */
	today: number | null;
	proposed: number;
	/** After the title: "909 of 1,766 (51%)", "none of 3,456". */
	short: string;
	sentence: string;
}

interface Target {
	/** Row of outcomes. */
	id: 'core20' | 'rural' | 'core20-residents';
	/** "the 1,766 in the most deprived neighbourhoods". */
	those: (people: string) => string;
	/** Whom it counts; null is whomever the question is about. */
	who: WhoId | null;
	focus: FocusId;
	/** At the head of a line: "In the most deprived fifth". */
	title: string;
}

/** Groups that have a sentence of their own in every headline. Adding one is an entry here and a row of outcomes. */
const TARGETS: readonly Target[] = [
	{
		id: 'core20',
		title: 'In the most deprived fifth',
		those: (people) => `the ${people} in the most deprived neighbourhoods`,
		who: null,
		focus: 'core20'
	},
	{
		id: 'rural',
		title: 'In rural neighbourhoods',
		those: (people) => `the ${people} in rural neighbourhoods`,
		who: null,
		focus: 'rural'
	},
	{
		id: 'core20-residents',
		title: 'Everyone in the deprived fifth',
		those: (people) => `all ${people} residents of the most deprived neighbourhoods`,
		who: 'residents',
		focus: 'core20'
	}
];

/** What a plan brings each of the groups, but for the one that the whole question is about. */
export function groupGains(
	question: Pick<Question, 'choice'>,
	rows: readonly OutcomeRow[]
): GroupGain[] {
	const { who, focus } = question.choice;
	return TARGETS.flatMap((target) => {
		if (target.who === null && target.focus === focus) return [];
		if (target.who === who) return [];
		const row = rows.find(({ id }) => id === target.id);
		if (!row) return [];
		const { people, today, proposed } = row;
		const group = {
			id: row.id,
			people,
			today: today?.within ?? null,
			proposed: proposed.within
		};
		return [
			{
				...group,
				title: target.title,
				isGain: proposed.within - (today?.within ?? 0) >= 0.5,
				short: shortly(group),
				sentence: gainSentence(target, group)
			}
		];
	});
}

/** So many of so many, and how many more than today where that is known. */
function shortly({
	people,
	today,
	proposed
}: Pick<GroupGain, 'people' | 'today' | 'proposed'>): string {
	if (proposed === 0) return `none of ${formatCount(people)}`;
	const share = proposed < SMALL ? '' : ` (${formatWholePercent(proposed / people)})`;
	const before = today === null ? '' : `; today ${today === 0 ? 'none' : formatEstimate(today)}`;
	return `${formatEstimate(proposed)} of ${formatCount(people)}${share}${before}`;
}

function gainSentence(
	{ those }: Target,
	{ people, today, proposed }: Pick<GroupGain, 'people' | 'today' | 'proposed'>
): string {
	const group = those(formatCount(people));
	if (proposed === 0) return `None of ${group} would have a hub near (estimate).`;
	const more = today === null ? null : proposed - today;
	const gained =
		more === null || (more >= 0.5 && proposed < SMALL)
			? ''
			: more < 0.5
				? ', no more than today'
				: `, ${formatEstimate(more)} more than today`;
	const share = proposed < SMALL ? '' : ` (${formatWholePercent(proposed / people)})`;
	const said = proposed < SMALL ? '' : ' (estimate)';
	return `Of ${group}, ${formatEstimate(proposed)}${share} would have a hub near${gained}${said}.`;
}

/** Share of a group's people that must gain for a plan to be called one that serves it. */
const SERVED = 0.01;

/** Whether a plan brings a group next to nothing: it stands beside the total then, not below it. */
export const isMissed = ({
	proposed,
	today,
	people
}: Pick<GroupGain, 'proposed' | 'today' | 'people'>): boolean =>
	proposed - (today ?? 0) < SERVED * people;

/** Groups that a plan brings next to nothing: for each a plan of its own can be asked for. */
export function hardlyServed(question: Question, open: readonly number[]): FocusId[] {
	const gains = groupGains(question, outcomes(question, open));
	return TARGETS.flatMap(({ id, who, focus }) => {
		const group = who === null ? gains.find((gain) => gain.id === id) : undefined;
		if (!group) return [];
		return isMissed(group) ? [focus] : [];
	});
}

/** The same question about the people of some neighbourhoods alone. Throws as `makeQuestion` does. */
export function questionFor(
	{ facts, choice }: Pick<Question, 'facts' | 'choice'>,
	focus: FocusId,
	source: PartSource | PartReader,
	missing: readonly Missing[]
): Question {
	return makeQuestion(facts, { ...choice, focus }, source, missing);
}

/** A plan for a group that the one shown hardly serves. */
export interface OfferedPlan {
	focus: FocusId;
	/** How the question changes. */
	change: Pick<Choice, 'focus'>;
	words: string;
	/** What is pressed for it, below what the group gains: "Plan for them: 302 of 3,456 (estimate)". */
	press: string;
	/** Of the group, so many would have a hub within reach. */
	within: number;
	people: number;
}

/** What a plan for one group would bring it, in words. */
export function offerOf(question: Question, { open }: Pick<Plan, 'open'>): OfferedPlan {
	const { choice } = question;
	const { focus } = choice;
	const row = outcomes(question, open).find(({ id }) => id === 'focus');
	const within = row?.proposed.within ?? 0;
	const people = row?.people ?? 0;
	const hubs = choice.aim === 'fewest' ? 'A plan' : 'As many hubs';
	return {
		focus,
		change: { focus },
		press: `Plan for them: ${formatEstimate(within)} of ${formatCount(people)}${within < SMALL ? '' : ' (estimate)'}`,
		words: capitalise(
			`${hubs} for ${FOCUS[focus].words} alone would put ${formatEstimate(within)} of the ${formatCount(people)} ${WHO[choice.who].words} there within ${nearWords(choice)}${within < SMALL ? '' : ' (estimate)'}.`
		),
		within,
		people
	};
}
