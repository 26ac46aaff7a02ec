/**
 * The map that the pages use. It knows drawings, not layers or components: it is given a scene and
 * makes its parts show it, in an order that has the areas there first, changing no more than what
 * differs.
 */
import type { BasemapPart } from '../geometry/parts.ts';
import type { Camera } from '../url/map-state.ts';
import { AreaSource } from './area-source.ts';
import { Engine, type EngineEvents, type EngineOptions } from './engine.ts';
import { Ground } from './ground.ts';
import type { HubEvents, HubScene } from './hub-scene.ts';
import { Hubs } from './hubs.ts';
import { MapLayers } from './map-layers.ts';
import { drawOverlays } from './overlays.ts';
import { Pointer, type PointerEvents } from './pointer.ts';
import { makePin } from './pin.ts';
import { Points } from './points.ts';
import { Popups } from './popups.ts';
import type { Scene } from './scene.ts';
import { MAP_THEMES, type MapThemeName } from '../picture/theme.ts';

export { isWithoutWebGl } from './engine.ts';

export interface AreaMapEvents extends EngineEvents, Omit<PointerEvents, 'point'> {
	/** A point of a layer was chosen by click or tap; its popup opens anyway. */
	asset?: (layer: string, id: string) => void;
	/** Areas have been painted for the first time. */
	painted: () => void;
}

export interface AreaMapOptions extends Omit<EngineOptions, 'window'> {
	basemap: BasemapPart;
	theme: MapThemeName;
	events: AreaMapEvents;
}

export class AreaMap {
	readonly #events: AreaMapEvents;
	/** The theme that the map started with. */
	readonly #theme: MapThemeName;
	readonly #engine: Engine;
	readonly #layers: MapLayers;
	readonly #ground: Ground;
	readonly #areas: AreaSource;
	readonly #points: Points;
	readonly #hubs: Hubs;
	readonly #popups: Popups;
	readonly #pointer: Pointer;
	#pin: { remove: () => void } | null = null;
	#drawn: Scene | null = null;
	#wanted: Scene | null = null;
	#ready = false;
	/** Whether the areas have been painted; what lies on them follows. */
	#painted = false;

	constructor({ basemap, theme, events, ...options }: AreaMapOptions) {
		this.#events = events;
		this.#theme = theme;
		this.#engine = new Engine({ ...options, window: basemap.window });
		const { map } = this.#engine;
		this.#layers = new MapLayers(map);
		this.#ground = new Ground(this.#layers, basemap, options.bounds);
		this.#areas = new AreaSource(map, this.#layers);
		this.#popups = new Popups(map);
		this.#points = new Points(this.#layers, (layer) => this.#popups.closeOf(layer));
		this.#hubs = new Hubs(map, this.#layers);
		this.#pointer = new Pointer(
			map,
			{
				unitAt: (point) => this.#drawn && this.#areas.unitAt(this.#drawn, point),
				outlineOf: (unit) =>
					this.#drawn && this.#areas.outlineOf(this.#drawn, indicesOf(this.#drawn.unitOf, unit))
			},
			{
				hover: (unit) => events.hover(unit),
				select: (unit) => events.select(unit),
				middle: (unit) => events.middle(unit),
				point: (source, properties) => this.#choosePoint(source, properties)
			},
			MAP_THEMES[theme].hover
		);
		// There is nothing in the style to wait for, as there would be with "load".
		void map.once('style.load', () => this.#start());
	}

	/** Show a scene; drawn at once, or as soon as the map can. */
	show(scene: Scene): void {
		this.#wanted = scene;
		if (this.#ready) this.#draw(scene);
	}

	/** Show the hubs of a plan. What draws their lines is fetched the first time. */
	showHubs(scene: HubScene, events: HubEvents): void {
		this.#hubs.set(scene, events);
		if (this.#ready) this.#hubs.draw();
	}

	zoomBy(levels: number): void {
		this.#engine.zoomBy(levels);
	}

	/** Move the view by a share of its size: (1, 0) is one map to the east. */
	panBy(right: number, down: number): void {
		this.#engine.panBy(right, down);
	}

	/** Back to the whole region. */
	fitRegion(): void {
		this.#engine.fitRegion();
	}

	/** Go to a camera of the address; null is the whole region. */
	jumpTo(camera: Camera | null): void {
		this.#engine.jumpTo(camera);
	}

	/** Bring a point into view without moving more than needed. */
	reveal(longitude: number, latitude: number): void {
		this.#engine.reveal(longitude, latitude);
	}

	/** Show some LSOAs of the scene whole and near; `isStep`: the reader chose them. */
	frame(members: readonly number[], isStep: boolean): void {
		const scene = this.#drawn ?? this.#wanted;
		if (!scene || members.length === 0) return;
		const { coordinates } = this.#areas.geometryOf(scene).outline(new Set(members));
		this.#engine.frame(boundsOf(coordinates.flat()), isStep);
	}

	/** Mark the place that was searched for; null marks none. */
	pin(place: { longitude: number; latitude: number } | null): void {
		this.#pin?.remove();
		this.#pin = place && makePin(this.#engine.map, place);
	}

	/** Go near to a place. */
	goTo(longitude: number, latitude: number): void {
		this.#engine.goTo(longitude, latitude);
	}

	/** Go to an asset of a shown layer and open its popup; nothing where it isn't shown. */
	showAsset(layer: string, id: string): void {
		const mark = this.#points.find(layer, id);
		if (!mark) return;
		this.goTo(mark.longitude, mark.latitude);
		this.#popups.open(layer, mark);
	}

	/** The unit in the middle of the map, or null. */
	unitAtMiddle(): number | null {
		return this.#pointer.unitAtMiddle();
	}

	resize(): void {
		this.#engine.map.resize();
	}

	/** A picture of the map as it is now, for printing. */
	picture(): string {
		return this.#engine.picture(this.#hubs.paint);
	}

	/** Close the popup; false where none is open. */
	closePopup(): boolean {
		return this.#popups.close();
	}

	destroy(): void {
		this.#popups.close();
		this.#engine.map.remove();
	}

	/** The engine can draw. */
	#start(): void {
		const { rest, moved, lost, restored } = this.#events;
		this.#ready = true;
		this.#engine.listen({
			rest,
			moved,
			lost: () => {
				this.#ready = false;
				lost();
			},
			restored: () => {
				this.#ready = true;
				this.#drawn = null;
				this.#areas.forget();
				this.#layers.forget();
				if (this.#wanted) this.#draw(this.#wanted);
				restored();
			}
		});
		this.#pointer.listen();
		if (this.#wanted) this.#draw(this.#wanted);
		else this.#drawGround(this.#theme);
		this.#hubs.draw();
	}

	#drawGround(name: MapThemeName): void {
		if (this.#ground.isDrawn) return;
		this.#ground.drawLand(MAP_THEMES[name]);
		this.#areas.addLines(MAP_THEMES[name]);
	}

	#draw(scene: Scene): void {
		if (!this.#painted) return this.#drawFirst(scene);
		const { map } = this.#engine;
		const before = this.#drawn;
		this.#drawn = scene;
		const started = performance.now();
		if (before?.theme !== scene.theme) this.#setTheme(scene.theme);
		if (before?.boundaries !== scene.boundaries) this.#areas.show(scene);
		if (before?.boundaries !== scene.boundaries || before.unitOf !== scene.unitOf) {
			this.#pointer.leave();
		}
		if (before?.drawings !== scene.drawings || before.theme !== scene.theme) {
			this.#areas.paint(scene);
			drawOverlays({
				layers: this.#layers,
				scene,
				geometry: this.#areas.geometryOf(scene)
			});
			this.#points.draw(scene.drawings);
		}
		if (before?.selected !== scene.selected || before.boundaries !== scene.boundaries) {
			this.#areas.outlineSelected(scene);
		}
		void map.once('render', () =>
			performance.measure('map:repaint', { start: started, end: performance.now() })
		);
		map.triggerRepaint();
	}

	/**
	 * The areas first: all else is slower to prepare, by the same worker, and follows. Until then the
	 * engine draws several frames of bare sea, for each of which the browser would lay the whole page
	 * together anew, so the canvas shows once there is something on it.
	 */
	#drawFirst(scene: Scene): void {
		if (this.#drawn) return; // under way: what is wanted by then follows
		this.#drawn = scene;
		const { map } = this.#engine;
		const { style } = map.getCanvas();
		if (!this.#ground.isDrawn) {
			style.visibility = 'hidden';
			this.#ground.drawSea(MAP_THEMES[this.#theme]);
		}
		this.#areas.show(scene);
		this.#pointer.leave();
		this.#areas.paint(scene);
		this.#setTheme(scene.theme);
		const follow = () => {
			if (!this.#areas.isLoaded(scene)) return;
			map.off('render', follow);
			style.visibility = '';
			performance.mark('map:first-areas');
			this.#painted = true;
			this.#drawn = { ...scene, drawings: [], selected: [] };
			this.#drawGround(scene.theme);
			this.#areas.drawDistricts(scene);
			this.#ground.drawTowns(MAP_THEMES[scene.theme]);
			this.#setTheme(scene.theme);
			if (this.#wanted) this.#draw(this.#wanted);
			void map.once('idle', () => this.#events.painted());
		};
		map.on('render', follow);
	}

	#setTheme(name: MapThemeName): void {
		const theme = MAP_THEMES[name];
		this.#ground.setTheme(theme);
		this.#areas.setTheme(theme);
		this.#pointer.setColour(theme.hover);
	}

	#choosePoint(source: string, properties: { point?: unknown }): void {
		const found = this.#points.of(source, properties);
		if (!found) return;
		this.#popups.open(found.layer, found.mark);
		this.#events.asset?.(found.layer, found.mark.id);
	}
}

/** West, south, east and north of some points. */
function boundsOf(points: readonly (readonly number[])[]): [number, number, number, number] {
	const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [longitude = NaN, latitude = NaN] of points) {
		bounds[0] = Math.min(bounds[0], longitude);
		bounds[1] = Math.min(bounds[1], latitude);
		bounds[2] = Math.max(bounds[2], longitude);
		bounds[3] = Math.max(bounds[3], latitude);
	}
	return bounds;
}

/** Positions of a value in a list. */
const indicesOf = (list: readonly number[], value: number): number[] =>
	list.flatMap((found, i) => (found === value ? [i] : []));
