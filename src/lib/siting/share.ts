/** How many hubs a share of the people takes. */
import { fewestForShare } from './frontier.ts';
import type { Instance } from './instance.ts';
import type { Plan } from './plan.ts';
import type { Question } from './question.ts';

/** The weight of those for whom some building is within reach. */
export function reachableWeight({ weights, starts }: Pick<Instance, 'weights' | 'starts'>): number {
	let reachable = 0;
	weights.forEach((weight, at) => {
		if ((starts[at + 1] ?? 0) > (starts[at] ?? 0)) reachable += weight;
	});
	return reachable;
}

/**
 * The fewest new hubs on a frontier that serve a share of those who can be served: null where
 * none on it does. Null itself while there is no frontier.
 */
export function hubsForShareOn(
	{ problem, standing }: Pick<Question, 'problem' | 'standing'>,
	frontier: readonly Plan[]
): ((share: number) => number | null) | null {
	if (frontier.length === 0) return null;
	const reachable = reachableWeight(problem.instance);
	return (share) => {
		const found = fewestForShare(frontier, share, reachable);
		return found ? found.open.length - standing.length : null;
	};
}
