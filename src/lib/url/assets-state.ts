/**
 * What a person would share of a region's directory, as query parameters. What they typed to
 * search for is not among them: an address is sent to whoever hosts the site.
 */
import { AGE_IDS, SORT_IDS, type Age, type Sort } from '../register/directory/directory.ts';
import { CHECK_ORDER_IDS, type CheckOrder } from '../register/directory/field-check.ts';
import { KNOWN_IDS, type Known } from '../register/directory/known.ts';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	type AssetKind,
	type AssetStatus
} from '../register/kinds.ts';
import { areaCode, makeCodec, oneOf, shorten, type Codec, type Field } from './codec.ts';
import { cameraField, type Camera } from './map-state.ts';

export const DIRECTORY_VIEWS = ['list', 'check', 'duplicates', 'coverage'] as const;
export type DirectoryViewName = (typeof DIRECTORY_VIEWS)[number];

export interface AssetsState {
	view: DirectoryViewName;
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
	/** Only the reader's own; what those are stays in their browser. */
	yours: boolean;
	sort: Sort;
	/** How the field-check list is ordered. */
	order: CheckOrder;
	/** Id of the place that is shown whole. */
	asset: string | null;
	camera: Camera | null;
}

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

const ID = /^[\w.:-]{1,80}$/;

const defaults = (): AssetsState => ({
	view: 'list',
	kinds: [],
	place: null,
	statuses: [],
	ages: [],
	babies: [],
	late: [],
	yours: false,
	sort: 'name',
	order: 'stalest',
	asset: null,
	camera: null
});

const keysOf = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as Key[];

/** What reads and writes the address of a directory. */
export const ASSETS_CODEC: Codec<AssetsState> = makeCodec<AssetsState>({
	defaults,
	fields: {
		view: oneOf(DIRECTORY_VIEWS, 'part of the directory'),
		kinds: someOf(keysOf<AssetKind>(ASSET_KINDS), 'kind of place'),
		place: areaCode,
		statuses: someOf(keysOf<AssetStatus>(ASSET_STATUSES), 'status'),
		ages: someOf(AGE_IDS, 'age'),
		babies: someOf(KNOWN_IDS, 'answer on babies'),
		late: someOf(KNOWN_IDS, 'answer on opening late'),
		yours: {
			read: (text) =>
				text === 'only'
					? { value: true }
					: { complaint: `“${shorten(text)}” is not a choice of whose places` },
			write: (yours) => (yours ? 'only' : '')
		},
		sort: oneOf(SORT_IDS, 'order'),
		order: oneOf(CHECK_ORDER_IDS, 'order of the field check'),
		asset: {
			read: (text) =>
				ID.test(text)
					? { value: text }
					: { complaint: `“${shorten(text)}” is not the id of a place` },
			write: (id) => id ?? ''
		},
		camera: cameraField
	},
	parameters: [
		['view', 'part'],
		['kinds', 'kinds'],
		['place', 'place'],
		['statuses', 'status'],
		['ages', 'age'],
		['babies', 'baby'],
		['late', 'late'],
		['yours', 'yours'],
		['sort', 'sort'],
		['order', 'order'],
		['asset', 'asset'],
		['camera', 'view']
	],
	stated: []
});
