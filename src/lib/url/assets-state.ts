/**
 * What a person would share of a region's directory, as query parameters. What they typed to
 * search for is not among them: an address is sent to whoever hosts the site.
 */
import { CHECK_ORDER_IDS, type CheckOrder } from '../register/directory/field-check.ts';
import { MOST_SAMPLE, MOST_SEED, SAMPLE } from '../register/rounds/round.ts';
import { makeCodec, oneOf, shorten, type Codec, type Field } from './codec.ts';
import { cameraField, type Camera } from './map-state.ts';
import {
	allPlaces,
	CHOSEN_FIELDS,
	CHOSEN_PARAMETERS,
	idField,
	type ChosenPlaces
} from './places-chosen.ts';

export const DIRECTORY_VIEWS = ['list', 'check', 'duplicates', 'coverage'] as const;
export type DirectoryViewName = (typeof DIRECTORY_VIEWS)[number];

export interface AssetsState extends ChosenPlaces {
	view: DirectoryViewName;
	/** Only the reader's own; what those are stays in their browser. */
	yours: boolean;
	/** How the places of a field check are chosen and ordered. */
	order: CheckOrder;
	/** Places of a random check, and what they are drawn with. */
	sample: number;
	seed: number;
	/** Dataset whose listings are checked; null for all. */
	source: string | null;
	camera: Camera | null;
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

const defaults = (): AssetsState => ({
	...allPlaces(),
	view: 'list',
	yours: false,
	order: 'stalest',
	sample: SAMPLE,
	seed: 1,
	source: null,
	camera: null
});

/** What is chosen, each with its name in an address. */
const named = (...keys: (keyof ChosenPlaces)[]) =>
	keys.map((key) => [key, CHOSEN_PARAMETERS[key]] as const);

/** What reads and writes the address of a directory. */
export const ASSETS_CODEC: Codec<AssetsState> = makeCodec<AssetsState>({
	defaults,
	fields: {
		view: oneOf(DIRECTORY_VIEWS, 'part of the directory'),
		...CHOSEN_FIELDS,
		yours: {
			read: (text) =>
				text === 'only'
					? { value: true }
					: { complaint: `“${shorten(text)}” is not a choice of whose places` },
			write: (yours) => (yours ? 'only' : '')
		},
		order: oneOf(CHECK_ORDER_IDS, 'order of the field check'),
		sample: whole(1, MOST_SAMPLE, 'a number of places'),
		seed: whole(1, MOST_SEED, 'a seed'),
		source: idField('dataset'),
		camera: cameraField
	},
	parameters: [
		['view', 'part'],
		...named('kinds', 'place', 'statuses', 'ages', 'babies', 'late'),
		['yours', 'yours'],
		...named('sort'),
		['order', 'order'],
		['sample', 'sample'],
		['seed', 'seed'],
		['source', 'source'],
		...named('asset'),
		['camera', 'view']
	],
	stated: []
});
