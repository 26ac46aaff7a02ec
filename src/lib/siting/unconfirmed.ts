/** What places that nobody vouches for change in the headline of a plan: hubs of today, and new ones. */
import { isVouchedFor, mustSayBoth } from '../access/both-shares.ts';
import type { Site } from '../access/site.ts';
import { capitalise, formatCount, formatNumber, formatQuantity } from '../text/format.ts';
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
	const { sites, standing } = question;
	const isOut = (at: number) => {
		const site = sites[at];
		return site !== undefined && isUnconfirmed(site);
	};
	const out = standing.filter(isOut);
	if (out.length === 0) return '';
	const left = (hubs: readonly number[]) => hubs.filter((at) => !isOut(at));
	const [plan, today] = [open, standing].map((hubs) => ({
		all: withinReach(question, hubs),
		confirmed: withinReach(question, left(hubs))
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

/** Of the people asked about, those within reach of some hubs. */
function withinReach(question: Question, hubs: readonly number[]) {
	const { peopleAtPoint, facts, choice, isAsked } = question;
	const cost = costToNearest(question, hubs);
	let [near, all] = [0, 0];
	facts.points.area.forEach((area, at) => {
		if (!isAsked(area)) return;
		const people = peopleAtPoint[at] ?? 0;
		all += people;
		if (isWithin(cost[at] ?? Infinity, choice.reach)) near += people;
	});
	return { near, all, share: all > 0 ? near / all : 0 };
}
