/** Plans that the reader makes: which buildings are free, which is near, and what a list of them means. */
import type { Site } from '../access/site.ts';
import { planOf } from './assignment.ts';
import type { Question } from './question.ts';

/** Buildings that could be hubs, but for those with the ids that are taken. */
export function freeBuildings(
	{ sites, problem }: Pick<Question, 'sites' | 'problem'>,
	taken: Iterable<string>
): Site[] {
	const isTaken = new Set(taken);
	const { states } = problem.instance;
	return sites.filter((site, at) => states[at] === 'candidate' && !isTaken.has(site.id));
}

interface Point {
	longitude: number;
	latitude: number;
}

/** The nearest of some buildings to a point, nearest first, at most so many. */
export function nearestTo<S extends Point>(
	sites: readonly S[],
	{ longitude, latitude }: Point,
	most: number
): S[] {
	const narrow = Math.cos((latitude * Math.PI) / 180);
	const far = (site: S) =>
		Math.hypot((site.longitude - longitude) * narrow, site.latitude - latitude);
	return [...sites].sort((a, b) => far(a) - far(b)).slice(0, most);
}

/** The plan of what stands and of new hubs with these ids; those that the question doesn't have are left out. */
export function planOfHubs(
	{ problem, siteIndex, standing }: Pick<Question, 'problem' | 'siteIndex' | 'standing'>,
	ids: readonly string[]
) {
	const own = ids.flatMap((id) => siteIndex.get(id) ?? []);
	return planOf(problem, [...new Set([...standing, ...own])]);
}

/** How many of these ids the question doesn't have. */
export const lostHubs = ({ siteIndex }: Pick<Question, 'siteIndex'>, ids: readonly string[]) =>
	ids.filter((id) => !siteIndex.has(id)).length;
