/** Claims and names in the sentences of news. */
import { ASSET_KINDS, type AssetKind } from '../register/kinds.ts';
import type { Claim } from '../register/register.ts';
import { namesApart } from '../text/names-apart.ts';
import { formatNames, formatNumber, formatQuantity } from '../text/format.ts';

/** Names listed before the rest is counted. */
const NAMED = 8;

/** One claim of each place. */
export const placesIn = (claims: readonly Claim[]): Claim[] => [
	...new Map(claims.map((claim) => [claim.place, claim])).values()
];

/** Items by a key, in their order. */
export function grouped<T, Key>(items: readonly T[], key: (item: T) => Key): Map<Key, T[]> {
	const groups = new Map<Key, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

/** "three community venues". */
export function counted(claims: readonly Claim[]): string {
	const kinds = new Set(claims.map(({ kind }) => kind));
	const [kind] = kinds;
	const words = kind !== undefined && kinds.size === 1 ? wordsOf(kind) : null;
	const { length } = placesIn(claims);
	return words === null
		? formatQuantity(length, 'place')
		: formatQuantity(length, words.one, words.many);
}

const wordsOf = (kind: AssetKind) => ({
	one: lower(ASSET_KINDS[kind].label),
	many: lower(ASSET_KINDS[kind].plural)
});
/** "GP practices" stays, "Libraries" does not. */
const lower = (text: string) =>
	/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Names of places; those of one name are told apart by their postcodes. */
export const namesOf = (claims: readonly Claim[]): string =>
	listed(
		namesApart(
			placesIn(claims),
			({ name }) => name,
			({ postcode }) => postcode
		).sort()
	);

/** The first names, and how many more there are; names with commas of their own stand between semicolons. */
export function listed(names: readonly string[]): string {
	const more = names.length - NAMED;
	return formatNames(more > 0 ? [...names.slice(0, NAMED), `${formatNumber(more)} more`] : names);
}
