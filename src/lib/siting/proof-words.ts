/** How good a plan is known to be, beside all others. */
import {
	capitalise,
	formatCount,
	formatList,
	formatNumber,
	formatQuantity
} from '../text/format.ts';
import { placeOf } from './hubs-read.ts';
import { outcomes } from './outcome.ts';
import { WHO } from './people.ts';
import { SMALL } from './plan-words.ts';
import { type Plan, proofWords } from './plan.ts';
import { AIMS, type Question } from './question.ts';
import type { PlanToRead } from './plan-to-read.ts';

/** How good the best plan found is known to be, and what that means. */
export function proofSentence(
	question: Question,
	best: Pick<Plan, 'status' | 'gap' | 'open'>
): string {
	const words = capitalise(proofWords(best));
	const { choice, candidates } = question;
	if (best.status !== 'optimal') {
		return best.gap === null ? `${words}.` : `${words}: no plan can be more than that much better.`;
	}
	const number = best.open.length - question.standing.length;
	const of = `the ${formatCount(candidates)} buildings`;
	return AIMS[choice.aim].model === 'lscp'
		? `${words}: no smaller number of ${of} would reach as many.`
		: `${words}: no other ${formatNumber(number)} of ${of} would do better.`;
}

/** How a plan of the reader's own compares with the best. */
export function ownWords(question: Question, plan: PlanToRead['plan'], best: Plan | null): string {
	if (!best) return 'This is your own plan.';
	const asked = (open: readonly number[]) => {
		const rows = outcomes(question, open);
		return rows.find(({ id }) => id === 'focus') ?? rows[0];
	};
	const own = asked(plan.open);
	const other = asked(best.open);
	if (!own || !other) return 'This is your own plan.';
	const { noun } = WHO[question.choice.who];
	const extra = plan.open.length - best.open.length;
	const size =
		extra === 0
			? 'the best plan of as many hubs'
			: `the best plan, which has ${formatQuantity(Math.abs(extra), 'hub')} ${extra > 0 ? 'fewer' : 'more'}`;
	const less = Math.round(other.proposed.within) - Math.round(own.proposed.within);
	const reach =
		less === 0
			? `It reaches as many ${noun} as ${size}`
			: `It reaches ${differenceWords(less, noun)} than ${size}`;
	return [`This is your own plan. ${reach}.`, insteadWords(question, plan.open, best.open)]
		.filter(Boolean)
		.join(' ');
}

/** "269 fewer babies under one"; a small difference is no number. */
const differenceWords = (less: number, noun: string): string => {
	const way = less > 0 ? 'fewer' : 'more';
	return Math.abs(less) < SMALL
		? `slightly ${way} ${noun}, by fewer than 10,`
		: `${formatCount(Math.abs(less))} ${way} ${noun}`;
};

/** Which buildings a plan has in place of which of the best; empty where it only has more or fewer hubs. */
function insteadWords(
	question: Question,
	open: readonly number[],
	best: readonly number[]
): string {
	const named = (sites: readonly number[], others: readonly number[]) =>
		sites.flatMap((at) => {
			const site = others.includes(at) ? undefined : question.sites[at];
			return site ? [`${site.name} (${placeOf(question, site)})`] : [];
		});
	const [taken, left] = [named(open, best), named(best, open)];
	if (taken.length === 0 || left.length === 0) return '';
	return `It has ${formatList(taken)} in place of ${formatList(left)}.`;
}
