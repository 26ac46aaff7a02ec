/**
 * Which places of a directory an address has, and in which order: read alike by the page and by its
 * embed, which is small until its map is asked for.
 */
import { KNOWN_IDS, type Known } from '../register/directory/known.ts';
import { AGE_IDS, SORT_IDS, type Age, type Sort } from '../register/directory/orders.ts';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	type AssetKind,
	type AssetStatus
} from '../register/kinds.ts';
import { areaCode, oneOf, shorten, type Field, type Fields } from './codec.ts';

export interface ChosenPlaces {
	/** Chosen kinds, in the order of ASSET_KINDS; none is all. */
	kinds: AssetKind[];
	/** Code of an area of any level, or null for everywhere. */
	place: string | null;
	statuses: AssetStatus[];
	ages: Age[];
	/** Useful in pregnancy or with a baby; none is all. */
	babies: Known[];
	/** Open after 5pm or at weekends; none is all. */
	late: Known[];
	sort: Sort;
	/** Id of the place that is shown whole. */
	asset: string | null;
}

/** What the plain address chooses: everything, by name. */
export const allPlaces = (): ChosenPlaces => ({
	kinds: [],
	place: null,
	statuses: [],
	ages: [],
	babies: [],
	late: [],
	sort: 'name',
	asset: null
});

/** What each is called in an address. */
export const CHOSEN_PARAMETERS = {
	kinds: 'kinds',
	place: 'place',
	statuses: 'status',
	ages: 'age',
	babies: 'baby',
	late: 'late',
	sort: 'sort',
	asset: 'asset'
} as const satisfies Record<keyof ChosenPlaces, string>;

/** Some of some words, in the order they are listed here. */
function someOf<T extends string>(allowed: readonly T[], what: string): Field<T[]> {
	return {
		read(text) {
			const asked = text.split(',').filter(Boolean);
			const unknown = asked.find((one) => !allowed.some((known) => known === one));
			return {
				value: allowed.filter((known) => asked.includes(known)),
				...(unknown === undefined ? {} : { complaint: `there is no ${what} “${shorten(unknown)}”` })
			};
		},
		write: (chosen) => chosen.join(',')
	};
}

const keysOf = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as Key[];

const ID = /^[\w.:-]{1,80}$/;

/** The id of something, or none. */
export const idField = (of: 'dataset' | 'place'): Field<string | null> => ({
	read: (text) =>
		ID.test(text) ? { value: text } : { complaint: `“${shorten(text)}” is not the id of a ${of}` },
	write: (id) => id ?? ''
});

/** What reads and writes each. */
export const CHOSEN_FIELDS: Fields<ChosenPlaces> = {
	kinds: someOf(keysOf<AssetKind>(ASSET_KINDS), 'kind of place'),
	place: areaCode,
	statuses: someOf(keysOf<AssetStatus>(ASSET_STATUSES), 'status'),
	ages: someOf(AGE_IDS, 'age'),
	babies: someOf(KNOWN_IDS, 'answer on babies'),
	late: someOf(KNOWN_IDS, 'answer on opening late'),
	sort: oneOf(SORT_IDS, 'order'),
	asset: idField('place')
};
