/** What places that nothing confirms as hubs change in the headline of a plan. */
import { mustSayBoth } from '../access/both-shares.ts';
import { nearestSites } from '../access/costs.ts';
import type { Site } from '../access/site.ts';
import { formatCount, formatQuantity } from '../text/format.ts';
import { amountWords } from './plan-words.ts';
import { isWithin } from './journeys.ts';
import { costToNearest, type Question } from './question.ts';

/** Kinds of places that a dated source must confirm, by the lists of hubs. */
const TO_CONFIRM = new Set(['maternity-unit', 'maternity-hub-or-clinic', 'maternity-named-site']);

const isUnconfirmed = ({ kind, confirmed, yours }: Site): boolean =>
	!yours && confirmed === null && TO_CONFIRM.has(kind);

/** People the question is about, and those of them within reach at a cost by resident point. */
function within(question: Question, costOf: (point: number) => number) {
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

/**
 * That what the reader counts as hubs of today is not confirmed, with the shares that are left
 * without it where one of the two moves by more than a point; empty where all are confirmed.
 *
 * @param open sites of the plan, those of today among them
 */
export function unconfirmedSentence(question: Question, open: readonly number[]): string {
	const { sites, standing } = question;
	const isOut = (at: number) => {
		const site = sites[at];
		return site !== undefined && isUnconfirmed(site);
	};
	const out = standing.filter(isOut);
	if (out.length === 0) return '';
	const of = (hubs: readonly number[]) => {
		const cost = costToNearest(question, hubs);
		return within(question, (at) => cost[at] ?? Infinity);
	};
	const left = (hubs: readonly number[]) => hubs.filter((at) => !isOut(at));
	const plan = { all: of(open), confirmed: of(left(open)) };
	const today = { all: of(standing), confirmed: of(left(standing)) };
	const are =
		out.length === standing.length
			? standing.length === 1
				? 'The one hub of today is not confirmed'
				: 'None of the hubs of today is confirmed'
			: `Of the hubs of today, ${formatCount(out.length)} are not confirmed`;
	const moves = [plan, today].some(({ all, confirmed }) =>
		mustSayBoth({ all: all.share, confirmed: confirmed.share })
	);
	const said = (one: { near: number; all: number }) => amountWords(one.near, one.all);
	const them = out.length === 1 ? 'it' : 'them';
	return moves
		? `${are}: without ${them} it is ${said(plan.confirmed)} with the plan, and ${said(today.confirmed)} today.`
		: `${are}, but without ${them} no share changes by more than a point.`;
}

/** Whom a plan reaches if the places here that a list names, and nobody has confirmed, are hubs. */
export function ifOpen(question: Question, open: readonly number[]) {
	const { today, facts, travel } = question;
	const cost = costToNearest(question, open);
	const others = nearestSites(facts.points, today.unconfirmed, travel).cost;
	return within(question, (at) => Math.min(cost[at] ?? Infinity, others[at] ?? Infinity));
}

/**
 * What the plan would come to if the places here that a list names, and nobody has confirmed, are
 * hubs: where that is more than a point, both figures must stand. Empty where there are none.
 */
export function ifOpenSentence(question: Question, open: readonly number[]): string {
	const { unknown, unconfirmed: named } = question.today;
	if (named.length === 0 || unknown === null) return '';
	const cost = costToNearest(question, open);
	const plan = within(question, (at) => cost[at] ?? Infinity);
	const all = ifOpen(question, open);
	const them =
		named.length === 1 ? 'it is' : `all ${formatQuantity(named.length, '', '').trim()} are`;
	return mustSayBoth({ confirmed: plan.share, all: all.share })
		? `If ${them} open, the plan comes to ${amountWords(all.near, all.all)}.`
		: `If ${them} open, the plan’s share changes by no more than a point.`;
}
