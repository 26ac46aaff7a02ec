/**
 * The query of an embed of a plan: what the page of hubs has, read without knowing what can be asked, as
 * an embed is small until its map is asked for.
 */
import { asksPlain } from './embed-plain.ts';

/** Parameters that say what is asked, and which plan is shown: whatever they leave out is as on the plain page. */
export const QUESTION_OF_PLANS = [
	'hub',
	'who',
	'in',
	'aim',
	'hubs',
	'unit',
	'mode',
	'reach',
	'from',
	'standing',
	'verified',
	'core20',
	'rural',
	'must',
	'not',
	'plan'
] as const;

/** Whether an embed shows the worked example; `plain` is what that asks, by parameter. */
export const showsExample = (query: string, plain: Readonly<Record<string, string>>): boolean =>
	asksPlain(new URLSearchParams(query), QUESTION_OF_PLANS, plain);
