/**
 * What is on the engine's map: sources with their data, layers at their heights, pictures. It
 * changes no more than what differs, and knows nothing of what any of it means.
 */
import type {
	AddLayerObject,
	GeoJSONSource,
	Map as MapLibreMap,
	SourceSpecification
} from 'maplibre-gl';
import type { FeatureCollection, GeoJSON } from 'geojson';
import type { MapIcon } from './icons.ts';
import { WIDE_TILES } from './wide-tiles.ts';
import { layerAbove } from './z-order.ts';

/** No lines at all. */
export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The part of the engine's map that this uses. */
export type LayeredMap = Pick<
	MapLibreMap,
	| 'addImage'
	| 'addLayer'
	| 'addSource'
	| 'getLayer'
	| 'getLayersOrder'
	| 'getSource'
	| 'hasImage'
	| 'removeImage'
	| 'removeLayer'
	| 'removeSource'
	| 'setLayoutProperty'
	| 'setPaintProperty'
>;

export class MapLayers {
	readonly #map: LayeredMap;
	/** What each source holds, so that the same isn't given to it again. */
	readonly #data = new Map<string, GeoJSON>();

	constructor(map: LayeredMap) {
		this.#map = map;
	}

	/** Add a layer at the height of its slot. */
	add(layer: AddLayerObject): void {
		// The lines of hubs are another engine's layers, which find their own place.
		const present = this.#map.getLayersOrder().filter((id) => !id.startsWith('deck-'));
		this.#map.addLayer(layer, layerAbove(layer.id, present));
	}

	has(layer: string): boolean {
		return this.#map.getLayer(layer) !== undefined;
	}

	hasSource(source: string): boolean {
		return this.#map.getSource(source) !== undefined;
	}

	/** Remove a layer if it is there. */
	remove(layer: string): void {
		if (this.has(layer)) this.#map.removeLayer(layer);
	}

	/** Remove the layers of a slot ("borders") whose name ("borders/wards") is not among those wanted. */
	keepOnly(slot: string, wanted: { has: (name: string) => boolean }): void {
		for (const layer of this.#map.getLayersOrder()) {
			const [at, name] = layer.split('/');
			if (at === slot && name !== undefined && !wanted.has(name)) this.#map.removeLayer(layer);
		}
	}

	/** Give a source of areas or lines its data. */
	areas(source: string, data: GeoJSON): void {
		this.#give(source, data, { type: WIDE_TILES });
	}

	/** Give a source of points its data. */
	points(source: string, data: FeatureCollection, clustering: object = {}): void {
		this.#give(source, data, { type: 'geojson', ...clustering });
	}

	/**
	 * Give a source of lines its data. Without any, its layers are hidden: each source in sight costs
	 * every frame a mask of the whole map, even where it is empty.
	 */
	lines(source: string, data: GeoJSON, layers: readonly string[]): void {
		this.areas(source, data);
		const visibility = data === EMPTY ? 'none' : 'visible';
		for (const layer of layers) {
			if (this.has(layer)) this.#map.setLayoutProperty(layer, 'visibility', visibility);
		}
	}

	/** What a source was given; undefined where there is none. */
	dataOf(source: string): GeoJSON | undefined {
		return this.#data.get(source);
	}

	removeSource(source: string): void {
		this.#map.removeSource(source);
		this.#data.delete(source);
	}

	/** Give every source its data again when next asked to: the graphics were lost. */
	forget(): void {
		this.#data.clear();
	}

	image(name: string, { image, pixelRatio }: MapIcon): void {
		if (this.#map.hasImage(name)) this.#map.removeImage(name);
		this.#map.addImage(name, image, { pixelRatio });
	}

	/** Set properties of a layer's paint; nothing where the layer isn't there. */
	paint(layer: string, properties: Readonly<Record<string, unknown>>): void {
		if (!this.has(layer)) return;
		for (const [property, value] of Object.entries(properties)) {
			this.#map.setPaintProperty(layer, property as never, value as never);
		}
	}

	show(layer: string, isShown: boolean): void {
		this.#map.setLayoutProperty(layer, 'visibility', isShown ? 'visible' : 'none');
	}

	#give(id: string, data: GeoJSON, options: { type: string }): void {
		const source = this.#map.getSource<GeoJSONSource>(id);
		if (source && this.#data.get(id) === data) return;
		this.#data.set(id, data);
		if (source) void source.setData(data);
		else this.#map.addSource(id, { ...options, data } as SourceSpecification);
	}
}
