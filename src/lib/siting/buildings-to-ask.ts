/**
 * The buildings to ask in the area around each hub of a plan. A model that picks one building out of
 * hundreds knows nothing of its rooms; what it does know is the area. So a hub is an area to look in,
 * and every suitable building there that does nearly as well is one to ask.
 */
import { nearestSites } from '../access/costs.ts';
import { greatCircleKm } from '../access/travel.ts';
import type { Site } from '../access/site.ts';
import { formatCount } from '../text/format.ts';
import type { ListedSite } from './chosen-sites.ts';
import { HUB_KINDS, type HubKind } from './hub-kinds.ts';
import { knownWords } from './known-words.ts';
import { isWithin } from './journeys.ts';
import { WHO } from './people.ts';
import { SMALL } from './plan-words.ts';
import { costToNearest, type Question } from './question.ts';
import { NEAR } from './swaps.ts';

/** Kilometres, as the crow flies, that are still around a hub. */
const AROUND = 1;
/** Buildings of an area that are listed at most. */
const MOST = 8;
/** Where fewer are nearly as good, the next best are listed up to so many. */
const LEAST = 3;

export interface BuildingToAsk {
	id: string;
	name: string;
	/** "Primary school". */
	label: string;
	/** Why its kind suits; empty where the reader chose another kind. */
	why: string;
	address: string | null;
	postcode: string | null;
	/** What is known of it, after "the building is". */
	known: string;
	/** Whether it is the one that the plan counts with. */
	isChosen: boolean;
	/** Whether the plan would lose a hundredth at most with it. */
	isNear: boolean;
	/** What the plan would reach with it, beside what it reaches: "9 fewer babies under one". */
	words: string;
}

/** Buildings to ask around each hub that is not there yet, by the id of the hub's site. */
export function buildingsToAsk(
	question: Question,
	open: readonly number[]
): Map<string, BuildingToAsk[]> {
	const { sites, standing, problem } = question;
	const stands = new Set(standing);
	const costs = new Map<number, Float64Array>();
	const costOf = (site: number) => {
		const known = costs.get(site) ?? costToSite(question, site);
		costs.set(site, known);
		return known;
	};
	const made = open.filter((site) => !stands.has(site));
	return new Map(
		made.flatMap((hub): [string, BuildingToAsk[]][] => {
			const site = sites[hub];
			if (!site) return [];
			const others = costToNearest(
				question,
				open.filter((other) => other !== hub)
			);
			const reached = (one: number) => peopleWithin(question, others, costOf(one));
			const own = reached(hub);
			const free = [...sites.keys()].filter(
				(at) =>
					at !== hub &&
					!open.includes(at) &&
					problem.instance.states[at] === 'candidate' &&
					kmBetween(site, sites[at]) <= AROUND
			);
			const found = free.map((at) => ({ at, less: own - reached(at) }));
			return [[site.id, listed(question, hub, own, found)]];
		})
	);
}

/** In the order in which to ask: nearly as good and best suited first. */
function listed(
	question: Question,
	hub: number,
	own: number,
	others: readonly { at: number; less: number }[]
): BuildingToAsk[] {
	const { sites, choice } = question;
	const isNear = ({ less }: { less: number }) => less <= NEAR * own + 1e-9;
	const rank = ({ at }: { at: number }) => rankOf(question, sites[at]);
	const near = [{ at: hub, less: 0 }, ...others.filter(isNear)].sort(
		(a, b) => rank(a) - rank(b) || a.less - b.less || a.at - b.at
	);
	const next = others
		.filter((one) => !isNear(one))
		.sort((a, b) => a.less - b.less || a.at - b.at)
		.slice(0, Math.max(0, LEAST - near.length));
	const kept = near.slice(0, MOST);
	const chosen = near.find(({ at }) => at === hub);
	if (chosen && !kept.includes(chosen)) kept.splice(-1, 1, chosen);
	return [...kept, ...next].flatMap((one): BuildingToAsk[] => {
		const site = sites[one.at];
		if (!site) return [];
		const suits: HubKind['suits'] = HUB_KINDS[choice.kind].suits;
		return [
			{
				id: site.id,
				name: site.name,
				label: site.label,
				why: suits[rank(one)]?.why ?? '',
				address: site.address,
				postcode: site.postcode,
				known: knownWords(site),
				isChosen: one.at === hub,
				isNear: isNear(one),
				words: one.at === hub ? 'The plan uses this one.' : lossWords(question, one.less)
			}
		];
	});
}

/** How many fewer would have a hub near. */
function lossWords({ choice }: Question, less: number): string {
	const number = Math.abs(less);
	const { noun } = WHO[choice.who];
	if (Math.round(number) === 0) return 'Just as good.';
	if (number < SMALL) {
		return `${less > 0 ? 'Nearly as good' : 'A little better'}: a difference of fewer than 10 ${noun} (estimate).`;
	}
	return `${formatCount(number)} ${less > 0 ? 'fewer' : 'more'} ${noun} would have a hub near (estimate).`;
}

/** Which of the lists that suit the kind of hub a site is of, from 0 for the best suited. */
function rankOf({ choice }: Question, site: ListedSite | undefined): number {
	const suits: HubKind['suits'] = HUB_KINDS[choice.kind].suits;
	const at = suits.findIndex(({ list }) => list === site?.list);
	return at < 0 ? suits.length : at;
}

const kmBetween = (a: Site, b: Site | undefined): number =>
	b ? greatCircleKm(a.longitude, a.latitude, b.longitude, b.latitude) : Infinity;

function costToSite({ facts, sites, travel }: Question, at: number): Float64Array {
	const site = sites[at];
	return nearestSites(facts.points, site ? [site] : [], travel).cost;
}

function peopleWithin(
	{ facts, choice, isAsked, peopleAtPoint }: Question,
	others: Float64Array,
	here: Float64Array
): number {
	let people = 0;
	facts.points.area.forEach((area, at) => {
		const cost = Math.min(others[at] ?? Infinity, here[at] ?? Infinity);
		if (isAsked(area) && isWithin(cost, choice.reach)) people += peopleAtPoint[at] ?? 0;
	});
	return people;
}
