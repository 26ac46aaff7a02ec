/** What hubs of today that nothing confirms change in the headline of a plan. */
import { mustSayBoth } from '../access/both-shares.ts';
import type { Site } from '../access/site.ts';
import { formatCount } from '../text/format.ts';
import { amountWords } from './plan-words.ts';
import { isWithin } from './journeys.ts';
import { costToNearest, type Question } from './question.ts';

/** Kinds of places that a dated source must confirm, by the lists of hubs. */
const TO_CONFIRM = new Set(['maternity-unit', 'maternity-hub-or-clinic', 'maternity-named-site']);

const isUnconfirmed = ({ kind, confirmed, yours }: Site): boolean =>
	!yours && confirmed === null && TO_CONFIRM.has(kind);

/**
 * That hubs of today are not confirmed, with the shares that are left without them where one of the
 * two moves by more than a point; empty where all are confirmed.
 *
 * @param open sites of the plan, those of today among them
 */
export function unconfirmedSentence(question: Question, open: readonly number[]): string {
	const { sites, standing, peopleAtPoint, facts, choice, isAsked } = question;
	const isOut = (at: number) => {
		const site = sites[at];
		return site !== undefined && isUnconfirmed(site);
	};
	const out = standing.filter(isOut);
	if (out.length === 0) return '';
	const within = (hubs: readonly number[]) => {
		const cost = costToNearest(question, hubs);
		let [near, all] = [0, 0];
		facts.points.area.forEach((area, at) => {
			if (!isAsked(area)) return;
			const people = peopleAtPoint[at] ?? 0;
			all += people;
			if (isWithin(cost[at] ?? Infinity, choice.reach)) near += people;
		});
		return { near, all, share: all > 0 ? near / all : 0 };
	};
	const left = (hubs: readonly number[]) => hubs.filter((at) => !isOut(at));
	const [plan, today] = [open, standing].map((hubs) => ({
		all: within(hubs),
		confirmed: within(left(hubs))
	}));
	const are =
		out.length === standing.length
			? standing.length === 1
				? 'The one hub of today is not confirmed'
				: 'None of the hubs of today is confirmed'
			: `Of the hubs of today, ${formatCount(out.length)} are not confirmed`;
	if (!plan || !today) return '';
	const moves = [plan, today].some(({ all, confirmed }) =>
		mustSayBoth({ all: all.share, confirmed: confirmed.share })
	);
	const said = (of: { near: number; all: number }) => amountWords(of.near, of.all);
	return moves
		? `${are}: without ${out.length === 1 ? 'it' : 'them'} it is ${said(plan.confirmed)} with the plan, and ${said(today.confirmed)} today.`
		: `${are}; without ${out.length === 1 ? 'it' : 'them'} no share changes by more than a point.`;
}
