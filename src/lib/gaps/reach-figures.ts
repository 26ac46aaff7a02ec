/** What the residents of each area have in reach: what the evidence of an area is made of. */
import { meansOver } from '../access/resident-points.ts';
import type { NearestSite } from './answer.ts';
import { catchmentByPoint, countByPoint, nearestByPoint } from './provision.ts';
import type { GapsRequest } from './request.ts';
import type { Workbench } from './workbench.ts';

/** Everything about reach at once, for the residents of groups of neighbourhoods. */
export function figuresOfReach(
	bench: Workbench,
	request: GapsRequest,
	groups: readonly (readonly number[])[]
) {
	const { points } = bench.edition(request.edition);
	const counts = countByPoint(bench, request);
	const nearest = nearestByPoint(bench, request);
	const means = (values: ArrayLike<number>) => meansOver(points, values, groups);
	const weights = groups.map(() => new Map<number, number>());
	const groupOf = new Map(groups.flatMap((areas, group) => areas.map((area) => [area, group])));
	for (let at = 0; at < points.area.length; at++) {
		const site = nearest.site[at] ?? -1;
		const of = weights[groupOf.get(points.area[at] ?? -1) ?? -1];
		if (site >= 0 && of) of.set(site, (of.get(site) ?? 0) + (points.residents[at] ?? 0));
	}
	return {
		count: means(counts),
		none: means(counts.map((count) => (Number.isNaN(count) ? NaN : Number(count === 0)))),
		e2sfca: means(catchmentByPoint(bench, request)),
		nearest: means(nearest.cost),
		nearestSites: weights.map((of): NearestSite | null => {
			let total = 0;
			let best: [number, number] | null = null;
			for (const [site, people] of of) {
				total += people;
				if (!best || people > best[1]) best = [site, people];
			}
			const site = best ? nearest.sites[best[0]] : undefined;
			return site && best
				? { id: site.id, name: site.name, label: site.label, share: best[1] / total }
				: null;
		})
	};
}
