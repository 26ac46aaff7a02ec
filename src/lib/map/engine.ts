/**
 * The engine's map: how it is made, where its camera is and goes, and what happens when the graphics
 * are lost. It knows nothing of what is drawn.
 */
import {
	GPUInitializationError,
	Map as MapLibreMap,
	prewarm,
	setWorkerUrl,
	type PaddingOptions
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { MAX_ZOOM, MIN_ZOOM, type Camera } from '../url/map-state.ts';
import { addWideTiles } from './wide-tiles.ts';

/** Near enough to tell streets' worth of places apart. */
const PLACE_ZOOM = 13.5;
/** A small neighbourhood is shown with the streets around it. */
const AREA_ZOOM = 13;

export interface EngineOptions {
	container: HTMLElement;
	label: string;
	/** West, south, east, north: the map goes no further. */
	window: [number, number, number, number];
	/** West, south, east, north of the region. */
	bounds: [number, number, number, number];
	/** Pixels at each edge that the region should stay clear of. */
	padding: () => PaddingOptions;
	/** Null is the whole region. */
	camera: Camera | null;
}

export interface EngineEvents {
	/** The reader moved the map and it has come to rest. */
	rest: (camera: Camera | null) => void;
	/** The reader is moving the map. */
	moved: (camera: Camera) => void;
	/** The graphics context is gone; nothing can be drawn until it is restored. */
	lost: () => void;
	/** It is back, with the style as it was but for feature states. */
	restored: () => void;
}

/** Whether an error of {@link Engine}'s constructor means that this browser has no WebGL 2. */
export const isWithoutWebGl = (error: unknown): boolean => error instanceof GPUInitializationError;

export class Engine {
	readonly map: MapLibreMap;
	readonly #options: EngineOptions;

	constructor(options: EngineOptions) {
		this.#options = options;
		setWorkerUrl(workerUrl);
		// The workers start while this thread is busy with the graphics.
		prewarm();
		addWideTiles();
		const { bounds, camera, container, label } = options;
		this.map = new MapLibreMap({
			container,
			// What changes, changes at once: fading would draw old and new again and again.
			style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [] },
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			minZoom: MIN_ZOOM,
			maxZoom: MAX_ZOOM,
			maxBounds: options.window,
			renderWorldCopies: false,
			fadeDuration: 0,
			locale: { 'Map.Title': label },
			...(camera
				? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
				: { bounds, fitBoundsOptions: { padding: options.padding() } })
		});
		this.map.touchZoomRotate.disableRotation();
		this.map.keyboard.disableRotation();
	}

	/** Tell of the camera and of the graphics from now on. */
	listen(events: EngineEvents): void {
		this.map.on(
			'moveend',
			(event: { byReader?: boolean; whole?: boolean; originalEvent?: unknown }) => {
				if (!event.byReader && !event.originalEvent) return;
				events.rest(event.whole ? null : this.#camera());
			}
		);
		this.map.on('move', (event: { byReader?: boolean; originalEvent?: unknown }) => {
			if (event.byReader || event.originalEvent) events.moved(this.#camera());
		});
		this.map.on('webglcontextlost', () => events.lost());
		this.map.on('webglcontextrestored', () => {
			void this.map.once('idle', () => events.restored());
		});
	}

	#camera(): Camera {
		const { lng, lat } = this.map.getCenter();
		return { longitude: lng, latitude: lat, zoom: this.map.getZoom() };
	}

	zoomBy(levels: number): void {
		this.map.easeTo({ zoom: this.map.getZoom() + levels, duration: 200 }, { byReader: true });
	}

	/** Move the view by a share of its size: (1, 0) is one map to the east. */
	panBy(right: number, down: number): void {
		const { clientWidth, clientHeight } = this.map.getContainer();
		this.map.panBy(
			[right * clientWidth, down * clientHeight],
			{ duration: 200 },
			{ byReader: true }
		);
	}

	/** Back to the whole region. */
	fitRegion(): void {
		this.map.fitBounds(
			this.#options.bounds,
			{ padding: this.#options.padding(), duration: 400 },
			{ byReader: true, whole: true }
		);
	}

	/** Go to a camera of the address; null is the whole region. */
	jumpTo(camera: Camera | null): void {
		if (camera === null) {
			this.map.fitBounds(this.#options.bounds, { padding: this.#options.padding(), duration: 0 });
		} else {
			this.map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
		}
	}

	/** Bring a point into view without moving more than needed. */
	reveal(longitude: number, latitude: number): void {
		const { left = 0, right = 0, top = 0, bottom = 0 } = this.#options.padding();
		const { clientWidth, clientHeight } = this.map.getContainer();
		const { x, y } = this.map.project([longitude, latitude]);
		// What lies over the map hides what is under it.
		const isSeen = Math.min(x, y) >= 0 && x <= clientWidth - right && y <= clientHeight - bottom;
		if (isSeen) return;
		const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2];
		this.map.easeTo({ center: [longitude, latitude], offset, duration: 400 }, { byReader: true });
	}

	/**
	 * Show an area whole and near. A map that does already stays as it is. `isStep` says that the
	 * reader chose it, so that the address gets the camera.
	 */
	frame(bounds: [number, number, number, number], isStep: boolean): void {
		const [west, south, east, north] = bounds;
		const padding = this.#options.padding();
		const to = this.map.cameraForBounds([west, south, east, north], {
			padding,
			maxZoom: AREA_ZOOM
		});
		if (to?.zoom === undefined || to.center === undefined) return;
		// What lies over the map hides what is under it.
		const { clientWidth, clientHeight } = this.map.getContainer();
		const [first, last] = [this.map.project([west, north]), this.map.project([east, south])];
		const inSight =
			Math.min(first.x, first.y) >= 0 &&
			last.x <= clientWidth - (padding.right ?? 0) &&
			last.y <= clientHeight - (padding.bottom ?? 0);
		if (isStep && inSight && Math.abs(this.map.getZoom() - to.zoom) < 1) return;
		this.map.easeTo(
			{ center: to.center, zoom: to.zoom, duration: isStep ? 600 : 0 },
			isStep ? { byReader: true } : {}
		);
	}

	/** Go near to a place. */
	goTo(longitude: number, latitude: number): void {
		const zoom = Math.max(this.map.getZoom(), PLACE_ZOOM);
		this.map.easeTo({ center: [longitude, latitude], zoom, duration: 600 }, { byReader: true });
	}

	/** A picture of the map as it is now; `paint` adds what lies over the canvas, if anything does. */
	picture(paint: ((context: CanvasRenderingContext2D, ratio: number) => void) | null): string {
		this.map.redraw();
		const canvas = this.map.getCanvas();
		const whole = document.createElement('canvas');
		const context = paint && whole.getContext('2d');
		if (!context) return canvas.toDataURL('image/png');
		whole.width = canvas.width;
		whole.height = canvas.height;
		context.drawImage(canvas, 0, 0);
		paint(context, canvas.width / canvas.clientWidth);
		return whole.toDataURL('image/png');
	}
}
