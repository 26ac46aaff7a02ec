/**
 * A plan in words: why there, what is gained, who is still left out, and how it is known to be
 * the best. Map, page, print and downloads all read this one object. Nothing in it is weighted:
 * people are people.
 */
import { isByCar, percentWords, withoutCar } from '../access/cars.ts';
import { unevenSentence, unevenShare } from '../access/uneven.ts';
import { formatWholePercent } from '../text/format.ts';
import { parameters } from './asked.ts';
import { frontierLabel, type FrontierRow, frontierRows } from './frontier-read.ts';
import { type GroupGain, groupGains, type OfferedPlan } from './gains.ts';
import { type HubRow, hubRows } from './hubs-read.ts';
import { totalSentence } from './headline.ts';
import { beyondWords, isWithin, stepsOf, unitOf } from './journeys.ts';
import { type LeftOut, leftOutSentence, whoIsLeftOut } from './left-out.ts';
import { type OutcomeRow, outcomes } from './outcome.ts';
import { FOCUS, WHO } from './people.ts';
import type { PlanToRead } from './plan-to-read.ts';
import type { Plan } from './plan.ts';
import { ownWords, proofSentence } from './proof-words.ts';
import { costToNearest, type Question, reachWords } from './question.ts';
import { readTies, type TiesReading } from './ties-read.ts';
import { ifOpenSentence, oldListingsSentence, unconfirmedSentence } from './unconfirmed.ts';

export interface SitingReading {
	/** What the plan brings all that are asked about, then each group that hubs are meant for. */
	headline: string;
	/** The first of these alone. */
	total: string;
	/** What is known of hubs today, and what those that nothing confirms would change; may be empty. */
	today: string;
	/** The last of these: what is to be known beside a headline by car. */
	beside: string[];
	/** What the headline's share could be if residents were spread unevenly; empty without people. */
	uneven: string;
	/** "Best for these estimates", "At most 0.4% from the best possible", with what that means. */
	proof: string;
	status: Plan['status'] | 'own';
	gap: number | null;
	hubs: HubRow[];
	gains: GroupGain[];
	/** Plans for groups that this one hardly serves. */
	offers: readonly OfferedPlan[];
	outcomes: OutcomeRow[];
	/** "minutes" or "km". */
	unit: string;
	/** "20 minutes on foot". */
	reach: string;
	/** Up to where people are counted, ascending; in the unit. */
	steps: number[];
	/** The one of them that the question calls near. */
	near: number;
	/** From where on a hub is out of reach: "over 60 minutes". */
	beyond: string;
	/** "babies under one in mid-2020". */
	who: string;
	frontier: FrontierRow[];
	/** What the value of the frontier is. */
	frontierLabel: string;
	leftOut: LeftOut;
	leftOutSentence: string;
	/** Null while they are not worked out. */
	ties: TiesReading | null;
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
	ties,
	offers = []
}: PlanToRead): SitingReading {
	const { choice } = question;
	const unit = unitOf(choice.measure);
	const rows = outcomes(question, plan.open);
	const hubs = hubRows(question, plan, isOwn ? (best?.open ?? null) : null);
	const leftOut = whoIsLeftOut(question, plan.open);
	const asked = rows.find(({ id }) => id === 'focus') ?? rows[0];
	const gains = groupGains(question, rows);
	const made = hubs.filter(({ standing }) => !standing).length;
	const total = [totalSentence(question, asked, made), oldListingsSentence(question, plan.open)]
		.filter(Boolean)
		.join(' ');
	const today = [
		question.todayUnknown ?? '',
		unconfirmedSentence(question, plan.open),
		ifOpenSentence(question, plan.open)
	]
		.filter(Boolean)
		.join(' ');
	const beside = besideCar(question);
	return {
		headline: [total, ...gains.map(({ sentence }) => sentence), ...beside, today]
			.filter(Boolean)
			.join(' '),
		total,
		today,
		beside,
		uneven: asked ? unevenWords(question, plan.open, asked) : '',
		proof: isOwn ? ownWords(question, plan, best) : best ? proofSentence(question, best) : '',
		status: isOwn ? 'own' : (best?.status ?? 'feasible'),
		gap: best?.gap ?? null,
		hubs,
		gains,
		offers,
		outcomes: rows,
		unit,
		reach: reachWords(choice),
		steps: stepsOf(choice),
		near: choice.reach,
		beyond: beyondWords(choice.measure),
		who: WHO[choice.who].words,
		frontier: frontierRows(question, frontier),
		frontierLabel: frontierLabel(question, unit),
		leftOut,
		leftOutSentence: leftOutSentence(question, leftOut),
		ties: best && ties ? readTies(question, best, ties) : null,
		parameters: parameters(question),
		datasets: datasetsOf(question, beside.length > 0),
		candidates: question.candidates
	};
}

/** Beside a headline by car: how many households have none where the question looks. */
function besideCar({ choice, facts: { cars, areas }, isAsked }: Question): string[] {
	if (!cars || !isByCar({ mode: choice.mode, unit: choice.measure })) return [];
	const share = withoutCar(cars, [...areas.codes.keys()].filter(isAsked));
	return share === null
		? []
		: [
				`Of the households ${choice.focus === 'all' ? 'of the region' : `in ${FOCUS[choice.focus].words}`}, ${percentWords(share)} have no car or van (Census 2021).`
			];
}

/** How much the share within reach hangs on where in a neighbourhood its people live. */
function unevenWords(question: Question, open: readonly number[], asked: OutcomeRow): string {
	const { choice, facts, peopleAtPoint, isAsked } = question;
	const cost = costToNearest(question, open);
	const range = unevenShare(
		facts.points,
		peopleAtPoint,
		(at) => isWithin(cost[at] ?? Infinity, choice.reach),
		(at) => isAsked(facts.points.area[at] ?? -1)
	);
	const figure = formatWholePercent(asked.proposed.within / asked.people);
	return range ? unevenSentence(range, figure, formatWholePercent) : '';
}

/** `byCar`: whether households without a car stand beside. */
function datasetsOf({ choice, facts, lists }: Question, byCar: boolean): string[] {
	return [
		...new Set([
			...WHO[choice.who].datasets,
			...(byCar ? (facts.cars?.datasets ?? []) : []),
			'centroids-oa21',
			'deprivation-2025',
			'residents-2021-age',
			'areas-lsoa21',
			...lists
		])
	];
}

/** What a plan is not, said wherever one is shown. */
export const CAVEATS: readonly string[] = [
	'Journeys are estimates: the straight line times 1.3, at a usual speed. Real journeys are longer where there is no bridge over a river, lake or railway. Buses are not counted.',
	'We place people at the middle of their output area, which has about 130 households. We share the people of a neighbourhood equally among its output areas.',
	'A building on a list may be shut, unsuitable or too small, or its owners may not want a hub. We do not know about opening hours, steps, rooms or rent. Go and look before deciding.',
	'Some districts have fuller lists than others. An area without listed buildings may have some.',
	'The best plan is best only by the aim and figures above, not by everything that matters.'
];
