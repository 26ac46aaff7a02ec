/**
 * The areas of a region: their shapes, their colours, and the lines between and around them. Areas
 * are painted through feature state (repainting needs no new tiles); the selection is a tiny source
 * of its own.
 */
import type { ExpressionFilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MultiLineString } from 'geojson';
import type { Vintage } from '../areas/vintage.ts';
import {
	decodeBoundaries,
	lineFeature,
	type AreaFeature,
	type AreaGeometry
} from '../geometry/topology.ts';
import { hatchIcon } from './icons.ts';
import { EMPTY, type MapLayers } from './map-layers.ts';
import type { Scene } from './scene.ts';
import { growing, ROUND } from './style.ts';
import { MAP_THEMES, type MapTheme } from '../picture/theme.ts';

/** The region's edge among lines between its parts. */
const IS_EDGE: ExpressionFilterSpecification = ['has', 'edge'];
/** Lines between units, where these are not LSOAs. */
const UNIT_LINES = ['areas-line/units'];
const SELECTED_LINES = ['selected-casing', 'selected'];
const NO_DATA = 'areas-no-data';

const areaSource = (vintage: Vintage): string => `areas-${vintage}`;

/** The part of the engine's map that areas need beside their layers. */
export type PaintedMap = Pick<
	MapLibreMap,
	'isSourceLoaded' | 'queryRenderedFeatures' | 'setFeatureState'
>;

export class AreaSource {
	readonly #map: PaintedMap;
	readonly #layers: MapLayers;
	readonly #geometry = new Map<Vintage, AreaGeometry>();
	/** The colour of each area, by source. */
	readonly #colours = new Map<string, (string | null)[]>();

	constructor(map: PaintedMap, layers: MapLayers) {
		this.#map = map;
		this.#layers = layers;
	}

	/** The shapes of a scene's areas. */
	geometryOf({ boundaries }: Pick<Scene, 'boundaries'>): AreaGeometry {
		let geometry = this.#geometry.get(boundaries.vintage);
		if (!geometry) {
			geometry = decodeBoundaries(boundaries);
			this.#geometry.set(boundaries.vintage, geometry);
		}
		return geometry;
	}

	/** The outline of some LSOAs as one shape; null where there are none. */
	outlineOf(scene: Scene, members: readonly number[]): AreaFeature | MultiLineString | null {
		const [only, ...others] = members;
		if (only === undefined) return null;
		const geometry = this.geometryOf(scene);
		if (others.length > 0) return geometry.outline(new Set(members));
		return geometry.areas.features[only] ?? null;
	}

	/** The unit of a scene that is drawn at a point of the map; null is none. */
	unitAt({ boundaries, unitOf }: Scene, point: { x: number; y: number }): number | null {
		const layer = `areas-fill/${boundaries.vintage}`;
		if (!this.#layers.has(layer)) return null;
		const [hit] = this.#map.queryRenderedFeatures([point.x, point.y], { layers: [layer] });
		return typeof hit?.id === 'number' ? (unitOf[hit.id] ?? null) : null;
	}

	/** Whether a scene's areas are there to be drawn. */
	isLoaded({ boundaries }: Scene): boolean {
		return this.#map.isSourceLoaded(areaSource(boundaries.vintage));
	}

	/**
	 * Show the areas of a scene. Those of each vintage stay in a source of their own once shown:
	 * switching the edition then changes opacities, not tiles.
	 */
	show(scene: Scene): void {
		const geometry = this.geometryOf(scene);
		const { vintage } = scene.boundaries;
		const theme = MAP_THEMES[scene.theme];
		const source = areaSource(vintage);
		if (!this.#layers.hasSource(source)) {
			this.#layers.areas(source, geometry.areas);
			this.#layers.add({
				id: `areas-fill/${vintage}`,
				type: 'fill',
				source,
				paint: {
					'fill-color': ['to-color', ['feature-state', 'colour'], theme.noData],
					'fill-antialias': false
				}
			});
			this.#layers.add({
				id: `areas-line/${vintage}`,
				type: 'line',
				source,
				paint: { 'line-color': theme.areaLine, 'line-width': growing(0.4, 1.2) }
			});
		}
		for (const [known] of this.#geometry) {
			this.#layers.paint(`areas-fill/${known}`, { 'fill-opacity': known === vintage ? 1 : 0 });
			if (known !== vintage) this.#layers.paint(`areas-line/${known}`, { 'line-opacity': 0 });
		}
	}

	/** Give the areas the colours of a scene. */
	paint(scene: Scene): void {
		const fill = scene.drawings.find(({ drawing }) => drawing.kind === 'fill')?.drawing;
		if (fill?.kind !== 'fill') return;
		const { vintage } = scene.boundaries;
		const source = areaSource(vintage);
		const before = this.#colours.get(source);
		const colours = scene.unitOf.map((unit) => fill.colours[unit] ?? null);
		colours.forEach((colour, id) => {
			if (before?.[id] !== colour) this.#map.setFeatureState({ source, id }, { colour });
		});
		this.#colours.set(source, colours);
		// Lines between neighbourhoods would divide what has one value.
		const single = new Set(scene.unitOf).size === scene.unitOf.length;
		this.#layers.paint(`areas-line/${vintage}`, { 'line-opacity': single ? 1 : 0 });
		// Without those lines, pinholes show where three of them meet.
		this.#layers.paint(`areas-fill/${vintage}`, { 'fill-antialias': !single });
		if (!single || this.#layers.hasSource('units')) {
			const lines = single ? EMPTY : this.geometryOf(scene).borders(scene.unitOf);
			this.#layers.lines('units', lines, UNIT_LINES);
		}
		this.#paintNoData(scene, colours);
	}

	/** "No data" is a pattern, not a colour. */
	#paintNoData(scene: Scene, colours: readonly (string | null)[]): void {
		const without = new Set(colours.flatMap((colour, id) => (colour === null ? [id] : [])));
		if (without.size === 0) return this.#layers.remove(NO_DATA);
		const theme = MAP_THEMES[scene.theme];
		this.#layers.image('no-data', hatchIcon(theme.noDataStroke, theme.noData, 1));
		this.#layers.areas(NO_DATA, this.geometryOf(scene).union(without));
		if (this.#layers.has(NO_DATA)) return;
		this.#layers.add({
			id: NO_DATA,
			type: 'fill',
			source: NO_DATA,
			paint: { 'fill-pattern': 'no-data' }
		});
	}

	/** Add the lines over the areas, without any yet where there were none before. */
	addLines(theme: MapTheme): void {
		for (const source of ['units', 'borders', 'selected']) {
			if (!this.#layers.dataOf(source)) this.#layers.areas(source, EMPTY);
		}
		const { areaLine, districtLine, regionLine, selectedCasing, selected } = theme;
		this.#layers.add({
			id: 'areas-line/units',
			type: 'line',
			source: 'units',
			paint: { 'line-color': areaLine, 'line-width': growing(0.8, 1.6) }
		});
		this.#layers.add({
			id: 'district-line',
			type: 'line',
			source: 'borders',
			filter: ['!', IS_EDGE],
			layout: ROUND,
			paint: { 'line-color': districtLine, 'line-width': growing(1.2, 3) }
		});
		this.#layers.add({
			id: 'region-line',
			type: 'line',
			source: 'borders',
			filter: IS_EDGE,
			paint: { 'line-color': regionLine, 'line-width': growing(0.6, 1.2) }
		});
		this.#layers.add({
			id: 'selected-casing',
			type: 'line',
			source: 'selected',
			layout: ROUND,
			paint: { 'line-color': selectedCasing, 'line-width': 6 }
		});
		this.#layers.add({
			id: 'selected',
			type: 'line',
			source: 'selected',
			layout: ROUND,
			paint: { 'line-color': selected, 'line-width': 3 }
		});
		this.#layers.lines('units', this.#layers.dataOf('units') ?? EMPTY, UNIT_LINES);
		this.#layers.lines('selected', this.#layers.dataOf('selected') ?? EMPTY, SELECTED_LINES);
	}

	/** The areas of both vintages meet on the same lines (scripts/build/joint-boundaries.ts). */
	drawDistricts(scene: Scene): void {
		const geometry = this.geometryOf(scene);
		this.#layers.areas('borders', {
			type: 'FeatureCollection',
			features: [
				lineFeature(geometry.borders(scene.districts), {}),
				lineFeature(geometry.edge(), { edge: true })
			]
		});
	}

	/** Outline the area that a scene has chosen. */
	outlineSelected(scene: Scene): void {
		const outline = this.outlineOf(scene, scene.selected) ?? EMPTY;
		this.#layers.lines('selected', outline, SELECTED_LINES);
	}

	setTheme(theme: MapTheme): void {
		this.#layers.paint('district-line', { 'line-color': theme.districtLine });
		this.#layers.paint('region-line', { 'line-color': theme.regionLine });
		this.#layers.paint('selected', { 'line-color': theme.selected });
		this.#layers.paint('selected-casing', { 'line-color': theme.selectedCasing });
		for (const [vintage] of this.#geometry) {
			this.#layers.paint(`areas-line/${vintage}`, { 'line-color': theme.areaLine });
		}
	}

	/** Paint every area again when next asked to: the graphics were lost, and feature states with them. */
	forget(): void {
		this.#colours.clear();
	}
}
