/** The hubs of a plan: where each is, whom it serves, and why it is in the plan. */
import type { Site } from '../access/site.ts';
import { groupOf } from '../areas/region.ts';
import { ASSET_STATUSES } from '../register/kinds.ts';
import { formatCount, formatMonth } from '../text/format.ts';
import { isTold, journeyCell, journeyWords, medianSentence, OUT_OF_REACH } from './journeys.ts';
import { summariseHubs } from './assignment.ts';
import { withWeights } from './instance.ts';
import { fewOr, inFocus, people, SMALL } from './plan-words.ts';
import type { Question } from './question.ts';
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
}

/** Where a building is, in words: "near Eaton, Norwich". */
export function placeOf(question: Question, site: Site): string {
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

/** New hubs first, the one that serves most of all before the others; then what stands. */
export function hubRows(question: Question, plan: PlanToRead['plan']): HubRow[] {
	const { problem, sites, standing, peopleOfDemand, choice } = question;
	const instance = withWeights(problem.instance, peopleOfDemand);
	// Those beyond reach go there, too, where the aim is travel; what a hub is for is told by both.
	const summaries = summariseHubs({ instance, reach: problem.reach }, plan);
	const isStanding = new Set(standing);
	const rows = summaries.flatMap((summary) => {
		const site = sites[summary.site];
		if (!site) return [];
		const stands = isStanding.has(summary.site);
		// As the question asks: others who live near are not counted, so it has to say who is.
		const told = summary.weight < SMALL ? '' : ' (estimate)';
		const goes = `${people(summary.weight, question)}${inFocus(question)}${told} ${stands ? 'have' : 'would have'} it as their nearest hub`;
		const why =
			summary.weight === 0
				? 'It serves nobody that the question is about.'
				: problem.reach === null
					? `${goes}; ${withoutWords(summary.medianWithout, choice.measure)}`
					: `${goes} within reach; for ${formatCount(summary.onlyHere) === formatCount(summary.weight) ? 'all' : fewOr(summary.onlyHere)} of them it ${stands ? 'is' : 'would be'} the only one.`;
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
				median: journeyCell(summary.medianCost, choice.measure),
				medianWords: medianSentence(summary.medianCost, null, choice.measure),
				onlyHere: summary.onlyHere,
				why,
				known: knownWords(site)
			}
		];
	});
	rows.sort(
		(a, b) =>
			Number(a.standing) - Number(b.standing) || b.people - a.people || (a.id < b.id ? -1 : 1)
	);
	return rows.map((row, at) => ({ ...row, number: at + 1 }));
}

function withoutWords(median: number | null, measure: Question['choice']['measure']): string {
	return median !== null && isTold(median, measure)
		? `without it half of them would have up to ${journeyWords(median, measure)} to go.`
		: `without it every hub would be ${OUT_OF_REACH} for more than half of them.`;
}

function knownWords({ status, lastSeen, yours }: Site): string {
	if (yours) return 'one of yours';
	const seen = lastSeen === null ? '' : `, last listed ${formatMonth(lastSeen)}`;
	return `${status === 'verified' ? ASSET_STATUSES.verified : 'not checked on the ground'}${seen}`;
}
