/** How places of a directory are told apart by age, and put in order: what addresses say of it. */
import { lastDayOf } from '../freshness.ts';
import { ASSET_KINDS, type AssetKind } from '../kinds.ts';

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

const KIND_ORDER = Object.keys(ASSET_KINDS);

/** Compares two places in an order, each by its kind and when it was last known; by name, all are equal. */
export function inOrder<Place extends { known: string }>(
	sort: Sort,
	kindOf: (place: Place) => AssetKind | undefined
): (a: Place, b: Place) => number {
	const byDay = (a: Place, b: Place) => {
		const [one, other] = [lastDayOf(a.known), lastDayOf(b.known)];
		return one < other ? -1 : one > other ? 1 : 0;
	};
	const rank = (place: Place) => KIND_ORDER.indexOf(kindOf(place) ?? '');
	const orders: Readonly<Record<Sort, (a: Place, b: Place) => number>> = {
		name: () => 0,
		kind: (a, b) => rank(a) - rank(b),
		oldest: byDay,
		newest: (a, b) => byDay(b, a)
	};
	return orders[sort];
}
