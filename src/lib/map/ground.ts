/** The ground of the map: sea, land, the lines between districts around the region, names of towns. */
import type { BasemapPart } from '../geometry/parts.ts';
import { decodeBasemap, decodeTowns, lineFeature } from '../geometry/topology.ts';
import type { MapLayers } from './map-layers.ts';
import { FONT, IS_LINE } from './style.ts';
import type { MapTheme } from '../picture/theme.ts';

export class Ground {
	readonly #layers: MapLayers;
	readonly #basemap: BasemapPart;

	constructor(layers: MapLayers, basemap: BasemapPart) {
		this.#layers = layers;
		this.#basemap = basemap;
	}

	/** Whether there is more than sea. */
	get isDrawn(): boolean {
		return this.#layers.has('land');
	}

	drawSea({ sea }: MapTheme): void {
		if (this.#layers.has('sea')) return;
		this.#layers.add({ id: 'sea', type: 'background', paint: { 'background-color': sea } });
	}

	drawLand(theme: MapTheme): void {
		this.drawSea(theme);
		const { land, borders } = decodeBasemap(this.#basemap);
		this.#layers.areas('ground', {
			type: 'FeatureCollection',
			features: [...land.features, lineFeature(borders, { line: true })]
		});
		this.#layers.add({
			id: 'land',
			type: 'fill',
			source: 'ground',
			filter: ['!', IS_LINE],
			// Without smoothing, no seams show between the districts.
			paint: { 'fill-color': theme.land, 'fill-antialias': false }
		});
		this.#layers.add({
			id: 'neighbour-borders',
			type: 'line',
			source: 'ground',
			filter: IS_LINE,
			paint: { 'line-color': theme.neighbourBorder, 'line-width': 0.8 }
		});
	}

	drawTowns(theme: MapTheme): void {
		this.#layers.points('towns', {
			type: 'FeatureCollection',
			features: decodeTowns(this.#basemap)
		});
		this.#layers.add({
			id: 'town-labels',
			type: 'symbol',
			source: 'towns',
			layout: {
				'text-field': ['get', 'name'],
				'text-font': FONT,
				'text-size': ['interpolate', ['linear'], ['get', 'population'], 1000, 11, 150_000, 15],
				'symbol-sort-key': ['-', 0, ['get', 'population']],
				'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
				'text-radial-offset': ['step', ['get', 'population'], 0.9, 40_000, 1.3],
				'text-justify': 'auto',
				'text-padding': 4
			},
			filter: ['>=', ['get', 'population'], ['step', ['zoom'], 9_000, 9, 5_000, 10, 2_000, 11, 0]],
			paint: {
				'text-color': theme.townLabel,
				'text-halo-color': theme.townHalo,
				'text-halo-width': 1.4
			}
		});
	}

	setTheme(theme: MapTheme): void {
		this.#layers.paint('sea', { 'background-color': theme.sea });
		this.#layers.paint('land', { 'fill-color': theme.land });
		this.#layers.paint('neighbour-borders', { 'line-color': theme.neighbourBorder });
		this.#layers.paint('town-labels', {
			'text-color': theme.townLabel,
			'text-halo-color': theme.townHalo
		});
	}
}
