/** The ground of the map: sea, land, the lines between districts around the region, names of towns. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { BasemapPart } from '../geometry/parts.ts';
import { decodeBasemap, decodeTowns, lineFeature } from '../geometry/topology.ts';
import type { MapLayers } from './map-layers.ts';
import { FONT, IS_LINE } from './style.ts';
import type { MapTheme } from '../picture/theme.ts';

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number];

/** What share of the region's width a name may reach out of it: it would be cut at the map's edge. */
const NAME = 0.12;

/** A name stands over its place, but at the edges of the region beside it, inwards; in letters' heights. */
function inwards([west, , east]: Bounds): ExpressionSpecification {
	const isAt = (edge: number): ExpressionSpecification => [
		'<',
		['abs', ['-', ['get', 'longitude'], edge]],
		(east - west) * NAME
	];
	return [
		'case',
		isAt(east),
		['literal', ['right', [-1, 0], 'bottom-right', [-0.5, -1.2], 'top-right', [-0.5, 1.2]]],
		isAt(west),
		['literal', ['left', [1, 0], 'bottom-left', [0.5, -1.2], 'top-left', [0.5, 1.2]]],
		[
			'literal',
			['center', [0, 0], 'top', [0, 1], 'bottom', [0, -1], 'left', [1, 0], 'right', [-1, 0]]
		]
	];
}

export class Ground {
	readonly #layers: MapLayers;
	readonly #basemap: BasemapPart;
	readonly #bounds: Bounds;

	constructor(layers: MapLayers, basemap: BasemapPart, bounds: Bounds) {
		this.#layers = layers;
		this.#basemap = basemap;
		this.#bounds = bounds;
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
			features: decodeTowns(this.#basemap).map((town) => ({
				...town,
				properties: { ...town.properties, longitude: town.geometry.coordinates[0] }
			}))
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
				'text-variable-anchor-offset': inwards(this.#bounds),
				'text-justify': 'auto',
				'text-padding': 4
			},
			filter: ['>=', ['get', 'population'], ['step', ['zoom'], 9_000, 9, 5_000, 10, 2_000, 11, 0]],
			paint: {
				'text-color': theme.townLabel,
				'text-halo-color': theme.townHalo,
				'text-halo-width': 1.6
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
