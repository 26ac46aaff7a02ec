/** What places that nobody vouches for change in the headline of a plan: hubs of today, and new ones. */
import { isVouchedFor, mustSayBoth } from '../access/both-shares.ts';
import { nearestSites } from '../access/costs.ts';
import type { Site } from '../access/site.ts';
import {
	capitalise,
	formatCount,
	formatNumber,
	formatQuantity,
	formatWholePercent
} from '../text/format.ts';
import { amountWords, people } from './plan-words.ts';
import { costToNearest, type Question } from './question.ts';
import { withinAt, withinReach } from './within-reach.ts';

/** Kinds of places that a dated source must confirm, by the lists of hubs. */
const TO_CONFIRM = new Set(['maternity-unit', 'maternity-hub-or-clinic', 'maternity-named-site']);

const isUnconfirmed = ({ kind, confirmed, yours }: Site): boolean =>
	!yours && confirmed === null && TO_CONFIRM.has(kind);

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
	const left = (hubs: readonly number[]) => hubs.filter((at) => !isOut(at));
	const plan = { all: withinReach(question, open), confirmed: withinReach(question, left(open)) };
	const today = {
		all: withinReach(question, standing),
		confirmed: withinReach(question, left(standing))
	};
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
	return withinAt(question, (at) => Math.min(cost[at] ?? Infinity, others[at] ?? Infinity));
}

/**
 * What the plan would come to if the places here that a list names, and nobody has confirmed, are
 * hubs: where that is more than a point, both figures must stand. Empty where there are none.
 */
export function ifOpenSentence(question: Question, open: readonly number[]): string {
	const { unknown, unconfirmed: named } = question.today;
	if (named.length === 0 || unknown === null) return '';
	const plan = withinReach(question, open);
	const all = ifOpen(question, open);
	const them =
		named.length === 1
			? 'it is'
			: named.length === 2
				? 'both are'
				: `all ${formatNumber(named.length)} are`;
	return mustSayBoth({ confirmed: plan.share, all: all.share })
		? `If ${them} open, ${people(all.near, question)} (${formatWholePercent(all.share)}) would have a hub near (estimate).`
		: `If ${them} open, the plan’s share changes by no more than a point.`;
}

/**
 * That new hubs of a plan stand in buildings which their lists named long before they were last
 * collected, with what is left without these, where that moves the share by more than a point.
 */
export function oldListingsSentence(question: Question, open: readonly number[]): string {
	const { sites, standing } = question;
	const isStanding = new Set(standing);
	const made = open.filter((at) => !isStanding.has(at));
	const old = made.filter((at) => {
		const site = sites[at];
		return site !== undefined && !isVouchedFor(site);
	});
	const [all, vouched] = [open, open.filter((at) => !old.includes(at))].map((hubs) =>
		withinReach(question, hubs)
	);
	if (!all || !vouched || !mustSayBoth({ all: all.share, confirmed: vouched.share })) return '';
	const who =
		old.length === made.length
			? made.length === 1
				? 'The new building was'
				: `All ${formatQuantity(made.length, 'new building')} were`
			: `${capitalise(formatNumber(old.length))} of the ${formatQuantity(made.length, 'new building')} ${old.length === 1 ? 'was' : 'were'}`;
	return `${who} last listed more than a year before ${old.length === 1 ? 'its list was' : 'their lists were'} collected: without ${old.length === 1 ? 'it' : 'them'} it is ${amountWords(vouched.near, vouched.all)}.`;
}
