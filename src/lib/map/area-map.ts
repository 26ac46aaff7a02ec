/**
 * The one class that owns the map. It knows drawings, not layers or components: it is
 * given a scene and makes the map show it, changing no more than what differs. Areas
 * are painted through feature state (repainting needs no new tiles), the selection is a tiny
 * source of its own, and what the pointer is on is outlined above the map, which then needn't
 * be drawn again.
 */
import {
	GPUInitializationError,
	Map as MapLibreMap,
	Point,
	Popup,
	prewarm,
	setWorkerUrl,
	type AddLayerObject,
	type ExpressionFilterSpecification,
	type GeoJSONSource,
	type MapLayerMouseEvent,
	type MapMouseEvent,
	type PaddingOptions,
	type SourceSpecification
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection, GeoJSON, MultiLineString, Position } from 'geojson';
import type { Vintage } from '../indicators/editions.ts';
import type { Drawing, PointMark } from '../layers/layer.ts';
import { circleRadius } from '../layers/circles.ts';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import type { GroupLevel, Level } from '../region/region.ts';
import type { BasemapPart, BoundariesPart } from '../region/pack.ts';
import { MAX_ZOOM, MIN_ZOOM, type Camera } from '../url/map-state.ts';
import { CLUSTERING } from './clustering.ts';
import {
	decodeBasemap,
	decodeBoundaries,
	decodeOutlines,
	lineFeature,
	type AreaFeature,
	type AreaGeometry
} from './geometry.ts';
import { hatchIcon, pointIcon } from './icons.ts';
import type { HubOverlay } from './hub-overlay.ts';
import type { HubEvents, HubScene } from './hub-scene.ts';
import { MAP_THEMES, type MapThemeName } from './theme.ts';
import { addWideTiles, WIDE_TILES } from './wide-tiles.ts';
import { layerAbove } from './z-order.ts';

/** Everything the map is to show. */
export interface Scene {
	boundaries: BoundariesPart;
	/** District index by LSOA, for the lines between districts. */
	districts: readonly number[];
	/** Unit index by LSOA: units are what is coloured, named and chosen. */
	unitOf: readonly number[];
	/** Index of the area of each level by LSOA, for lines between them. */
	parents: Readonly<Record<GroupLevel, readonly number[]>>;
	/** Where the circle of an area of a level stands: longitude and latitude. */
	centreOf: (level: Level, unit: number) => [number, number];
	drawings: readonly { id: string; drawing: Drawing }[];
	/** LSOA indices of the chosen area. */
	selected: readonly number[];
	theme: MapThemeName;
}

export interface AreaMapEvents {
	/** The pointer came upon a unit (index), or left them all. */
	hover: (unit: number | null) => void;
	/** A unit was chosen by click or tap. */
	select: (unit: number) => void;
	/** A point of a layer was chosen by click or tap; its popup opens anyway. */
	asset?: (layer: string, id: string) => void;
	/** The reader moved the map and it has come to rest. */
	rest: (camera: Camera | null) => void;
	/** The reader is moving the map. */
	moved: (camera: Camera) => void;
	/** The reader moved the map with keys, and this unit lies in its middle now; null is none. */
	middle: (unit: number | null) => void;
	/** Areas have been painted for the first time. */
	painted: () => void;
	/** The graphics context is gone; nothing can be drawn until it is restored. */
	lost: () => void;
	restored: () => void;
}

export interface AreaMapOptions {
	container: HTMLElement;
	label: string;
	basemap: BasemapPart;
	/** West, south, east, north. */
	bounds: [number, number, number, number];
	/** Pixels at each edge that the region should stay clear of. */
	padding: () => PaddingOptions;
	camera: Camera | null;
	theme: MapThemeName;
	events: AreaMapEvents;
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** The layers that draw sources which may be empty. */
const LAYERS_OF_LINES: Readonly<Record<string, readonly string[]>> = {
	units: ['areas-line/units'],
	selected: ['selected-casing', 'selected']
};
/** Lines that share a source with areas, and the region's edge among lines between its parts. */
const IS_LINE: ExpressionFilterSpecification = ['has', 'line'];
const IS_EDGE: ExpressionFilterSpecification = ['has', 'edge'];
/** Lines of about a pixel. */
const HAIRLINES: ReadonlySet<string> = new Set([
	'neighbour-borders',
	'areas-line/units',
	'region-line'
]);
const SVG = 'http://www.w3.org/2000/svg';
const FONT = ['Atkinson Hyperlegible Next Variable'];
/** Near enough to tell streets' worth of places apart. */
const PLACE_ZOOM = 13.5;
const POINT_RADIUS = 5;
const CLUSTER_RADIUS = 11;

/** Whether an error of {@link AreaMap}'s constructor means that this browser has no WebGL 2. */
export const isWithoutWebGl = (error: unknown): boolean => error instanceof GPUInitializationError;

export class AreaMap {
	readonly #map: MapLibreMap;
	readonly #options: AreaMapOptions;
	readonly #geometry = new Map<Vintage, AreaGeometry>();
	readonly #points = new Map<string, readonly PointMark[]>();
	/** What each source holds, so that the same isn't given to it again. */
	readonly #data = new Map<string, GeoJSON>();
	/** The colour of each area, by source. */
	readonly #colours = new Map<string, (string | null)[]>();
	readonly #pointer = document.createElementNS(SVG, 'path');
	#drawn: Scene | null = null;
	#wanted: Scene | null = null;
	#hovered: number | null = null;
	#popup: Popup | null = null;
	/** Id of the layer whose asset the popup describes. */
	#popupOf: string | null = null;
	#ready = false;
	#hubs: Promise<HubOverlay> | null = null;
	#overlay: HubOverlay | null = null;
	/** The plan to show; null is none. */
	#plan: { scene: HubScene; events: HubEvents } | null = null;
	/** Whether the areas have been painted; what lies on them follows. */
	#painted = false;

	constructor(options: AreaMapOptions) {
		this.#options = options;
		setWorkerUrl(workerUrl);
		// The workers start while this thread is busy with the graphics.
		prewarm();
		addWideTiles();
		const { bounds, camera, container } = options;
		this.#map = new MapLibreMap({
			container,
			// What changes, changes at once: fading would draw old and new again and again.
			style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [] },
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			minZoom: MIN_ZOOM,
			maxZoom: MAX_ZOOM,
			maxBounds: options.basemap.window,
			renderWorldCopies: false,
			fadeDuration: 0,
			locale: { 'Map.Title': options.label },
			...(camera
				? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
				: { bounds, fitBoundsOptions: { padding: options.padding() } })
		});
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#addPointer();
		// There is nothing in the style to wait for, as there would be with "load".
		void this.#map.once('style.load', () => {
			this.#ready = true;
			this.#listen();
			if (this.#wanted) this.#draw(this.#wanted);
			else this.#drawBasemap();
			if (this.#plan) this.#drawHubs();
		});
	}

	/** Show a scene; drawn at once, or as soon as the map can. */
	show(scene: Scene): void {
		this.#wanted = scene;
		if (this.#ready) this.#draw(scene);
	}

	/** Show the hubs of a plan. What draws their lines is fetched the first time. */
	showHubs(scene: HubScene, events: HubEvents): void {
		this.#plan = { scene, events };
		if (this.#ready) this.#drawHubs();
	}

	#drawHubs(): void {
		if (!this.#plan) return;
		const { scene } = this.#plan;
		this.#pointSource('hub-candidates', {
			type: 'FeatureCollection',
			features: scene.candidates.map(({ longitude, latitude }) => ({
				type: 'Feature',
				properties: {},
				geometry: { type: 'Point', coordinates: [longitude, latitude] }
			}))
		});
		if (!this.#map.getLayer('hub-candidates')) {
			this.#add({
				id: 'hub-candidates',
				type: 'circle',
				source: 'hub-candidates',
				paint: {
					'circle-radius': growing(1.6, 4) as unknown as number,
					'circle-color': '#ffffff',
					'circle-stroke-color': '#17171f',
					'circle-stroke-width': 1
				}
			});
		}
		this.#hubs ??= import('./hub-overlay.ts').then(
			({ HubOverlay }) => new HubOverlay(this.#map, 'town-labels')
		);
		this.#hubs.then(
			(overlay) => {
				this.#overlay = overlay;
				if (this.#plan) overlay.show(this.#plan.scene, this.#plan.events);
			},
			(error: unknown) => console.warn('The lines of the hubs could not be drawn:', error)
		);
	}

	zoomBy(levels: number): void {
		this.#map.easeTo({ zoom: this.#map.getZoom() + levels, duration: 200 }, { byReader: true });
	}

	/** Move the view by a share of its size: (1, 0) is one map to the east. */
	panBy(right: number, down: number): void {
		const { clientWidth, clientHeight } = this.#map.getContainer();
		this.#map.panBy(
			[right * clientWidth, down * clientHeight],
			{ duration: 200 },
			{ byReader: true }
		);
	}

	/** Back to the whole region. */
	fitRegion(): void {
		this.#map.fitBounds(
			this.#options.bounds,
			{ padding: this.#options.padding(), duration: 400 },
			{ byReader: true, whole: true }
		);
	}

	/** Go to a camera of the address; null is the whole region. */
	jumpTo(camera: Camera | null): void {
		if (camera === null) {
			this.#map.fitBounds(this.#options.bounds, { padding: this.#options.padding(), duration: 0 });
		} else {
			this.#map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
		}
	}

	/** Bring a point into view without moving more than needed. */
	reveal(longitude: number, latitude: number): void {
		if (!this.#map.getBounds().contains([longitude, latitude])) {
			this.#map.easeTo({ center: [longitude, latitude], duration: 400 }, { byReader: true });
		}
	}

	/** Go near to a place. */
	goTo(longitude: number, latitude: number): void {
		const zoom = Math.max(this.#map.getZoom(), PLACE_ZOOM);
		this.#map.easeTo({ center: [longitude, latitude], zoom, duration: 600 }, { byReader: true });
	}

	/** Go to an asset of a shown layer and open its popup; nothing where it isn't shown. */
	showAsset(layer: string, id: string): void {
		const mark = this.#points.get(layer)?.find((point) => point.id === id);
		if (!mark) return;
		this.goTo(mark.longitude, mark.latitude);
		this.#openPopup(mark);
		this.#popupOf = layer;
	}

	/** The unit in the middle of the map, or null. */
	unitAtMiddle(): number | null {
		const { clientWidth, clientHeight } = this.#map.getContainer();
		return this.#unitAt({ point: new Point(clientWidth / 2, clientHeight / 2) });
	}

	resize(): void {
		this.#map.resize();
	}

	/** A picture of the map as it is now, for printing. */
	picture(): string {
		this.#map.redraw();
		const canvas = this.#map.getCanvas();
		if (!this.#overlay) return canvas.toDataURL('image/png');
		// The numbers of hubs lie over the canvas.
		const whole = document.createElement('canvas');
		whole.width = canvas.width;
		whole.height = canvas.height;
		const context = whole.getContext('2d');
		if (!context) return canvas.toDataURL('image/png');
		context.drawImage(canvas, 0, 0);
		this.#overlay.paint(context, canvas.width / canvas.clientWidth);
		return whole.toDataURL('image/png');
	}

	/** Close the popup; false where none is open. */
	closePopup(): boolean {
		const open = this.#popup?.isOpen() ?? false;
		this.#popup?.remove();
		return open;
	}

	destroy(): void {
		this.#popup?.remove();
		this.#map.remove();
	}

	#add(layer: AddLayerObject): void {
		// The lines of hubs are another engine's layers, which find their own place.
		const present = this.#map.getLayersOrder().filter((id) => !id.startsWith('deck-'));
		this.#map.addLayer(layer, layerAbove(layer.id, present));
	}

	/** A source of areas or lines, with its data. */
	#source(id: string, data: GeoJSON): void {
		this.#setSource(id, data, { type: WIDE_TILES });
	}

	/** A source of points, with its data. */
	#pointSource(id: string, data: FeatureCollection, clustering = {}): void {
		this.#setSource(id, data, { type: 'geojson', ...clustering });
	}

	#setSource(id: string, data: GeoJSON, options: { type: string }): void {
		const source = this.#map.getSource<GeoJSONSource>(id);
		if (source && this.#data.get(id) === data) return;
		this.#data.set(id, data);
		if (source) source.setData(data);
		else this.#map.addSource(id, { ...options, data } as SourceSpecification);
	}

	#drawSea(): void {
		const { sea } = MAP_THEMES[this.#options.theme];
		this.#add({ id: 'sea', type: 'background', paint: { 'background-color': sea } });
	}

	#drawBasemap(): void {
		if (this.#map.getLayer('land')) return;
		if (!this.#map.getLayer('sea')) this.#drawSea();
		const theme = MAP_THEMES[this.#options.theme];
		const { basemap } = this.#options;
		const { land, borders } = decodeBasemap(basemap);
		this.#source('ground', {
			type: 'FeatureCollection',
			features: [...land.features, lineFeature(borders, { line: true })]
		});
		for (const id of ['units', 'borders', 'selected']) {
			if (!this.#data.has(id)) this.#source(id, EMPTY);
		}

		this.#add({
			id: 'land',
			type: 'fill',
			source: 'ground',
			filter: ['!', IS_LINE],
			// Without smoothing, no seams show between the districts.
			paint: { 'fill-color': theme.land, 'fill-antialias': false }
		});
		const line = (id: string, source: string, colour: string, width: number | unknown[]) =>
			this.#add({
				id,
				type: 'line',
				source,
				// Round corners are four times the triangles, and not seen on a hairline.
				layout: HAIRLINES.has(id) ? {} : { 'line-join': 'round', 'line-cap': 'round' },
				paint: { 'line-color': colour, 'line-width': width as number }
			});
		line('neighbour-borders', 'ground', theme.neighbourBorder, 0.8);
		this.#map.setFilter('neighbour-borders', IS_LINE);
		line('areas-line/units', 'units', theme.areaLine, growing(0.8, 1.6));
		line('district-line', 'borders', theme.districtLine, growing(1.2, 3));
		this.#map.setFilter('district-line', ['!', IS_EDGE]);
		line('region-line', 'borders', theme.regionLine, growing(0.6, 1.2));
		this.#map.setFilter('region-line', IS_EDGE);
		line('selected-casing', 'selected', theme.selectedCasing, 6);
		line('selected', 'selected', theme.selected, 3);
		for (const id of ['units', 'selected']) this.#setLines(id, this.#data.get(id) ?? EMPTY);
	}

	/**
	 * Give a source of lines its data. Without any, its layers are hidden: each source in sight costs
	 * every frame a mask of the whole map, even where it is empty.
	 */
	#setLines(source: string, data: GeoJSON): void {
		this.#source(source, data);
		const visibility = data === EMPTY ? 'none' : 'visible';
		for (const layer of LAYERS_OF_LINES[source] ?? []) {
			if (this.#map.getLayer(layer)) this.#map.setLayoutProperty(layer, 'visibility', visibility);
		}
	}

	#drawTowns(): void {
		const theme = MAP_THEMES[this.#options.theme];
		this.#pointSource('towns', {
			type: 'FeatureCollection',
			features: this.#options.basemap.towns.map(({ name, longitude, latitude, population }) => ({
				type: 'Feature',
				properties: { name, population },
				geometry: { type: 'Point', coordinates: [longitude, latitude] }
			}))
		});
		this.#add({
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

	#draw(scene: Scene): void {
		if (!this.#painted) return this.#drawFirst(scene);
		const before = this.#drawn;
		this.#drawn = scene;
		const started = performance.now();
		if (before?.theme !== scene.theme) this.#paintTheme(scene.theme);
		if (before?.boundaries !== scene.boundaries) this.#showAreas(scene);
		if (before?.unitOf !== scene.unitOf) this.#hover(null);
		if (before?.drawings !== scene.drawings || before.theme !== scene.theme) {
			this.#paintAreas(scene);
			this.#drawMarkings(scene);
			this.#drawBorders(scene);
			this.#drawOutlines(scene);
			this.#drawCircles(scene);
			this.#drawPoints(scene);
		}
		if (before?.selected !== scene.selected || before.boundaries !== scene.boundaries) {
			this.#outlineSelected(scene.selected);
		}
		this.#map.once('render', () =>
			performance.measure('map:repaint', { start: started, end: performance.now() })
		);
		this.#map.triggerRepaint();
	}

	/**
	 * The areas first: all else is slower to prepare, by the same worker, and follows. Until then the
	 * engine draws several frames of bare sea, for each of which the browser would lay the whole page
	 * together anew, so the canvas shows once there is something on it.
	 */
	#drawFirst(scene: Scene): void {
		if (this.#drawn) return; // under way: what is wanted by then follows
		this.#drawn = scene;
		const { style } = this.#map.getCanvas();
		if (!this.#map.getLayer('land')) {
			style.visibility = 'hidden';
			this.#drawSea();
		}
		this.#showAreas(scene);
		this.#paintAreas(scene);
		this.#paintTheme(scene.theme);
		const source = areaSource(scene.boundaries.vintage);
		const follow = () => {
			if (!this.#map.isSourceLoaded(source)) return;
			this.#map.off('render', follow);
			style.visibility = '';
			performance.mark('map:first-areas');
			this.#painted = true;
			this.#drawn = { ...scene, drawings: [], selected: [] };
			this.#drawBasemap();
			this.#drawDistricts(scene);
			this.#drawTowns();
			this.#paintTheme(scene.theme);
			if (this.#wanted) this.#draw(this.#wanted);
			this.#map.once('idle', () => this.#options.events.painted());
		};
		this.#map.on('render', follow);
	}

	#geometryOf({ boundaries }: Scene): AreaGeometry {
		let geometry = this.#geometry.get(boundaries.vintage);
		if (!geometry) {
			geometry = decodeBoundaries(boundaries);
			this.#geometry.set(boundaries.vintage, geometry);
		}
		return geometry;
	}

	/**
	 * Areas of each vintage stay in a source of their own once shown: switching the
	 * edition then changes opacities, not tiles.
	 */
	#showAreas(scene: Scene): void {
		const geometry = this.#geometryOf(scene);
		const { vintage } = scene.boundaries;
		const theme = MAP_THEMES[scene.theme];
		const source = areaSource(vintage);
		if (!this.#map.getSource(source)) {
			this.#source(source, geometry.areas);
			this.#add({
				id: `areas-fill/${vintage}`,
				type: 'fill',
				source,
				paint: {
					'fill-color': ['to-color', ['feature-state', 'colour'], theme.noData],
					'fill-antialias': false
				}
			});
			this.#add({
				id: `areas-line/${vintage}`,
				type: 'line',
				source,
				paint: {
					'line-color': theme.areaLine,
					'line-width': growing(0.4, 1.2) as unknown as number
				}
			});
		}
		for (const [known] of this.#geometry) {
			this.#map.setPaintProperty(`areas-fill/${known}`, 'fill-opacity', known === vintage ? 1 : 0);
			if (known !== vintage) this.#map.setPaintProperty(`areas-line/${known}`, 'line-opacity', 0);
		}
		this.#hover(null);
	}

	/** The areas of both vintages meet on the same lines (scripts/build/joint-boundaries.ts). */
	#drawDistricts(scene: Scene): void {
		const geometry = this.#geometryOf(scene);
		this.#source('borders', {
			type: 'FeatureCollection',
			features: [
				lineFeature(geometry.borders(scene.districts), {}),
				lineFeature(geometry.edge(), { edge: true })
			]
		});
	}

	#paintAreas(scene: Scene): void {
		const fill = scene.drawings.find(({ drawing }) => drawing.kind === 'fill')?.drawing;
		if (fill?.kind !== 'fill') return;
		const source = areaSource(scene.boundaries.vintage);
		const without = new Set<number>();
		const before = this.#colours.get(source);
		const colours = scene.unitOf.map((unit) => fill.colours[unit] ?? null);
		colours.forEach((colour, id) => {
			if (before?.[id] !== colour) this.#map.setFeatureState({ source, id }, { colour });
			if (colour === null) without.add(id);
		});
		this.#colours.set(source, colours);
		// Lines between neighbourhoods would divide what has one value.
		const single = new Set(scene.unitOf).size === scene.unitOf.length;
		const { vintage } = scene.boundaries;
		this.#map.setPaintProperty(`areas-line/${vintage}`, 'line-opacity', single ? 1 : 0);
		// Without those lines, pinholes show where three of them meet.
		this.#map.setPaintProperty(`areas-fill/${vintage}`, 'fill-antialias', !single);
		if (!single || this.#map.getSource('units')) {
			this.#setLines('units', single ? EMPTY : this.#geometryOf(scene).borders(scene.unitOf));
		}
		this.#drawNoData(scene, without);
	}

	/** "No data" is a pattern, not a colour. */
	#drawNoData(scene: Scene, without: ReadonlySet<number>): void {
		const id = 'areas-no-data';
		if (without.size === 0) {
			if (this.#map.getLayer(id)) this.#map.removeLayer(id);
			return;
		}
		const theme = MAP_THEMES[scene.theme];
		this.#image('no-data', hatchIcon(theme.noDataStroke, theme.noData, 1));
		this.#source(id, this.#geometryOf(scene).union(without));
		if (!this.#map.getLayer(id)) {
			this.#add({ id, type: 'fill', source: id, paint: { 'fill-pattern': 'no-data' } });
		}
	}

	#drawMarkings(scene: Scene): void {
		const wanted = new Map(scene.drawings.map(({ id, drawing }) => [id, drawing]));
		this.#dropLayers('marking-', wanted);
		const geometry = this.#geometryOf(scene);
		for (const [id, drawing] of wanted) {
			if (drawing.kind !== 'marking') continue;
			const members = new Set(drawing.areas);
			this.#source(`marking/${id}`, geometry.outline(members));
			this.#source(`marking-area/${id}`, geometry.union(members));
			if (!this.#map.getLayer(`marking-line/${id}`)) {
				this.#image('hatch', hatchIcon(MARKING_COLOUR, null, 1.6));
				this.#add({
					id: `marking-hatch/${id}`,
					type: 'fill',
					source: `marking-area/${id}`,
					paint: { 'fill-pattern': 'hatch' }
				});
				const line = (slot: string, colour: string, width: unknown) =>
					this.#add({
						id: `${slot}/${id}`,
						type: 'line',
						source: `marking/${id}`,
						layout: { 'line-join': 'round' },
						paint: { 'line-color': colour, 'line-width': width as number }
					});
				line('marking-casing', '#1a1206', growing(2.6, 5));
				line('marking-line', MARKING_COLOUR, growing(1.4, 3));
			}
			this.#map.setLayoutProperty(
				`marking-hatch/${id}`,
				'visibility',
				drawing.marking === 'hatch' ? 'visible' : 'none'
			);
		}
	}

	#drawBorders(scene: Scene): void {
		const wanted = new Map(scene.drawings.map(({ id, drawing }) => [id, drawing]));
		for (const slot of ['borders-casing/', 'borders/']) this.#dropLayers(slot, wanted);
		for (const [id, drawing] of wanted) {
			if (drawing.kind !== 'borders') continue;
			this.#source(`borders/${id}`, this.#geometryOf(scene).borders(scene.parents[drawing.level]));
			if (this.#map.getLayer(`borders/${id}`)) continue;
			const { colour, width, dashes } = drawing.line;
			const line = (slot: string, paint: object) =>
				this.#add({
					id: `${slot}/${id}`,
					type: 'line',
					source: `borders/${id}`,
					layout: { 'line-join': 'round' },
					paint
				});
			// On a light casing a line is seen over dark areas too.
			line('borders-casing', {
				'line-color': '#ffffff',
				'line-opacity': 0.75,
				'line-width': growing(width + 1.6, 2 * width + 2.4)
			});
			line('borders', {
				'line-color': colour,
				'line-width': growing(width, 2 * width),
				...(dashes && { 'line-dasharray': [...dashes] })
			});
		}
	}

	/** Areas with outlines of their own: lines on a light casing, and their names. */
	#drawOutlines(scene: Scene): void {
		const wanted = new Map(scene.drawings.map(({ id, drawing }) => [id, drawing]));
		for (const slot of ['outlines-casing/', 'outlines/', 'outlines-labels/']) {
			this.#dropLayers(slot, wanted);
		}
		for (const [id, drawing] of wanted) {
			if (drawing.kind !== 'outlines' || this.#map.getLayer(`outlines/${id}`)) continue;
			const { lines, labels } = decodeOutlines(drawing.outlines);
			const { colour, width, dashes } = drawing.line;
			this.#source(`outlines/${id}`, lines);
			this.#pointSource(`outlines-labels/${id}`, labels);
			const line = (slot: string, paint: object) =>
				this.#add({
					id: `${slot}/${id}`,
					type: 'line',
					source: `outlines/${id}`,
					layout: { 'line-join': 'round' },
					paint
				});
			line('outlines-casing', {
				'line-color': '#ffffff',
				'line-opacity': 0.75,
				'line-width': growing(width + 2, 2 * width + 3)
			});
			line('outlines', {
				'line-color': colour,
				'line-width': growing(width, 2 * width),
				...(dashes && { 'line-dasharray': [...dashes] })
			});
			this.#add({
				id: `outlines-labels/${id}`,
				type: 'symbol',
				source: `outlines-labels/${id}`,
				layout: {
					'text-field': ['get', 'name'],
					'text-font': FONT,
					'text-size': 12,
					'text-max-width': 8,
					'text-padding': 2
				},
				paint: { 'text-color': colour, 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 }
			});
		}
	}

	/** Circles whose area is in proportion to the amount. */
	#drawCircles(scene: Scene): void {
		const wanted = new Map(scene.drawings.map(({ id, drawing }) => [id, drawing]));
		this.#dropLayers('circles/', wanted);
		for (const [id, drawing] of wanted) {
			if (drawing.kind !== 'circles') continue;
			const largest = Math.max(...drawing.amounts.map((amount) => amount ?? 0));
			this.#pointSource(`circles/${id}`, {
				type: 'FeatureCollection',
				features: drawing.amounts.flatMap((amount, unit) =>
					amount === null
						? []
						: [
								{
									type: 'Feature' as const,
									properties: { radius: circleRadius(amount, largest) },
									geometry: {
										type: 'Point' as const,
										coordinates: scene.centreOf(drawing.level, unit)
									}
								}
							]
				)
			});
			if (this.#map.getLayer(`circles/${id}`)) continue;
			this.#add({
				id: `circles/${id}`,
				type: 'circle',
				source: `circles/${id}`,
				paint: {
					'circle-radius': ['get', 'radius'],
					'circle-color': drawing.colour,
					'circle-opacity': 0.72,
					'circle-stroke-color': '#ffffff',
					'circle-stroke-width': 1.5
				}
			});
		}
	}

	#drawPoints(scene: Scene): void {
		const wanted = new Map(scene.drawings.map(({ id, drawing }) => [id, drawing]));
		this.#dropLayers('points/', wanted);
		for (const [id, drawing] of wanted) {
			if (drawing.kind !== 'points') continue;
			const { points, shape, colour } = drawing;
			const before = this.#points.get(id);
			this.#points.set(id, points);
			if (!before || !isSameOnMap(before, points)) {
				this.#pointSource(
					`points/${id}`,
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
			if (this.#map.getLayer(`points/${id}/single`)) continue;
			this.#image(`${id}-filled`, pointIcon(shape, colour, false, POINT_RADIUS));
			this.#image(`${id}-hollow`, pointIcon(shape, colour, true, POINT_RADIUS));
			this.#image(`${id}-cluster`, pointIcon(shape, colour, false, CLUSTER_RADIUS));
			this.#add({
				id: `points/${id}/single`,
				type: 'symbol',
				source: `points/${id}`,
				filter: ['!', ['has', 'point_count']],
				layout: {
					'icon-image': ['case', ['get', 'hollow'], `${id}-hollow`, `${id}-filled`],
					'icon-allow-overlap': true,
					'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 14, 1.3]
				}
			});
			this.#add({
				id: `points/${id}/cluster`,
				type: 'symbol',
				source: `points/${id}`,
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

	/** Remove the map layers of one kind whose drawing is no longer wanted, and their sources. */
	#dropLayers(prefix: string, wanted: ReadonlyMap<string, Drawing>): void {
		for (const layerId of this.#map.getLayersOrder()) {
			const [, id = ''] = layerId.split('/');
			if (!layerId.startsWith(prefix) || wanted.has(id)) continue;
			this.#map.removeLayer(layerId);
		}
		for (const id of [...this.#points.keys()]) {
			if (prefix !== 'points/' || wanted.has(id)) continue;
			this.#points.delete(id);
			this.#map.removeSource(`points/${id}`);
			this.#data.delete(`points/${id}`);
			if (this.#popupOf === id) this.#popup?.remove();
		}
	}

	#image(name: string, { image, pixelRatio }: ReturnType<typeof hatchIcon>): void {
		if (this.#map.hasImage(name)) this.#map.removeImage(name);
		this.#map.addImage(name, image, { pixelRatio });
	}

	#paintTheme(name: MapThemeName): void {
		const theme = MAP_THEMES[name];
		const paint = (layer: string, property: string, value: string) => {
			if (this.#map.getLayer(layer))
				this.#map.setPaintProperty(layer, property as never, value as never);
		};
		paint('sea', 'background-color', theme.sea);
		paint('land', 'fill-color', theme.land);
		paint('neighbour-borders', 'line-color', theme.neighbourBorder);
		paint('district-line', 'line-color', theme.districtLine);
		paint('region-line', 'line-color', theme.regionLine);
		this.#pointer.setAttribute('stroke', theme.hover);
		paint('selected', 'line-color', theme.selected);
		paint('selected-casing', 'line-color', theme.selectedCasing);
		paint('town-labels', 'text-color', theme.townLabel);
		paint('town-labels', 'text-halo-color', theme.townHalo);
		for (const [vintage] of this.#geometry) {
			paint(`areas-line/${vintage}`, 'line-color', theme.areaLine);
		}
	}

	/** The outline of some LSOAs as one shape; null where there are none. */
	#outlineOf(members: readonly number[]): AreaFeature | MultiLineString | null {
		const vintage = this.#drawn?.boundaries.vintage;
		const geometry = vintage ? this.#geometry.get(vintage) : undefined;
		const [only, ...others] = members;
		if (!geometry || only === undefined) return null;
		if (others.length > 0) return geometry.outline(new Set(members));
		return geometry.areas.features[only] ?? null;
	}

	#outlineSelected(members: readonly number[]): void {
		this.#setLines('selected', this.#outlineOf(members) ?? EMPTY);
	}

	#hover(unit: number | null): void {
		if (unit === this.#hovered) return;
		const started = performance.now();
		this.#hovered = unit;
		this.#placePointer();
		this.#options.events.hover(unit);
		// A task that follows a frame runs when the frame has been painted.
		requestAnimationFrame(() =>
			setTimeout(() => performance.measure('map:hover', { start: started, end: performance.now() }))
		);
	}

	/** An outline above the map's canvas, for what the pointer is on. */
	#addPointer(): void {
		const sheet = document.createElementNS(SVG, 'svg');
		sheet.setAttribute('aria-hidden', 'true');
		sheet.classList.add('pointer-outline');
		this.#pointer.setAttribute('fill', 'none');
		this.#pointer.setAttribute('stroke-width', '2');
		this.#pointer.setAttribute('stroke-linejoin', 'round');
		this.#pointer.setAttribute('stroke', MAP_THEMES[this.#options.theme].hover);
		sheet.append(this.#pointer);
		this.#map.getCanvasContainer().append(sheet);
		this.#map.on('move', () => this.#hovered !== null && this.#placePointer());
		this.#map.on('resize', () => this.#placePointer());
	}

	/** Put the outline where the map's camera has what the pointer is on. */
	#placePointer(): void {
		const unit = this.#hovered;
		const shape =
			unit === null ? null : this.#outlineOf(indicesOf(this.#drawn?.unitOf ?? [], unit));
		const corner = ([longitude = NaN, latitude = NaN]: Position) => {
			const { x, y } = this.#map.project([longitude, latitude]);
			return `${x.toFixed(1)},${y.toFixed(1)}`;
		};
		const lines = shape === null ? [] : linesOf(shape);
		this.#pointer.setAttribute('d', lines.map((line) => `M${line.map(corner).join('L')}`).join(''));
	}

	#listen(): void {
		const { events } = this.#options;
		// What is dragged stays under the pointer.
		this.#map.on('dragstart', () => this.#hover(null));
		this.#map.on('mousemove', (event) => {
			if (this.#map.isMoving()) return;
			const hit = this.#unitAt(event);
			this.#hover(hit);
			this.#map.getCanvas().style.cursor = hit === null && !this.#pointAt(event) ? '' : 'pointer';
		});
		this.#map.on('mouseout', () => this.#hover(null));
		this.#map.on('click', (event) => void this.#click(event));
		this.#map.on(
			'moveend',
			(event: { byReader?: boolean; whole?: boolean; originalEvent?: unknown }) => {
				if (!event.byReader && !event.originalEvent) return;
				if (event.whole) return events.rest(null);
				events.rest(this.#camera());
				if (!(event.originalEvent instanceof KeyboardEvent)) return;
				const unit = this.unitAtMiddle();
				this.#hover(unit);
				events.middle(unit);
			}
		);
		this.#map.on('move', (event: { byReader?: boolean; originalEvent?: unknown }) => {
			if (event.byReader || event.originalEvent) events.moved(this.#camera());
		});
		this.#map.on('webglcontextlost', () => {
			this.#ready = false;
			events.lost();
		});
		this.#map.on('webglcontextrestored', () => {
			// The style comes back without feature states: draw everything once more.
			this.#map.once('idle', () => {
				this.#ready = true;
				this.#drawn = null;
				this.#colours.clear();
				this.#data.clear();
				if (this.#wanted) this.#draw(this.#wanted);
				events.restored();
			});
		});
	}

	#camera(): Camera {
		const { lng, lat } = this.#map.getCenter();
		return { longitude: lng, latitude: lat, zoom: this.#map.getZoom() };
	}

	#unitAt({ point }: Pick<MapMouseEvent, 'point'>): number | null {
		const vintage = this.#drawn?.boundaries.vintage;
		const layer = `areas-fill/${vintage}`;
		if (!vintage || !this.#map.getLayer(layer)) return null;
		const [hit] = this.#map.queryRenderedFeatures(point, { layers: [layer] });
		return typeof hit?.id === 'number' ? (this.#drawn?.unitOf[hit.id] ?? null) : null;
	}

	#pointAt({ point }: MapMouseEvent) {
		const layers = this.#map.getLayersOrder().filter((id) => id.startsWith('points/'));
		if (layers.length === 0) return undefined;
		return this.#map.queryRenderedFeatures(point, { layers })[0];
	}

	async #click(event: MapMouseEvent | MapLayerMouseEvent): Promise<void> {
		const hit = this.#pointAt(event);
		if (!hit) {
			const unit = this.#unitAt(event);
			if (unit !== null) this.#options.events.select(unit);
			return;
		}
		const source = this.#map.getSource<GeoJSONSource>(hit.source);
		const cluster = hit.properties['cluster_id'] as number | undefined;
		if (cluster !== undefined && source) {
			const zoom = await source.getClusterExpansionZoom(cluster);
			const [longitude = 0, latitude = 0] =
				hit.geometry.type === 'Point' ? hit.geometry.coordinates : [];
			this.#map.easeTo({ center: [longitude, latitude], zoom: zoom + 0.2 }, { byReader: true });
			return;
		}
		const layer = hit.source.replace('points/', '');
		const mark = this.#points.get(layer)?.[Number(hit.properties['point'])];
		if (!mark) return;
		this.#openPopup(mark);
		this.#popupOf = layer;
		this.#options.events.asset?.(layer, mark.id);
	}

	#openPopup({ name, lines, longitude, latitude }: PointMark): void {
		this.#popup?.remove();
		const content = document.createElement('div');
		const title = document.createElement('h3');
		title.textContent = name;
		content.append(title);
		for (const line of lines) {
			const paragraph = document.createElement('p');
			paragraph.textContent = line;
			content.append(paragraph);
		}
		this.#popup = new Popup({ maxWidth: '18rem', focusAfterOpen: true })
			.setLngLat([longitude, latitude])
			.setDOMContent(content)
			.addTo(this.#map);
	}
}

/** Positions of a value in a list. */
const indicesOf = (list: readonly number[], value: number): number[] =>
	list.flatMap((found, i) => (found === value ? [i] : []));

/** Whether two lists of points look the same on a map; what is said of each may differ. */
const isSameOnMap = (some: readonly PointMark[], others: readonly PointMark[]): boolean =>
	some.length === others.length &&
	some.every((one, i) => {
		const other = others[i];
		return (
			one.longitude === other?.longitude &&
			one.latitude === other.latitude &&
			one.hollow === other.hollow
		);
	});

/** The lines that a shape is drawn with. */
function linesOf(shape: AreaFeature | MultiLineString): Position[][] {
	if (shape.type === 'MultiLineString') return shape.coordinates;
	const { geometry } = shape;
	return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

const areaSource = (vintage: Vintage): string => `areas-${vintage}`;

/** A line width that grows from region to street. */
const growing = (small: number, large: number): unknown[] => [
	'interpolate',
	['linear'],
	['zoom'],
	7,
	small,
	13,
	large
];
