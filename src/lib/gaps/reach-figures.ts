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
		nearest: nearestByPoint(bench, request, only)
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
				nearest: means(vouched.nearest.cost)
			},
			nearestSites: nearestSitesOf(points, nearest, vouched?.nearest ?? null, groups)
		};
	};
}

type Nearest = ReturnType<typeof nearestByPoint>;

/** Of each group the site that is nearest to most of its residents. */
function nearestSitesOf(
	points: ResidentPoints,
	nearest: Nearest,
	vouched: Nearest | null,
	groups: Groups
): (NearestSite | null)[] {
	const names = namesAtOnePoint(nearest.sites);
	const all = peopleBySpot(points, nearest, groups);
	const others = vouched && peopleBySpot(points, vouched, groups);
	const shareOf = (spots: ReadonlyMap<string, Spot> | undefined, spot: string): number => {
		const total = [...(spots?.values() ?? [])].reduce((sum, { people }) => sum + people, 0);
		return total === 0 ? 0 : (spots?.get(spot)?.people ?? 0) / total;
	};
	return all.map((spots, group): NearestSite | null => {
		let best: Spot | null = null;
		for (const one of spots.values()) if (!best || one.people > best.people) best = one;
		if (!best) return null;
		const { site } = best;
		const spot = pointOf(site);
		return {
			id: site.id,
			name: names.get(spot) ?? site.name,
			label: site.label,
			share: shareOf(spots, spot),
			vouched: others && shareOf(others[group], spot)
		};
	});
}

/** The people of a group to whom a site is the nearest; of several at one point the first stands for all. */
interface Spot {
	site: Site;
	people: number;
}

function peopleBySpot(
	points: ResidentPoints,
	{ site: nearest, sites }: Nearest,
	groups: Groups
): Map<string, Spot>[] {
	const spots = groups.map(() => new Map<string, Spot>());
	const groupOf = new Map(groups.flatMap((areas, group) => areas.map((area) => [area, group])));
	for (let at = 0; at < points.area.length; at++) {
		const site = sites[nearest[at] ?? -1];
		const of = spots[groupOf.get(points.area[at] ?? -1) ?? -1];
		if (!site || !of) continue;
		const spot = of.get(pointOf(site)) ?? { site, people: 0 };
		spot.people += points.residents[at] ?? 0;
		of.set(pointOf(site), spot);
	}
	return spots;
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
