/** For tests: the part of the engine's map that layers and areas use, which remembers what it has. */
import type { AddLayerObject } from 'maplibre-gl';
import type { PaintedMap } from './area-source.ts';
import type { LayeredMap } from './map-layers.ts';

export class FakeMap {
	/** From the bottom up. */
	readonly layers: AddLayerObject[] = [];
	/** What each source was given, call by call. */
	readonly given = new Map<string, unknown[]>();
	readonly types = new Map<string, string>();
	/** Every feature state that was set. */
	readonly states: { source: string; id: unknown; state: unknown }[] = [];
	/** Paint and layout that were set after a layer was added: "layer property". */
	readonly properties = new Map<string, unknown>();

	/** As the engine's types have it. */
	get map(): LayeredMap & PaintedMap {
		return this as unknown as LayeredMap & PaintedMap;
	}

	get order(): string[] {
		return this.layers.map(({ id }) => id);
	}

	getLayersOrder() {
		return this.order;
	}
	getLayer(id: string) {
		return this.layers.find((layer) => layer.id === id);
	}
	addLayer(layer: AddLayerObject, before?: string) {
		if (this.getLayer(layer.id)) throw new Error(`layer ${layer.id} is there already`);
		if ('source' in layer && !this.given.has(String(layer.source))) {
			throw new Error(`layer ${layer.id} has no source`);
		}
		this.layers.splice(before ? this.order.indexOf(before) : this.layers.length, 0, layer);
	}
	removeLayer(id: string) {
		this.layers.splice(this.order.indexOf(id), 1);
	}
	getSource(id: string) {
		const given = this.given.get(id);
		return given && { setData: (data: unknown) => given.push(data) };
	}
	addSource(id: string, { type, data }: { type: string; data: unknown }) {
		this.types.set(id, type);
		this.given.set(id, [data]);
	}
	removeSource(id: string) {
		this.given.delete(id);
	}
	isSourceLoaded(id: string) {
		return this.given.has(id);
	}
	setFeatureState({ source, id }: { source: string; id: unknown }, state: unknown) {
		this.states.push({ source, id, state });
	}
	setPaintProperty(layer: string, property: string, value: unknown) {
		this.properties.set(`${layer} ${property}`, value);
	}
	setLayoutProperty(layer: string, property: string, value: unknown) {
		this.properties.set(`${layer} ${property}`, value);
	}
}
