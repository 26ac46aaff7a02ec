/**
 * Places in a frame on another site: what its list says of each, and what it is chosen by. They come
 * before a press, so they are in several files by where they are: a list of one area needs one or
 * two. All else of a place is on the site.
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

/** Some places of a region by name, as a file has them: a column each. */
export interface EmbedPlaces {
	/** The position of each among all of the region, by name. */
	at: readonly number[];
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

/** Into so many files the places of each region go: enough for the largest. */
export const PLACE_FILES = 8;
/** Their names in addresses. */
export const PLACE_FILE_NAMES: readonly string[] = Array.from({ length: PLACE_FILES }, (_, at) =>
	String(at)
);

/** The places of a region, which are in the order of their names, in files by where they are. */
export function packPlaces(places: readonly ListedPlace[]): {
	/** The first LSOA index of each file; the last has those of no known LSOA, too. */
	starts: number[];
	files: EmbedPlaces[];
} {
	const areas = places.flatMap(({ area }) => area ?? []).sort((a, b) => a - b);
	const starts = PLACE_FILE_NAMES.map((_, file) =>
		file === 0 ? 0 : (areas[Math.floor((areas.length * file) / PLACE_FILES)] ?? Infinity)
	);
	const numbered = places.map((place, at) => ({ ...place, at }));
	return {
		starts,
		files: PLACE_FILE_NAMES.map((_, file) =>
			packFile(
				numbered.filter(
					({ area }) => (area === null ? PLACE_FILES - 1 : fileOf(starts, area)) === file
				)
			)
		)
	};
}

/** The file that has the places of an LSOA: the last that begins with it or before. */
const fileOf = (starts: readonly number[], area: number): number =>
	starts.findLastIndex((start) => start <= area);

/** Names of the files that have the places of some neighbourhoods; of all where null is asked for. */
export const placeFilesOf = (
	starts: readonly number[],
	members: readonly number[] | null
): readonly string[] =>
	members === null
		? PLACE_FILE_NAMES
		: [...new Set(members.map((area) => fileOf(starts, area)))].map(String);

const packFile = (places: readonly (ListedPlace & { at: number })[]): EmbedPlaces => ({
	at: places.map(({ at }) => at),
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

/** The places of some files of a region, by name. */
export const unpackPlaces = (files: readonly EmbedPlaces[]): ListedPlace[] =>
	files
		.flatMap((file) => unpackFile(file).map((place, row) => ({ place, at: file.at[row] ?? 0 })))
		.sort((a, b) => a.at - b.at)
		.map(({ place }) => place);

function unpackFile(file: EmbedPlaces): ListedPlace[] {
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
