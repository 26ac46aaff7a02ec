/** What the residents of each area have in reach: what the evidence of an area is made of. */
import { meansOver, type ResidentPoints } from '../access/resident-points.ts';
import type { NearestSite } from './answer.ts';
import { catchmentByPoint, countByPoint, nearestByPoint, onlyVouched } from './provision.ts';
import type { GapsRequest } from './request.ts';
import type { Workbench } from './workbench.ts';
import type { Site } from '../access/site.ts';
import { formatNumber } from '../text/format.ts';

type Groups = readonly (readonly number[])[];

/**
 * Everything about reach, worked out once by resident point: what comes back says it for the residents
 * of groups of neighbourhoods.
 */
export function figuresOfReach(bench: Workbench, request: GapsRequest) {
	const { points } = bench.edition(request.edition);
	const counts = countByPoint(bench, request);
	const nearest = nearestByPoint(bench, request);
	const noneOf = (of: Float64Array) =>
		of.map((count) => (Number.isNaN(count) ? NaN : Number(count === 0)));
	const none = noneOf(counts);
	const e2sfca = catchmentByPoint(bench, request);
	const only = onlyVouched(bench, request);
	const vouched = only && {
		counts: countByPoint(bench, request, only),
		nearest: nearestByPoint(bench, request, only).cost
	};
	return (groups: Groups) => {
		const means = (values: ArrayLike<number>) => meansOver(points, values, groups);
		return {
			count: means(counts),
			none: means(none),
			e2sfca: means(e2sfca),
			nearest: means(nearest.cost),
			vouched: vouched && {
				count: means(vouched.counts),
				none: means(noneOf(vouched.counts)),
				nearest: means(vouched.nearest)
			},
			nearestSites: nearestSitesOf(points, nearest, groups)
		};
	};
}

/** Of each group the site that is nearest to most of its residents. */
function nearestSitesOf(
	points: ResidentPoints,
	nearest: ReturnType<typeof nearestByPoint>,
	groups: Groups
): (NearestSite | null)[] {
	const names = namesAtOnePoint(nearest.sites);
	const weights = groups.map(() => new Map<number, number>());
	const groupOf = new Map(groups.flatMap((areas, group) => areas.map((area) => [area, group])));
	for (let at = 0; at < points.area.length; at++) {
		const site = nearest.site[at] ?? -1;
		const of = weights[groupOf.get(points.area[at] ?? -1) ?? -1];
		if (site >= 0 && of) of.set(site, (of.get(site) ?? 0) + (points.residents[at] ?? 0));
	}
	return weights.map((of): NearestSite | null => {
		let total = 0;
		let best: [number, number] | null = null;
		for (const [site, people] of of) {
			total += people;
			if (!best || people > best[1]) best = [site, people];
		}
		const site = best ? nearest.sites[best[0]] : undefined;
		return site && best
			? {
					id: site.id,
					name: names.get(pointOf(site)) ?? site.name,
					label: site.label,
					share: best[1] / total
				}
			: null;
	});
}

type Placed = Pick<Site, 'name' | 'longitude' | 'latitude'>;
const pointOf = ({ longitude, latitude }: Placed): string => `${longitude} ${latitude}`;

/**
 * What is said of sites at one point, by the point: which of them is the nearest there is no saying.
 * "Hall A", "Hall A or Hall B", "Hall A, or two others at one address".
 */
export function namesAtOnePoint(sites: readonly Placed[]): ReadonlyMap<string, string> {
	const names = new Map<string, string[]>();
	for (const site of sites) {
		const point = pointOf(site);
		names.set(point, [...new Set([...(names.get(point) ?? []), site.name])]);
	}
	return new Map(
		[...names].map(([point, [first = '', ...others]]) => [
			point,
			others.length === 0
				? first
				: others.length === 1
					? `${first} or ${others[0] ?? ''}`
					: `${first}, or ${formatNumber(others.length)} others at one address`
		])
	);
}
