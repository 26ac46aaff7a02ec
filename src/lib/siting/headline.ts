/** What a plan brings all whom the question is about, in sentences that stand by themselves. */
import { capitalise, formatCount, formatQuantity, formatWholePercent } from '../text/format.ts';
import { medianSentence } from './journeys.ts';
import type { OutcomeRow } from './outcome.ts';
import { FOCUS, WHO } from './people.ts';
import { amountWords, fewOr } from './plan-words.ts';
import { AIMS, nearWords, type Question } from './question.ts';

/** How many would have a hub near, and of how many. */
export function totalSentence(
	question: Question,
	asked: OutcomeRow | undefined,
	hubs: number
): string {
	if (!asked) return 'Nobody lives where the question looks.';
	const { choice, standing } = question;
	const half = medianSentence(asked.proposed.median, asked.today?.median ?? null, choice.measure);
	return [
		standing.length === 0
			? newHubs(question, asked, hubs)
			: withThoseOfToday(question, asked, hubs),
		AIMS[choice.aim].model === 'mclp' ? '' : half
	]
		.filter(Boolean)
		.join(' ');
}

/** "of the 5,090 in rural neighbourhoods", "of all 8,036". */
function ofThose({ people }: OutcomeRow, { choice }: Question): string {
	return choice.focus === 'all'
		? `of all ${formatCount(people)}`
		: `of the ${formatCount(people)} in ${FOCUS[choice.focus].words}`;
}

/** Where no hub is counted today, all that is near is the new ones' doing. */
function newHubs(question: Question, asked: OutcomeRow, hubs: number): string {
	const { choice } = question;
	const { noun, asOf } = WHO[choice.who];
	const { within } = asked.proposed;
	const near = `within ${nearWords(choice)} of a hub (estimate, ${asOf})`;
	if (hubs === 0) return 'There is no new hub in this plan, and no hub of today is counted.';
	if (within === 0) return `${subject(hubs)} would put no ${noun} ${near}.`;
	const share = `That is ${formatWholePercent(within / asked.people)} ${ofThose(asked, question)}.`;
	return `${subject(hubs)} would put ${fewOr(within)} ${noun} ${near}. ${share}`;
}

/** Those of today reach some of them already, so the new ones alone do not put them there. */
function withThoseOfToday(question: Question, asked: OutcomeRow, hubs: number): string {
	const { choice, standing } = question;
	const { noun, asOf } = WHO[choice.who];
	const { within } = asked.proposed;
	const counted = formatQuantity(standing.length, 'hub');
	const [verb, those] =
		hubs === 0
			? ['are', `the ${counted} of today`]
			: ['would be', `${formatQuantity(hubs, 'new hub')} and the ${counted} of today`];
	const share = within === 0 ? 'none' : formatWholePercent(within / asked.people);
	const now = `With ${those}, ${within === 0 ? 'no' : fewOr(within)} ${noun} ${verb} within ${nearWords(choice)} of a hub (estimate, ${asOf}).`;
	const today =
		asked.today === null || hubs === 0
			? ''
			: ` Today it is ${amountWords(asked.today.within, asked.people)}.`;
	return `${now} That is ${share} ${ofThose(asked, question)}.${today}`;
}

const subject = (hubs: number): string => capitalise(formatQuantity(hubs, 'new hub'));
