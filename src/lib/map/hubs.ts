/** A siting plan on the map. What draws its lines and marks is fetched when there is one. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { HubOverlay } from './hub-overlay.ts';
import type { HubEvents, HubScene } from './hub-scene.ts';
import type { MapLayers } from './map-layers.ts';
import { growing } from './style.ts';

/** Lines of hubs go below this layer. */
const ABOVE = 'town-labels';

export class Hubs {
	readonly #map: MapLibreMap;
	readonly #layers: MapLayers;
	#loading: Promise<HubOverlay> | null = null;
	#overlay: HubOverlay | null = null;
	/** The plan to show; null is none. */
	#plan: { scene: HubScene; events: HubEvents } | null = null;

	constructor(map: MapLibreMap, layers: MapLayers) {
		this.#map = map;
		this.#layers = layers;
	}

	/** Show a plan when next drawn. */
	set(scene: HubScene, events: HubEvents): void {
		this.#plan = { scene, events };
	}

	/** Draw the plan, if there is one. */
	draw(): void {
		if (!this.#plan) return;
		this.#drawCandidates(this.#plan.scene);
		this.#loading ??= import('./hub-overlay.ts').then(
			({ HubOverlay }) => new HubOverlay(this.#map, ABOVE)
		);
		this.#loading.then(
			(overlay) => {
				this.#overlay = overlay;
				if (this.#plan) overlay.show(this.#plan.scene, this.#plan.events);
			},
			(error: unknown) => console.warn('The lines of the hubs could not be drawn:', error)
		);
	}

	/** Paints the marks on a picture of the map; null where there are none. */
	get paint(): HubOverlay['paint'] | null {
		const overlay = this.#overlay;
		return overlay && ((...on) => overlay.paint(...on));
	}

	#drawCandidates({ candidates }: HubScene): void {
		this.#layers.points('hub-candidates', {
			type: 'FeatureCollection',
			features: candidates.map(({ longitude, latitude }) => ({
				type: 'Feature',
				properties: {},
				geometry: { type: 'Point', coordinates: [longitude, latitude] }
			}))
		});
		if (this.#layers.has('hub-candidates')) return;
		this.#layers.add({
			id: 'hub-candidates',
			type: 'circle',
			source: 'hub-candidates',
			paint: {
				'circle-radius': growing(1.6, 4),
				'circle-color': '#ffffff',
				'circle-stroke-color': '#17171f',
				'circle-stroke-width': 1
			}
		});
	}
}
