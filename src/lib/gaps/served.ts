/**
 * Whose provision counts. Where need is that of some residents, their neighbours' provision says
 * nothing of them: with the bar at Core20, a community has the provision of its Core20 residents.
 */
import type { Units } from '../areas/region.ts';
import { barOf } from './need-bar.ts';
import type { GapsRequest } from './request.ts';

/**
 * The neighbourhoods of each unit whose residents' provision is the unit's: those that the bar is
 * about, or all where it is about none of them. `core20` is by neighbourhood.
 */
export function servedMembers(
	{ bar }: Pick<GapsRequest, 'bar'>,
	units: Units,
	core20: readonly boolean[]
): readonly (readonly number[])[] {
	if (!barOf(bar).ofCore20) return units.members;
	return units.members.map((members) => {
		const some = members.filter((area) => core20[area]);
		return some.length > 0 ? some : members;
	});
}

/** Whether the figures of areas above the bar may be those of some of their residents. */
export const isOfSome = ({ bar, level }: Pick<GapsRequest, 'bar' | 'level'>): boolean =>
	barOf(bar).ofCore20 && level !== 'lsoa';

/** After what an area has: " for its Core20 residents"; empty where it is everyone's. */
export const forWhom = (
	request: Pick<GapsRequest, 'bar' | 'level'>,
	whose: 'its' | 'their'
): string => (isOfSome(request) ? ` for ${whose} Core20 residents` : '');
