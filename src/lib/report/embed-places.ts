/**
 * Places in a frame on another site: what its list says of each, and what it is chosen by. A file has
 * those of a region, small enough to come before a press: all else of a place is on the site.
 */
import type { AssetKind, AssetStatus } from '../register/kinds.ts';
import type { Known } from '../register/directory/known.ts';
import { inOrder, type Age } from '../register/directory/orders.ts';
import type { ChosenPlaces } from '../url/places-chosen.ts';

/** A place as a list has it. */
export interface ListedPlace {
	id: string;
	/** Ids of further entries that are the same place. */
	also: readonly string[];
	name: string;
	/** Address and postcode; empty where neither is known. */
	address: string;
	/** What it is first of all, in the most specific words. */
	what: string;
	/** Kinds of all its entries: the first is what it is first of all. */
	kinds: readonly AssetKind[];
	status: AssetStatus;
	/** When it was last listed or checked: a day, month or year. */
	known: string;
	age: Age;
	babies: Known;
	late: Known;
	/** LSOA index in the areas of 2021; null where that is not known. */
	area: number | null;
}

/** What stands in few different words, as each of these and which of them each place has. */
interface Worded {
	words: readonly string[];
	of: readonly number[];
}

/** Places by name, as the file of a region has them: a column each. */
export interface EmbedPlaces {
	ids: readonly string[];
	/** By the position of a place: further ids. */
	also: Readonly<Record<string, readonly string[]>>;
	names: readonly string[];
	addresses: readonly string[];
	areas: readonly (number | null)[];
	what: Worded;
	/** With commas between. */
	kinds: Worded;
	known: Worded;
	/** Status, age, and what is known of babies and late hours, with commas between. */
	facts: Worded;
}

function worded(all: readonly string[]): Worded {
	const words = [...new Set(all)];
	const at = new Map(words.map((word, i) => [word, i]));
	return { words, of: all.map((word) => at.get(word) ?? 0) };
}

/** The file of places, which are in the order of their names. */
export const packPlaces = (places: readonly ListedPlace[]): EmbedPlaces => ({
	ids: places.map(({ id }) => id),
	also: Object.fromEntries(
		places.flatMap(({ also }, at) => (also.length > 0 ? [[at, also] as const] : []))
	),
	names: places.map(({ name }) => name),
	addresses: places.map(({ address }) => address),
	areas: places.map(({ area }) => area),
	what: worded(places.map(({ what }) => what)),
	kinds: worded(places.map(({ kinds }) => kinds.join())),
	known: worded(places.map(({ known }) => known)),
	facts: worded(places.map(({ status, age, babies, late }) => [status, age, babies, late].join()))
});

/** The places of a file. */
export function unpackPlaces(file: EmbedPlaces): ListedPlace[] {
	const word = ({ words, of }: Worded, at: number) => words[of[at] ?? -1] ?? '';
	return file.ids.map((id, at) => {
		const [status, age, babies, late] = word(file.facts, at).split(',') as [
			AssetStatus,
			Age,
			Known,
			Known
		];
		return {
			id,
			also: file.also[at] ?? [],
			name: file.names[at] ?? '',
			address: file.addresses[at] ?? '',
			what: word(file.what, at),
			kinds: word(file.kinds, at).split(',') as AssetKind[],
			status,
			known: word(file.known, at),
			age,
			babies,
			late,
			area: file.areas[at] ?? null
		};
	});
}

/**
 * The places that are chosen, as the page of places chooses and orders them; `members` are the
 * neighbourhoods of the area that is asked for.
 */
export function chosenPlaces(
	places: readonly ListedPlace[],
	{ kinds, statuses, ages, babies, late, sort, asset, place }: ChosenPlaces,
	members: readonly number[]
): ListedPlace[] {
	if (asset !== null) return places.filter(({ id, also }) => id === asset || also.includes(asset));
	const inside = new Set(members);
	const some = <T>(chosen: readonly T[], has: (one: T) => boolean) =>
		chosen.length === 0 || chosen.some(has);
	const found = places.filter(
		(one) =>
			(place === null || (one.area !== null && inside.has(one.area))) &&
			some(kinds, (kind) => one.kinds.includes(kind)) &&
			(statuses.length > 0 ? statuses.includes(one.status) : one.status !== 'closed') &&
			some(ages, (age) => one.age === age) &&
			some(babies, (known) => one.babies === known) &&
			some(late, (known) => one.late === known)
	);
	// Places of a file stand by name already.
	return found.sort(inOrder(sort, (one) => one.kinds[0]));
}
