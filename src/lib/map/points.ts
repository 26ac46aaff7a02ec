/** Points of layers: single ones by their shape, those that lie close together as one with a number. */
import type { Drawing, PointMark } from '../layers/layer.ts';
import { CLUSTERING } from './clustering.ts';
import { pointIcon } from './icons.ts';
import type { MapLayers } from './map-layers.ts';
import { FONT } from './style.ts';

const POINT_RADIUS = 5;
const CLUSTER_RADIUS = 11;
/** The slot of all layers of points, and what their sources' names begin with. */
const SLOT = 'points';

export class Points {
	readonly #layers: MapLayers;
	readonly #onGone: (layer: string) => void;
	readonly #marks = new Map<string, readonly PointMark[]>();

	/** `onGone` is told of a layer whose points are shown no more. */
	constructor(layers: MapLayers, onGone: (layer: string) => void) {
		this.#layers = layers;
		this.#onGone = onGone;
	}

	/** A point of a shown layer. */
	find(layer: string, id: string): PointMark | undefined {
		return this.#marks.get(layer)?.find((point) => point.id === id);
	}

	/** The layer and the point of a feature that the engine drew from a source. */
	of(source: string, feature: { point?: unknown }): { layer: string; mark: PointMark } | null {
		const layer = source.replace(`${SLOT}/`, '');
		const mark = this.#marks.get(layer)?.[Number(feature.point)];
		return mark ? { layer, mark } : null;
	}

	/** Draw the points among some drawings, and remove those that are not there any more. */
	draw(drawings: readonly { id: string; drawing: Drawing }[]): void {
		const wanted = new Map(drawings.map(({ id, drawing }) => [id, drawing]));
		this.#layers.keepOnly(SLOT, wanted);
		for (const id of [...this.#marks.keys()]) {
			if (wanted.has(id)) continue;
			this.#marks.delete(id);
			this.#layers.removeSource(`${SLOT}/${id}`);
			this.#onGone(id);
		}
		for (const [id, drawing] of wanted) {
			if (drawing.kind === 'points') this.#drawLayer(id, drawing);
		}
	}

	#drawLayer(id: string, { points, shape, colour }: Extract<Drawing, { kind: 'points' }>): void {
		const source = `${SLOT}/${id}`;
		const before = this.#marks.get(id);
		this.#marks.set(id, points);
		if (!before || !isSameOnMap(before, points)) {
			this.#layers.points(
				source,
				{
					type: 'FeatureCollection',
					features: points.map(({ longitude, latitude, hollow }, i) => ({
						type: 'Feature',
						properties: { point: i, hollow },
						geometry: { type: 'Point', coordinates: [longitude, latitude] }
					}))
				},
				CLUSTERING
			);
		}
		if (this.#layers.has(`${source}/single`)) return;
		this.#layers.image(`${id}-filled`, pointIcon(shape, colour, false, POINT_RADIUS));
		this.#layers.image(`${id}-hollow`, pointIcon(shape, colour, true, POINT_RADIUS));
		this.#layers.image(`${id}-cluster`, pointIcon(shape, colour, false, CLUSTER_RADIUS));
		this.#layers.add({
			id: `${source}/single`,
			type: 'symbol',
			source,
			filter: ['!', ['has', 'point_count']],
			layout: {
				'icon-image': ['case', ['get', 'hollow'], `${id}-hollow`, `${id}-filled`],
				'icon-allow-overlap': true,
				'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 14, 1.3]
			}
		});
		this.#layers.add({
			id: `${source}/cluster`,
			type: 'symbol',
			source,
			filter: ['has', 'point_count'],
			layout: {
				'icon-image': `${id}-cluster`,
				'icon-allow-overlap': true,
				'icon-size': ['step', ['get', 'point_count'], 0.75, 10, 0.9, 50, 1.1, 200, 1.3],
				'text-field': ['get', 'point_count_abbreviated'],
				'text-font': [`${FONT[0]} Bold`],
				'text-size': 11,
				'text-allow-overlap': true
			},
			// The number may stand out over a star or a cross.
			paint: { 'text-color': '#ffffff', 'text-halo-color': colour, 'text-halo-width': 1.6 }
		});
	}
}

/** Whether two lists of points look the same on a map; what is said of each may differ. */
export const isSameOnMap = (some: readonly PointMark[], others: readonly PointMark[]): boolean =>
	some.length === others.length &&
	some.every((one, i) => {
		const other = others[i];
		return (
			one.longitude === other?.longitude &&
			one.latitude === other.latitude &&
			one.hollow === other.hollow
		);
	});
