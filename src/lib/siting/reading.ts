/**
 * A plan in words: why there, what is gained, who is still left out, and how it is known to be
 * the best. Map, page, print and downloads all read this one object. Nothing in it is weighted:
 * people are people.
 */
import type { Site } from '../access/site.ts';
import { ASSET_STATUSES } from '../register/kinds.ts';
import { groupOf } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatList,
	formatMonth,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { summariseHubs } from './assignment.ts';
import { BUILDINGS } from './buildings.ts';
import { withWeights } from './instance.ts';
import type { NearTie } from './near-ties.ts';
import { outcomes, type OutcomeRow } from './outcome.ts';
import { FOCUS, WHO } from './people.ts';
import { proofWords, type Plan } from './plan.ts';
import { AIMS, costToNearest, reachWords, type Question } from './question.ts';

export interface HubRow {
	/** Id of the site. */
	id: string;
	/** As on the map. */
	number: number;
	name: string;
	/** "Village hall". */
	label: string;
	/** Whether it is a hub today. */
	standing: boolean;
	longitude: number;
	latitude: number;
	/** Where it is, in words: community and district. */
	place: string;
	/** People the question is about who go there. */
	people: number;
	/** Their mean journey, in the unit of the question; null where nobody goes. */
	mean: number | null;
	/** Of them, those no other hub of the plan would serve within reach. */
	onlyHere: number;
	/** Why it is in the plan. */
	why: string;
	/** What is known of the building. */
	known: string;
}

export interface FrontierRow {
	/** New hubs. */
	hubs: number;
	/** People within reach, or cost, as the aim has it. */
	value: number;
	status: Plan['status'];
	sentence: string;
}

export interface LeftOut {
	/** Of the people asked about, those without a hub within reach. */
	people: number;
	/** Of them, those for whom no building of the lists is within reach either. */
	never: number;
	communities: { code: string; name: string; district: string; people: number }[];
}

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

export interface PlanToRead {
	question: Question;
	/** Plan to show. */
	plan: Pick<Plan, 'open' | 'siteOf' | 'costOf'> & Partial<Plan>;
	/** The best the model found; the same unless the reader chose the plan. */
	best: Plan | null;
	isOwn: boolean;
	frontier: readonly Plan[];
	ties: readonly NearTie[];
}

const round = (value: number): string =>
	value >= 10 ? formatCount(value) : String(Math.round(value * 10) / 10);

/** "23 minutes", "2.4 km". */
export const costWords = (value: number, unit: string): string => `${round(value)} ${unit}`;

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
		headline: headline(question, asked, hubs.filter(({ standing }) => !standing).length, unit),
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

const people = (count: number, question: Question): string =>
	`${formatCount(count)} ${WHO[question.choice.who].words}`;

const inFocus = ({ choice }: Question): string =>
	choice.focus === 'all' ? '' : ` in ${FOCUS[choice.focus].words}`;

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
		standing.length === 0
			? 'no hub stands today'
			: `with ${standing.length === 1 ? 'the one hub' : `the ${formatCount(standing.length)} hubs`} of today it is ${formatCount(asked.today.within)} (${formatPercent(asked.today.within / asked.people)})`;
	const mean =
		asked.proposed.mean === null || AIMS[choice.aim].model === 'mclp'
			? ''
			: ` The mean journey is ${costWords(asked.proposed.mean, unit)}${asked.today.mean === null ? '' : `, today ${costWords(asked.today.mean, unit)}`}.`;
	return `${within}; ${today}.${mean}`;
}

/** How good the best plan found is known to be, and what that means. */
export function proofSentence(
	question: Question,
	best: Pick<Plan, 'status' | 'gap' | 'open'>
): string {
	const words = capitalise(proofWords(best));
	const { choice, candidates } = question;
	if (best.status !== 'optimal') {
		return best.gap === null
			? `${words}.`
			: `${words}: a bound says how much better any other plan could be.`;
	}
	const number = best.open.length - question.standing.length;
	const of = `the ${formatCount(candidates)} buildings that could be chosen`;
	return AIMS[choice.aim].model === 'lscp'
		? `${words}: no smaller number of ${of} reaches as many.`
		: `${words}: of ${of}, no other ${formatQuantity(number, 'site')} ${number === 1 ? 'does' : 'do'} better by this aim.`;
}

function ownWords(question: Question, plan: PlanToRead['plan'], best: Plan | null): string {
	if (!best) return 'Your own plan.';
	const asked = (open: readonly number[]) => {
		const rows = outcomes(question, open);
		return rows.find(({ id }) => id === 'focus') ?? rows[0];
	};
	const own = asked(plan.open);
	const other = asked(best.open);
	if (!own || !other) return 'Your own plan.';
	const extra = plan.open.length - best.open.length;
	const size =
		extra === 0
			? 'the best plan of as many hubs'
			: `the best plan, which has ${formatQuantity(Math.abs(extra), 'hub')} ${extra > 0 ? 'fewer' : 'more'},`;
	const less = Math.round(other.proposed.within) - Math.round(own.proposed.within);
	const reach =
		less === 0
			? `as many within reach as ${size}`
			: `${formatCount(Math.abs(less))} ${less > 0 ? 'fewer' : 'more'} within reach than ${size}`;
	return `Your own plan: ${reach}${extra === 0 || less === 0 ? '' : ' does'}.`;
}

function placeOf(question: Question, site: Site): string {
	const { areas } = question.facts;
	if (!site.inside && !site.yours) return 'across the border';
	let nearest = -1;
	let best = Infinity;
	const narrow = Math.cos((site.latitude * Math.PI) / 180);
	areas.longitude.forEach((longitude, area) => {
		const far = Math.hypot(
			(longitude - site.longitude) * narrow,
			(areas.latitude[area] ?? NaN) - site.latitude
		);
		if (far < best) {
			best = far;
			nearest = area;
		}
	});
	if (nearest < 0) return '';
	return `near ${groupOf(areas, 'msoa', nearest).name}, ${groupOf(areas, 'district', nearest).name}`;
}

function hubRows(question: Question, plan: PlanToRead['plan'], unit: string): HubRow[] {
	const { problem, sites, standing, peopleOfDemand, choice } = question;
	const instance = withWeights(problem.instance, peopleOfDemand);
	// Those beyond reach go there, too, where the aim is travel; what a hub is for is told by both.
	const summaries = summariseHubs({ instance, reach: problem.reach }, plan);
	const isStanding = new Set(standing);
	const rows = summaries.flatMap((summary) => {
		const site = sites[summary.site];
		if (!site) return [];
		const stands = isStanding.has(summary.site);
		const { words } = WHO[choice.who];
		const goes = `${formatCount(summary.weight)} ${words} have it as their nearest hub`;
		const why =
			summary.weight === 0
				? 'It serves nobody that the question is about.'
				: problem.reach === null
					? `${goes}; without it they would go ${costWords(summary.fartherWithout / summary.weight, unit)} farther on average.`
					: `${goes} within reach; for ${formatCount(summary.onlyHere) === formatCount(summary.weight) ? 'all' : formatCount(summary.onlyHere)} of them it is the only one.`;
		return [
			{
				id: site.id,
				number: 0,
				name: site.name,
				label: site.label,
				standing: stands,
				longitude: site.longitude,
				latitude: site.latitude,
				place: placeOf(question, site),
				people: summary.weight,
				mean: summary.meanCost,
				onlyHere: summary.onlyHere,
				why,
				known: knownWords(site)
			}
		];
	});
	// New hubs first, the one that serves most of all before the others; then what stands.
	rows.sort(
		(a, b) =>
			Number(a.standing) - Number(b.standing) || b.people - a.people || (a.id < b.id ? -1 : 1)
	);
	return rows.map((row, at) => ({ ...row, number: at + 1 }));
}

function knownWords({ status, lastSeen, yours }: Site): string {
	if (yours) return 'one of yours';
	const seen = lastSeen === null ? '' : `, last listed ${formatMonth(lastSeen)}`;
	return `${status === 'verified' ? ASSET_STATUSES.verified : 'not checked on the ground'}${seen}`;
}

function whoIsLeftOut(question: Question, open: readonly number[]): LeftOut {
	const { facts, choice, peopleAtPoint, problem } = question;
	const limit = choice.reach * (1 + 1e-8);
	const cost = costToNearest(question, open);
	const could = problem.instance.states.flatMap((state, at) => (state === 'excluded' ? [] : [at]));
	const nearestOfAll = costToNearest(question, could);
	const byCommunity = new Map<string, LeftOut['communities'][number]>();
	let all = 0;
	let never = 0;
	facts.points.area.forEach((area, at) => {
		const here = peopleAtPoint[at] ?? 0;
		if (here <= 0 || !question.isAsked(area) || (cost[at] ?? Infinity) <= limit) return;
		all += here;
		if ((nearestOfAll[at] ?? Infinity) > limit) never += here;
		const { code, name } = groupOf(facts.areas, 'msoa', area);
		const known = byCommunity.get(code) ?? {
			code,
			name,
			district: groupOf(facts.areas, 'district', area).name,
			people: 0
		};
		known.people += here;
		byCommunity.set(code, known);
	});
	return {
		people: all,
		never,
		communities: [...byCommunity.values()].sort(
			(a, b) => b.people - a.people || (a.code < b.code ? -1 : 1)
		)
	};
}

const NAMED = 4;

function leftOutSentence(
	question: Question,
	{ people: left, never, communities }: LeftOut
): string {
	if (Math.round(left) === 0) {
		return `Everyone the question is about has a hub within ${reachWords(question.choice)}.`;
	}
	const named = communities
		.slice(0, NAMED)
		.map(({ name, district, people: here }) => `${name}, ${district} (${formatCount(here)})`);
	const more = communities.length - named.length;
	const places =
		more > 0
			? `${named.join('; ')} and ${formatQuantity(more, 'community', 'communities')} more`
			: named.join('; ');
	const nobody =
		Math.round(never) === 0
			? ''
			: ` For ${formatCount(never)} of them none of the listed buildings is within reach, so no choice among them would help: they need a visit, transport or another building.`;
	return `${people(left, question)}${inFocus(question)} still have no hub within ${reachWords(question.choice)}. Most of them live in ${places}.${nobody}`;
}

function frontierLabel(question: Question, unit: string): string {
	const words = WHO[question.choice.who].words;
	switch (AIMS[question.choice.aim].model) {
		case 'mclp':
			return `${words} within reach`;
		case 'p-center':
			return `longest journey, ${unit}`;
		default:
			return `mean journey, ${unit}`;
	}
}

function frontierRows(question: Question, frontier: readonly Plan[], unit: string): FrontierRow[] {
	const { peopleOfDemand, standing, choice } = question;
	const { model } = AIMS[choice.aim];
	let all = 0;
	for (const here of peopleOfDemand) all += here;
	const values = frontier.map(({ siteOf, costOf }) => {
		let served = 0;
		let travel = 0;
		let worst = 0;
		siteOf.forEach((site, i) => {
			if (site < 0) return;
			const here = peopleOfDemand[i] ?? 0;
			served += here;
			travel += here * (costOf[i] ?? 0);
			worst = Math.max(worst, costOf[i] ?? 0);
		});
		return model === 'mclp' ? served : model === 'p-center' ? worst : travel / all;
	});
	return frontier.flatMap((plan, at) => {
		const hubs = plan.open.length - standing.length;
		if (hubs < 0) return [];
		const value = values[at] ?? NaN;
		const before = values[at - 1];
		const which = capitalise(`the ${ordinal(hubs)} new hub`);
		const sentence =
			hubs === 0
				? `Today: ${model === 'mclp' ? people(value, question) : costWords(value, unit)}.`
				: before === undefined
					? `${which}: ${model === 'mclp' ? `${people(value, question)} within reach` : costWords(value, unit)}.`
					: model === 'mclp'
						? `${which} brings ${formatCount(Math.max(0, value - before))} more within reach.`
						: `${which} takes ${costWords(Math.max(0, before - value), unit)} off the ${model === 'p-center' ? 'longest' : 'mean'} journey.`;
		return [{ hubs, value, status: plan.status, sentence }];
	});
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

function parameters({
	choice,
	standing,
	candidates
}: Question): { label: string; value: string }[] {
	const lists = (ids: Question['choice']['candidates']) =>
		ids.length === 0 ? 'none' : formatList(ids.map((id) => BUILDINGS[id].title));
	const weights = [
		...(choice.core20Weight === 1
			? []
			: [`people in Core20 neighbourhoods count ${choice.core20Weight} times`]),
		...(choice.ruralWeight === 1
			? []
			: [`people in rural neighbourhoods count ${choice.ruralWeight} times`])
	];
	return [
		{
			label: 'For whom',
			value: `${WHO[choice.who].title} (${WHO[choice.who].period}), ${FOCUS[choice.focus].title.toLowerCase()}`
		},
		...(weights.length === 0 ? [] : [{ label: 'Weights', value: formatList(weights) }]),
		{ label: 'Aim', value: AIMS[choice.aim].title },
		...(choice.aim === 'fewest' ? [] : [{ label: 'New hubs', value: String(choice.hubs) }]),
		{ label: 'Within reach', value: reachWords(choice) },
		{
			label: 'Could be chosen',
			value: `${lists(choice.candidates)}${choice.verifiedOnly ? ', verified only' : ''}: ${formatCount(candidates)} buildings`
		},
		{
			label: 'Stands already',
			value: `${lists(choice.standing)}: ${formatCount(standing.length)}`
		},
		...(choice.fixed.length === 0 ? [] : [{ label: 'Must be in', value: choice.fixed.join(', ') }]),
		...(choice.excluded.length === 0
			? []
			: [{ label: 'Left out', value: choice.excluded.join(', ') }])
	];
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
	'Journeys are estimates: the straight line made 1.3 times longer, at a usual speed. Rivers, broads and railways without a bridge nearby make real ways longer; buses are not counted.',
	'People are taken to live at the middle of their output area, about 130 households; each output area of a neighbourhood is taken to hold an equal share of its people.',
	'A building in a list may be shut, unfit, too small or unwilling. Opening hours, steps, rooms and rent are not known here: go and look before deciding.',
	'Lists differ by district in how complete they are: a place without listed buildings may have some.',
	'The best plan is best by the aim and the figures above, not by everything that matters.'
];

/** Sites with words for each that no other of them has, so that one can be chosen by them. */
export function toldApart(sites: readonly Site[]): (Site & { words: string })[] {
	const times = new Map<string, number>();
	return sites.map((site) => {
		const words = `${site.name} (${site.label})`;
		const before = times.get(words) ?? 0;
		times.set(words, before + 1);
		return { ...site, words: before === 0 ? words : `${words} ${before + 1}` };
	});
}
