/**
 * A plan in words: why there, what is gained, who is still left out, and how it is known to be
 * the best. Map, page, print and downloads all read this one object. Nothing in it is weighted:
 * people are people.
 */
import {
	capitalise,
	formatCount,
	formatList,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { parameters } from './asked.ts';
import { frontierLabel, type FrontierRow, frontierRows } from './frontier-read.ts';
import { type HubRow, hubRows } from './hubs-read.ts';
import { type LeftOut, leftOutSentence, whoIsLeftOut } from './left-out.ts';
import type { NearTie } from './near-ties.ts';
import { type OutcomeRow, outcomes } from './outcome.ts';
import { WHO } from './people.ts';
import type { PlanToRead } from './plan-to-read.ts';
import { costWords, inFocus, people } from './plan-words.ts';
import type { Plan } from './plan.ts';
import { ownWords, proofSentence } from './proof-words.ts';
import { AIMS, type Question, reachWords } from './question.ts';
import { unconfirmedSentence } from './unconfirmed.ts';

export interface TieRow {
	words: string;
	/** Ids of all new hubs of the plan. */
	plan: string[];
}

export interface SitingReading {
	headline: string;
	/** "Proved best", "At most 0.4% from the best possible", with what that means. */
	proof: string;
	status: Plan['status'] | 'own';
	gap: number | null;
	hubs: HubRow[];
	outcomes: OutcomeRow[];
	/** "minutes" or "km". */
	unit: string;
	/** "20 minutes on foot". */
	reach: string;
	/** "babies under one". */
	who: string;
	frontier: FrontierRow[];
	/** What the value of the frontier is. */
	frontierLabel: string;
	leftOut: LeftOut;
	leftOutSentence: string;
	ties: TieRow[];
	/** What was asked, for print and downloads. */
	parameters: { label: string; value: string }[];
	/** Catalogue ids. */
	datasets: string[];
	candidates: number;
}

/** Read a plan. */
export function readPlan({
	question,
	plan,
	best,
	isOwn,
	frontier,
	ties
}: PlanToRead): SitingReading {
	const { choice } = question;
	const unit = choice.measure === 'minutes' ? 'minutes' : 'km';
	const rows = outcomes(question, plan.open);
	const hubs = hubRows(question, plan, unit);
	const leftOut = whoIsLeftOut(question, plan.open);
	const asked = rows.find(({ id }) => id === 'focus') ?? rows[0];
	return {
		headline: [
			headline(question, asked, hubs.filter(({ standing }) => !standing).length, unit),
			unconfirmedSentence(question, plan.open)
		]
			.filter(Boolean)
			.join(' '),
		proof: isOwn ? ownWords(question, plan, best) : best ? proofSentence(question, best) : '',
		status: isOwn ? 'own' : (best?.status ?? 'feasible'),
		gap: best?.gap ?? null,
		hubs,
		outcomes: rows,
		unit,
		reach: reachWords(choice),
		who: WHO[choice.who].words,
		frontier: frontierRows(question, frontier, unit),
		frontierLabel: frontierLabel(question, unit),
		leftOut,
		leftOutSentence: leftOutSentence(question, leftOut),
		ties: tieRows(question, ties),
		parameters: parameters(question),
		datasets: datasetsOf(question, hubs),
		candidates: question.candidates
	};
}

function headline(
	question: Question,
	asked: OutcomeRow | undefined,
	hubs: number,
	unit: string
): string {
	if (!asked) return 'Nobody lives where the question looks.';
	const { choice, standing } = question;
	const subject = `${capitalise(formatQuantity(hubs, 'new hub'))} ${hubs === 1 ? 'puts' : 'put'}`;
	const within = `${subject} ${formatCount(asked.proposed.within)} of ${people(asked.people, question)}${inFocus(question)} (${formatPercent(asked.proposed.within / asked.people)}) within ${reachWords(choice)} of a hub`;
	const today =
		standing.length === 0 || asked.today === null
			? 'no hub stands today'
			: `with ${standing.length === 1 ? 'the one hub' : `the ${formatCount(standing.length)} hubs`} of today it is ${formatCount(asked.today.within)} (${formatPercent(asked.today.within / asked.people)})`;
	const mean =
		asked.proposed.mean === null || AIMS[choice.aim].model === 'mclp'
			? ''
			: ` The mean journey is ${costWords(asked.proposed.mean, unit)}${asked.today?.mean == null ? '' : `, today ${costWords(asked.today.mean, unit)}`}.`;
	return question.todayUnknown === null
		? `${within}; ${today}.${mean}`
		: `${within}.${mean} Nothing is said of today. ${question.todayUnknown}`;
}

function tieRows(question: Question, ties: readonly NearTie[]): TieRow[] {
	const name = (site: number) => question.sites[site]?.name ?? '';
	const isStanding = new Set(question.standing);
	return ties.map(({ out, into, open, worse }) => ({
		words: `${formatList(into.map(name))} instead of ${formatList(out.map(name))}: ${worse === 0 ? 'as good' : `${formatPercent(worse)} less good`}`,
		plan: open
			.filter((site) => !isStanding.has(site))
			.flatMap((site) => question.sites[site]?.id ?? [])
	}));
}

function datasetsOf(question: Question, hubs: readonly HubRow[]): string[] {
	const shown = new Set(hubs.map(({ id }) => id));
	const lists = question.sites.filter(({ id }) => shown.has(id)).flatMap(({ sources }) => sources);
	return [
		...new Set([
			...WHO[question.choice.who].datasets,
			'centroids-oa21',
			'deprivation-2025',
			'areas-lsoa21',
			...lists
		])
	];
}

/** What a plan is not, said wherever one is shown. */
export const CAVEATS: readonly string[] = [
	'Journeys are estimates: the straight line made 1.3 times longer, at a usual speed. Rivers, lakes and railways without a bridge nearby make real ways longer; buses are not counted.',
	'People are taken to live at the middle of their output area, about 130 households; each output area of a neighbourhood is taken to hold an equal share of its people.',
	'A building in a list may be shut, unfit, too small or unwilling. Opening hours, steps, rooms and rent are not known here: go and look before deciding.',
	'Lists differ by district in how complete they are: a place without listed buildings may have some.',
	'The best plan is best by the aim and the figures above, not by everything that matters.'
];
