/**
 * Hubs on the map: lines to the neighbourhoods they serve (deck.gl, fetched only where there are
 * hubs) and numbered markers that can be dragged. Whoever cannot drag has the list of hubs.
 */
import { LineLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { HubEvents, HubScene } from './hub-scene.ts';

/** Accent of the site, readable over the deciles in light and dark. */
const LINE: [number, number, number] = [255, 171, 0];
/** Edge and number of a mark. */
const INK = '#17171f';

export class HubOverlay {
	readonly #map: MapLibreMap;
	readonly #overlay: MapLibreOverlay;
	readonly #beforeId: string;
	#markers: Marker[] = [];
	#hubs: HubScene['hubs'] = [];

	/** Lines go below the layer `beforeId`. */
	constructor(map: MapLibreMap, beforeId: string) {
		this.#map = map;
		this.#beforeId = beforeId;
		this.#overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
		map.addControl(this.#overlay);
	}

	show({ hubs, lines }: HubScene, events: HubEvents): void {
		this.#overlay.setProps({ layers: lines.length === 0 ? [] : [this.#lines(lines)] });
		this.#hubs = hubs;
		for (const marker of this.#markers) marker.remove();
		this.#markers = hubs.map((hub) => {
			const element = document.createElement('div');
			element.className = hub.standing ? 'hub-mark standing' : 'hub-mark';
			element.textContent = String(hub.number);
			element.title = hub.name;
			const marker = new Marker({ element, draggable: !hub.standing }).setLngLat([
				hub.longitude,
				hub.latitude
			]);
			marker.on('dragend', () => {
				const { lng, lat } = marker.getLngLat();
				// It stays where it was unless the plan says otherwise.
				marker.setLngLat([hub.longitude, hub.latitude]);
				events.moved(hub.id, lng, lat);
			});
			marker.addTo(this.#map);
			// The list of hubs is what a keyboard and a screen reader use.
			element.removeAttribute('tabindex');
			element.removeAttribute('role');
			element.setAttribute('aria-hidden', 'true');
			return marker;
		});
	}

	/** Paint the marks on a picture of the map, whose pixels are so many to one of the page. */
	paint(context: CanvasRenderingContext2D, ratio: number): void {
		context.font = `700 ${13 * ratio}px sans-serif`;
		context.textAlign = 'center';
		context.textBaseline = 'middle';
		context.lineWidth = 2 * ratio;
		context.strokeStyle = INK;
		for (const { number, longitude, latitude, standing } of this.#hubs) {
			const point = this.#map.project([longitude, latitude]);
			const x = point.x * ratio;
			const y = point.y * ratio;
			const half = 12 * ratio;
			context.beginPath();
			if (standing) context.rect(x - half, y - half, 2 * half, 2 * half);
			else context.arc(x, y, half, 0, 2 * Math.PI);
			context.fillStyle = standing ? '#ffffff' : `rgb(${LINE.join()})`;
			context.fill();
			context.stroke();
			context.fillStyle = INK;
			context.fillText(String(number), x, y);
		}
	}

	#lines(lines: HubScene['lines']): LineLayer<HubScene['lines'][number]> {
		return new LineLayer({
			id: 'hub-lines',
			data: [...lines],
			getSourcePosition: ({ from }) => from,
			getTargetPosition: ({ to }) => to,
			getColor: [...LINE, 210],
			getWidth: ({ people }) => 1.75 + Math.min(5, Math.sqrt(people) / 4),
			widthUnits: 'pixels',
			...({ beforeId: this.#beforeId } as object)
		});
	}
}
