/** The one popup of the map: what is said of a point. */
import { Popup, type Map as MapLibreMap } from 'maplibre-gl';
import type { PointMark } from '../layers/layer.ts';

export class Popups {
	readonly #map: MapLibreMap;
	#popup: Popup | null = null;
	/** Id of the layer whose point it describes. */
	#layer: string | null = null;

	constructor(map: MapLibreMap) {
		this.#map = map;
	}

	/** Say what a point of a layer is, in place of what was said before. */
	open(layer: string, { name, lines, longitude, latitude }: PointMark): void {
		this.close();
		const content = document.createElement('div');
		const title = document.createElement('h3');
		title.textContent = name;
		content.append(title);
		for (const line of lines) {
			const paragraph = document.createElement('p');
			// A label and its value: “Address: …”.
			const [, label = '', value = ''] = /^([^:.]{1,30}:)?(.*)$/s.exec(line) ?? [];
			const strong = document.createElement('strong');
			strong.textContent = label;
			paragraph.append(strong, value);
			content.append(paragraph);
		}
		this.#popup = new Popup({ maxWidth: '18rem', focusAfterOpen: true })
			.setLngLat([longitude, latitude])
			.setDOMContent(content)
			.addTo(this.#map);
		this.#layer = layer;
	}

	/** Close it; false where none is open. */
	close(): boolean {
		const open = this.#popup?.isOpen() ?? false;
		this.#popup?.remove();
		return open;
	}

	/** Close it where it describes a point of a layer. */
	closeOf(layer: string): void {
		if (this.#layer === layer) this.close();
	}
}
