/** Other buildings that would do nearly as well, hub by hub, in words. */
import { formatCount, formatNames, formatQuantity, FORMATS } from '../text/format.ts';
import { placeOf } from './hubs-read.ts';
import type { NearTies } from './near-ties.ts';
import { WHO } from './people.ts';
import { SMALL } from './plan-words.ts';
import type { Plan } from './plan.ts';
import { AIMS, type Question } from './question.ts';

/** A building in place of a hub of the plan. */
export interface Alternative {
	id: string;
	name: string;
	/** "Village hall". */
	label: string;
	place: string;
	/** How much worse the plan is with it, as a share. */
	worse: number;
	/** "within 0.45%: 12 fewer babies under one in mid-2020". */
	words: string;
}

/** A hub of the plan with every building that could take its place at a loss of at most a hundredth. */
export interface HubTies {
	id: string;
	name: string;
	/** "4 other buildings within 1%". */
	words: string;
	/** The least loss first. */
	alternatives: Alternative[];
}

/** A plan that differs in two hubs or more. */
export interface TieRow {
	words: string;
	/** Ids of all new hubs of the plan. */
	plan: string[];
}

export interface TiesReading {
	/** Ways to put one building in the place of one hub. */
	count: number;
	sentence: string;
	/** Ids of the new hubs of the plan that all of this is about: the best one. */
	plan: string[];
	/** Hubs for which there are any, the one with the least loss first. */
	hubs: HubTies[];
	/** Some plans that differ in more. */
	others: TieRow[];
}

const lossShare = (worse: number): string =>
	worse === 0
		? 'just as good'
		: worse < 0.00005
			? 'less than 0.01% worse'
			: `${FORMATS[2](worse * 100)}% worse`;

/** How much worse a plan is, as the aim has it. */
function lossWords({ choice }: Question, best: Plan, objective: number, worse: number): string {
	const { model, fair } = AIMS[choice.aim];
	const share = lossShare(worse);
	if (worse === 0) return share;
	const isOfPeople = choice.core20Weight === 1 && choice.ruralWeight === 1;
	if (model === 'mclp' && !fair && isOfPeople && best.objective !== null) {
		const fewer = Math.round(best.objective - objective);
		const { words } = WHO[choice.who];
		return `${share}: ${fewer < SMALL ? `a difference of fewer than 10 ${words} (estimate)` : `${formatCount(fewer)} fewer ${words}`}`;
	}
	return share;
}

/** All that is nearly as good as the best plan; a sentence alone where nothing is. */
export function readTies(question: Question, best: Plan, ties: NearTies): TiesReading {
	const { sites, standing } = question;
	const isStanding = new Set(standing);
	const idOf = (site: number) => sites[site]?.id ?? '';
	const name = (site: number) => sites[site]?.name ?? '';
	const places = new Map<number, string>();
	const place = (site: number) => {
		const at = sites[site];
		const known = places.get(site) ?? (at ? placeOf(question, at) : '');
		places.set(site, known);
		return known;
	};
	const byHub = new Map<number, Alternative[]>();
	for (const { out, into, objective, worse } of ties.swaps) {
		const alternatives = byHub.get(out) ?? [];
		byHub.set(out, alternatives);
		alternatives.push({
			id: idOf(into),
			name: name(into),
			label: sites[into]?.label ?? '',
			place: place(into),
			worse,
			words: lossWords(question, best, objective, worse)
		});
	}
	const isNew = (site: number) => !isStanding.has(site);
	return {
		count: ties.swaps.length,
		sentence: tiesSentence(ties.swaps.length, byHub.size),
		plan: best.open.filter(isNew).map(idOf),
		hubs: [...byHub].map(([out, alternatives]) => ({
			id: idOf(out),
			name: name(out),
			words: `${formatQuantity(alternatives.length, 'other building')} within 1%`,
			alternatives
		})),
		others: ties.others.map(({ out, into, open, worse }) => ({
			words: `${formatNames(into.map(name))} instead of ${formatNames(out.map(name))}: ${lossShare(worse)}`,
			plan: open.filter(isNew).map(idOf)
		}))
	};
}

function tiesSentence(count: number, hubs: number): string {
	if (count === 0) {
		return 'Swapping any one building for another would make the plan more than 1% worse by its aim.';
	}
	const ways = count === 1 ? 'is one way' : `are ${formatQuantity(count, 'way')}`;
	return `There ${ways} to swap one building, at ${formatQuantity(hubs, 'hub')}, that would make the plan at most 1% worse by its aim. Local knowledge may well favour one of them.`;
}

/** Every single change in one list, the least loss first: hub and building in its place. */
export const allAlternatives = ({
	hubs
}: Pick<TiesReading, 'hubs'>): { hub: HubTies; alternative: Alternative }[] =>
	hubs
		.flatMap((hub) => hub.alternatives.map((alternative) => ({ hub, alternative })))
		.sort((a, b) => a.alternative.worse - b.alternative.worse);
