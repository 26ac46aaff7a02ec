/** The hubs of a plan: where each is, whom it serves, and why it is in the plan. */
import type { Site } from '../access/site.ts';
import { groupOf } from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import { buildingsToAsk, type BuildingToAsk } from './buildings-to-ask.ts';
import { knownWords } from './known-words.ts';
import { isTold, journeyCell, journeyWords, medianSentence, OUT_OF_REACH } from './journeys.ts';
import { summariseHubs, type HubSummary } from './assignment.ts';
import { withWeights } from './instance.ts';
import { WHO } from './people.ts';
import { fewOr, inFocus } from './plan-words.ts';
import { nearWords, type Question } from './question.ts';
import type { PlanToRead } from './plan-to-read.ts';

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
	/** "Nearest hub in reach for", before the number. */
	forWhom: string;
	/** Half of them have at most this to go, in the unit of the question; "out of reach" beyond the last step, null where nobody goes. */
	median: number | string | null;
	/** The same in a sentence; empty where nobody goes. */
	medianWords: string;
	/** Of them, those no other hub of the plan would serve within reach. */
	onlyHere: number;
	/** Why it is in the plan. */
	why: string;
	/** What is known of the building. */
	known: string;
	/** The area to look in: "Mile Cross", or the name of the building across the border. */
	area: string;
	/** District of the area. */
	district: string;
	/** Buildings there, the one that the plan counts with among them; none where a hub stands. */
	buildings: BuildingToAsk[];
	/** Whether a reader put it there: the best plan has none in this building. */
	isOwn: boolean;
}

/** Community and district of a building; null across the border. */
export function areaOf(question: Question, site: Site): { area: string; district: string } | null {
	const { areas } = question.facts;
	if (!site.inside && !site.yours) return null;
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
	if (nearest < 0) return null;
	return {
		area: groupOf(areas, 'msoa', nearest).name,
		district: groupOf(areas, 'district', nearest).name
	};
}

/** Where a building is, in words: "near Eaton, Norwich". */
export function placeOf(question: Question, site: Site): string {
	const found = areaOf(question, site);
	return found ? `near ${found.area}, ${found.district}` : 'across the border';
}

/**
 * New hubs first, the one that serves most of all before the others; then what stands. `best` are the
 * sites that the model would open, where the plan is a reader's own.
 */
export function hubRows(
	question: Question,
	plan: PlanToRead['plan'],
	best: readonly number[] | null
): HubRow[] {
	const { problem, sites, standing, peopleOfDemand, choice } = question;
	const instance = withWeights(problem.instance, peopleOfDemand);
	// Those beyond reach go there, too, where the aim is travel; what a hub is for is told by both.
	const summaries = summariseHubs({ instance, reach: problem.reach }, plan);
	const isStanding = new Set(standing);
	const toAsk = buildingsToAsk(question, plan.open);
	const rows = summaries.flatMap((summary) => {
		const site = sites[summary.site];
		if (!site) return [];
		const stands = isStanding.has(summary.site);
		const why = whyThere(question, summary, stands);
		const where = areaOf(question, site);
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
				forWhom: question.problem.reach === null ? 'Nearest hub for' : 'Nearest hub in reach for',
				median: journeyCell(summary.medianCost, choice.measure),
				medianWords: medianSentence(summary.medianCost, null, choice.measure),
				onlyHere: summary.onlyHere,
				why,
				known: knownWords(site),
				area: where?.area ?? site.name,
				district: where?.district ?? '',
				buildings: toAsk.get(site.id) ?? [],
				isOwn: best !== null && !best.includes(summary.site)
			}
		];
	});
	rows.sort(
		(a, b) =>
			Number(a.standing) - Number(b.standing) || b.people - a.people || (a.id < b.id ? -1 : 1)
	);
	return rows.map((row, at) => ({ ...row, number: at + 1 }));
}

/** " within a 20-minute walk": a plan for those in reach counts nobody beyond. */
const within = ({ problem, choice }: Question): string =>
	problem.reach === null ? '' : ` within ${nearWords(choice)}`;

/** Whom a hub is for, in a sentence or two. */
function whyThere(
	question: Question,
	{ weight, onlyHere, medianWithout }: HubSummary,
	stands: boolean
): string {
	const { choice, problem } = question;
	// As the question asks: others who live near are not counted, so it has to say who is.
	const is = stands ? 'is' : 'would be';
	const { noun, asOf } = WHO[choice.who];
	if (weight === 0) {
		return `It ${is} the nearest hub${within(question)} for no ${noun}${inFocus(question)}.`;
	}
	const nearest = `It ${is} the nearest hub${within(question)} for ${fewOr(weight)} ${noun}${inFocus(question)} (estimate, ${asOf})`;
	if (problem.reach === null) return `${nearest}; ${withoutWords(medianWithout, choice.measure)}`;
	const all = formatCount(onlyHere) === formatCount(weight);
	return all
		? `${nearest}. No other hub ${is} within ${nearWords(choice)} of them.`
		: onlyHere === 0
			? `${nearest}. All of them ${stands ? 'have' : 'would have'} another within ${nearWords(choice)}.`
			: `${nearest}. For ${fewOr(onlyHere)} of them no other ${is} within ${nearWords(choice)}.`;
}

function withoutWords(median: number | null, measure: Question['choice']['measure']): string {
	return median !== null && isTold(median, measure)
		? `without it half of them would have up to ${journeyWords(median, measure)} to go.`
		: `without it every hub would be ${OUT_OF_REACH} for more than half of them.`;
}
