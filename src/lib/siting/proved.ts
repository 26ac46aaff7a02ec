/** A plan whose proof was made before: of the worked example, when the site was built. */
import { planOf } from './assignment.ts';
import { makePlan, type Plan } from './plan.ts';
import type { Question } from './question.ts';
import type { SitingReading } from './reading.ts';

/** The plan that a reading tells of, as good as it was proved to be. */
export function planOfReading(
	{ problem, siteIndex }: Pick<Question, 'problem' | 'siteIndex'>,
	{ hubs, status, gap }: Pick<SitingReading, 'hubs' | 'status' | 'gap'>
): Plan {
	const open = hubs.flatMap(({ id }) => siteIndex.get(id) ?? []);
	const plan = makePlan(problem, planOf(problem, open), null, 0);
	return status === 'optimal'
		? { ...plan, status: 'optimal', bound: plan.objective, gap: 0 }
		: { ...plan, gap };
}
