/** How places of a directory are told apart by age, and put in order: what addresses say of it. */

/** When somebody last listed or checked an asset, before its own list was last collected. */
export const AGES = {
	year: 'less than a year before',
	'two-years': 'one to two years before',
	older: 'more than two years before'
} as const;
export type Age = keyof typeof AGES;
export const AGE_IDS = Object.keys(AGES) as Age[];

/** In which order places stand. */
export const SORTS = {
	name: 'name',
	kind: 'kind, then name',
	oldest: 'longest unchecked first',
	newest: 'latest checked first'
} as const;
export type Sort = keyof typeof SORTS;
export const SORT_IDS = Object.keys(SORTS) as Sort[];
