/** Who goes where, as lines from hubs to neighbourhoods. */
import type { PlanLine } from './export.ts';
import type { Plan } from './plan.ts';
import type { Question } from './question.ts';
import type { HubRow } from './hubs-read.ts';

/** A line for each hub and neighbourhood some of whose people go there, in the order of neighbourhoods. */
export function planLines(
	question: Question,
	plan: Pick<Plan, 'siteOf'>,
	hubs: readonly HubRow[]
): PlanLine[] {
	const numberOf = new Map(hubs.map(({ id, number }) => [id, number]));
	const { areas } = question.facts;
	const sums = new Map<string, { area: number; site: number; people: number }>();
	plan.siteOf.forEach((site, i) => {
		if (site < 0) return;
		const area = question.areaOfDemand[i] ?? -1;
		const key = `${area}/${site}`;
		const sum = sums.get(key) ?? { area, site, people: 0 };
		sum.people += question.peopleOfDemand[i] ?? 0;
		sums.set(key, sum);
	});
	return [...sums.values()].flatMap(({ area, site, people }): PlanLine[] => {
		const to = question.sites[site];
		const hub = to && numberOf.get(to.id);
		if (!to || hub === undefined) return [];
		return [
			{
				hub,
				from: [to.longitude, to.latitude],
				to: [areas.longitude[area] ?? NaN, areas.latitude[area] ?? NaN],
				area: areas.codes[area] ?? '',
				people
			}
		];
	});
}
