/** What a reading is made of: the question, the plan to show, and what it is held against. */
import type { OfferedPlan } from './gains.ts';
import type { NearTies } from './near-ties.ts';
import type { Plan } from './plan.ts';
import type { Question } from './question.ts';

export interface PlanToRead {
	question: Question;
	/** Plan to show. */
	plan: Pick<Plan, 'open' | 'siteOf' | 'costOf'> & Partial<Plan>;
	/** The best the model found; the same unless the reader chose the plan. */
	best: Plan | null;
	isOwn: boolean;
	frontier: readonly Plan[];
	/** What is nearly as good as the best; null while that is not worked out. */
	ties: NearTies | null;
	/** Plans for groups that this one hardly serves, where they are worked out. */
	offers?: readonly OfferedPlan[];
}
