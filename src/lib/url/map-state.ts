/**
 * What a person would want to share, as query parameters. Defaults are left out, so
 * that the plain address is the plain view. Unknown or broken parameters are ignored
 * and reported, never an error: an old link still opens the map.
 */
import {
	AMONG,
	BREAK_METHODS,
	MAX_CLASSES,
	MIN_CLASSES,
	readBounds,
	type Among,
	type BreakMethod,
	type BreaksChoice
} from '../indicators/classes.ts';
import { DEFAULT_EDITION, EDITION_IDS, type EditionId } from '../facts/editions.ts';
import { available, whyUnavailable } from '../layers/available.ts';
import { AREA_LAYERS, LAYERS, OVERLAYS } from '../layers/index.ts';
import { MARKINGS, type Marking } from '../layers/layer.ts';
import {
	areaCode,
	makeCodec,
	oneOf,
	saidOnce,
	shorten,
	type Codec,
	type Field,
	type Fields,
	type ReadState
} from './codec.ts';

export interface Camera {
	latitude: number;
	longitude: number;
	zoom: number;
}

export interface MapState {
	/** Id of the area layer. */
	layer: string;
	edition: EditionId;
	/** Ids of the overlays that are on, in the order of the registry. */
	overlays: string[];
	marking: Marking;
	/** The reader's own classes for a continuous measure; null is the layer's own. */
	breaks: BreaksChoice | null;
	/** What a second map beside shows; null is no second map. */
	compare: Compared | null;
	/** Code of the selected area. */
	area: string | null;
	/** Where the map rests; null is the whole region. */
	camera: Camera | null;
}

/** An area layer of an edition. */
export interface Compared {
	layer: string;
	edition: EditionId;
}

export const MIN_ZOOM = 5;
export const MAX_ZOOM = 17;

/** The view that the plain address shows. */
export function defaultState(): MapState {
	return {
		layer: AREA_LAYERS[0]?.id ?? '',
		edition: DEFAULT_EDITION,
		overlays: OVERLAYS.filter((layer) => layer.initially).map((layer) => layer.id),
		marking: 'outline',
		breaks: null,
		compare: null,
		area: null,
		camera: null
	};
}

/** Where a map rests: "latitude,longitude,zoom", or nothing for the whole region. */
export const cameraField: Field<Camera | null> = {
	read(text) {
		const parts = text
			.split(',')
			.map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : NaN));
		const [latitude = NaN, longitude = NaN, zoom = NaN] = parts;
		const sensible =
			parts.length === 3 &&
			latitude >= 49 &&
			latitude <= 61 &&
			longitude >= -9 &&
			longitude <= 4 &&
			zoom >= MIN_ZOOM &&
			zoom <= MAX_ZOOM;
		return sensible
			? { value: { latitude, longitude, zoom } }
			: { complaint: `“${shorten(text)}” is not a place on the map of England` };
	},
	write: (camera) =>
		camera === null
			? ''
			: [camera.latitude.toFixed(4), camera.longitude.toFixed(4), camera.zoom.toFixed(2)].join(',')
};

const OWN_BREAKS = 'own-';

/** How values are divided: "quantile-5", "quantile-5-england", "own-10,20,30". */
export const breaksField: Field<BreaksChoice | null> = {
	read(text) {
		if (text.startsWith(OWN_BREAKS)) {
			const read = readBounds(text.slice(OWN_BREAKS.length));
			return 'bounds' in read
				? { value: { method: 'own', bounds: read.bounds } }
				: {
						complaint: `“${shorten(text)}” are not numbers to divide values at, such as own-10,20,30`
					};
		}
		const [method = '', classes = '', whose = 'region', ...more] = text.split('-');
		const known = (Object.keys(BREAK_METHODS) as BreakMethod[]).find((name) => name === method);
		const among = (Object.keys(AMONG) as Among[]).find((name) => name === whose);
		const count = /^\d$/.test(classes) ? Number(classes) : NaN;
		return known && among && count >= MIN_CLASSES && count <= MAX_CLASSES && more.length === 0
			? { value: { method: known, classes: count, among } }
			: { complaint: `“${shorten(text)}” is not a way of dividing values, such as quantile-5` };
	},
	write(breaks) {
		if (breaks === null) return '';
		if (breaks.method === 'own') return OWN_BREAKS + breaks.bounds.join(',');
		const { method, classes, among } = breaks;
		return `${method}-${classes}${among === 'region' ? '' : `-${among}`}`;
	}
};

const FIELDS: Fields<MapState> = {
	layer: oneOf(
		AREA_LAYERS.map((layer) => layer.id),
		'map layer'
	),
	edition: oneOf(EDITION_IDS, 'edition'),
	overlays: {
		read(text) {
			const asked = text === 'none' ? [] : text.split(',');
			const known = OVERLAYS.map((layer) => layer.id);
			const unknown = asked.find((id) => !known.includes(id));
			return {
				value: known.filter((id) => asked.includes(id)),
				...(unknown === undefined ? {} : { complaint: `there is no layer “${shorten(unknown)}”` })
			};
		},
		write: (ids) => (ids.length === 0 ? 'none' : ids.join(','))
	},
	marking: oneOf(MARKINGS, 'marking'),
	breaks: breaksField,
	compare: {
		read(text) {
			const [layer = '', year = ''] = text.split('.');
			const edition = EDITION_IDS.find((id) => id === year);
			return AREA_LAYERS.some(({ id }) => id === layer) && edition
				? { value: { layer, edition } }
				: { complaint: `there is no map “${shorten(text)}” to compare with` };
		},
		write: (compared) => (compared === null ? '' : `${compared.layer}.${compared.edition}`)
	},
	area: areaCode,
	camera: cameraField
};

/** Names of the parameters, in the order they stand in an address; every link but the plain one states the first three. */
const CODEC = makeCodec<MapState>({
	defaults: defaultState,
	fields: FIELDS,
	parameters: [
		['layer', 'layer'],
		['edition', 'edition'],
		['overlays', 'with'],
		['marking', 'marking'],
		['breaks', 'breaks'],
		['compare', 'compare'],
		['area', 'area'],
		['camera', 'view']
	],
	stated: ['layer', 'edition', 'overlays']
});

/** Read a state from the query of an address. */
export function readState(query: string): ReadState<MapState> {
	const { state, notes } = CODEC.read(query);
	for (const layer of LAYERS) {
		const asked = state.layer === layer.id || state.overlays.includes(layer.id);
		if (asked && !available(layer, state.edition)) {
			notes.push(`Part of this link has nothing to show: ${whyUnavailable(layer, state.edition)}.`);
		}
	}
	return { state, notes: saidOnce(notes) };
}

/** Query parameters of a state: {@link Codec.parameters} of the map page. */
export const writeState = CODEC.parameters;

/** The query of an address, with readable commas: "?layer=…" or nothing. */
export const writeQuery = CODEC.query;

/** What reads and writes the address of the map page. */
export const MAP_CODEC: Codec<MapState> = { ...CODEC, read: readState };
