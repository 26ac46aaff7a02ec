/**
 * What a person would share of a region's directory, as query parameters. What they typed to
 * search for is not among them: an address is sent to whoever hosts the site.
 */
import { AGE_IDS, SORT_IDS, type Age, type Sort } from '../register/directory/directory.ts';
import { CHECK_ORDER_IDS, type CheckOrder } from '../register/directory/field-check.ts';
import { KNOWN_IDS, type Known } from '../register/directory/known.ts';
import { MOST_SAMPLE, MOST_SEED, SAMPLE } from '../register/rounds/round.ts';
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
	/** How the places of a field check are chosen and ordered. */
	order: CheckOrder;
	/** Places of a random check, and what they are drawn with. */
	sample: number;
	seed: number;
	/** Dataset whose listings are checked; null for all. */
	source: string | null;
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

const whole = (least: number, most: number, what: string): Field<number> => ({
	read: (text) => {
		const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
		return value >= least && value <= most
			? { value }
			: { complaint: `“${shorten(text)}” is not ${what} from ${least} to ${most}` };
	},
	write: String
});

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
	sample: SAMPLE,
	seed: 1,
	source: null,
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
		sample: whole(1, MOST_SAMPLE, 'a number of places'),
		seed: whole(1, MOST_SEED, 'a seed'),
		source: {
			read: (text) =>
				ID.test(text)
					? { value: text }
					: { complaint: `“${shorten(text)}” is not the id of a dataset` },
			write: (id) => id ?? ''
		},
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
		['sample', 'sample'],
		['seed', 'seed'],
		['source', 'source'],
		['asset', 'asset'],
		['camera', 'view']
	],
	stated: []
});
