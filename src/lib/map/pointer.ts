/**
 * Pointer and keyboard on the map: what they are on, and what they choose. What the pointer is on is
 * outlined above the map, which then needn't be drawn again.
 */
import {
	Point,
	type GeoJSONSource,
	type Map as MapLibreMap,
	type MapMouseEvent
} from 'maplibre-gl';
import type { MultiLineString, Position } from 'geojson';
import type { AreaFeature } from '../geometry/topology.ts';

const SVG = 'http://www.w3.org/2000/svg';

export interface PointerEvents {
	/** The pointer came upon a unit (index), or left them all. */
	hover: (unit: number | null) => void;
	/** A unit was chosen by click or tap. */
	select: (unit: number) => void;
	/** A point that the engine drew from a source was chosen by click or tap. */
	point: (source: string, properties: { point?: unknown }) => void;
	/** The reader moved the map with keys, and this unit lies in its middle now; null is none. */
	middle: (unit: number | null) => void;
}

/** What the pointer can be on. */
export interface Under {
	/** The unit at a point of the map; null is none. */
	unitAt: (point: { x: number; y: number }) => number | null;
	/** The outline of a unit; null where it is not drawn. */
	outlineOf: (unit: number) => AreaFeature | MultiLineString | null;
}

export class Pointer {
	readonly #map: MapLibreMap;
	readonly #under: Under;
	readonly #events: PointerEvents;
	readonly #outline = document.createElementNS(SVG, 'path');
	#hovered: number | null = null;

	constructor(map: MapLibreMap, under: Under, events: PointerEvents, colour: string) {
		this.#map = map;
		this.#under = under;
		this.#events = events;
		const sheet = document.createElementNS(SVG, 'svg');
		sheet.setAttribute('aria-hidden', 'true');
		sheet.classList.add('pointer-outline');
		this.#outline.setAttribute('fill', 'none');
		this.#outline.setAttribute('stroke-width', '2');
		this.#outline.setAttribute('stroke-linejoin', 'round');
		this.setColour(colour);
		sheet.append(this.#outline);
		map.getCanvasContainer().append(sheet);
		map.on('move', () => this.#hovered !== null && this.#placeOutline());
		map.on('resize', () => this.#placeOutline());
	}

	setColour(colour: string): void {
		this.#outline.setAttribute('stroke', colour);
	}

	/** The pointer is on nothing: what it was on is not drawn any more. */
	leave(): void {
		this.#hover(null);
	}

	/** The unit in the middle of the map, or null. */
	unitAtMiddle(): number | null {
		const { clientWidth, clientHeight } = this.#map.getContainer();
		return this.#under.unitAt(new Point(clientWidth / 2, clientHeight / 2));
	}

	/** Follow pointer and keyboard from now on. */
	listen(): void {
		// What is dragged stays under the pointer.
		this.#map.on('dragstart', () => this.#hover(null));
		this.#map.on('mousemove', (event) => {
			if (this.#map.isMoving()) return;
			const hit = this.#under.unitAt(event.point);
			this.#hover(hit);
			this.#map.getCanvas().style.cursor = hit === null && !this.#pointAt(event) ? '' : 'pointer';
		});
		this.#map.on('mouseout', () => this.#hover(null));
		this.#map.on('click', (event) => void this.#click(event));
		this.#map.on('moveend', (event: { originalEvent?: unknown }) => {
			if (!(event.originalEvent instanceof KeyboardEvent)) return;
			const unit = this.unitAtMiddle();
			this.#hover(unit);
			this.#events.middle(unit);
		});
	}

	#hover(unit: number | null): void {
		if (unit === this.#hovered) return;
		const started = performance.now();
		this.#hovered = unit;
		this.#placeOutline();
		this.#events.hover(unit);
		// A task that follows a frame runs when the frame has been painted.
		requestAnimationFrame(() =>
			setTimeout(() => performance.measure('map:hover', { start: started, end: performance.now() }))
		);
	}

	/** Put the outline where the map's camera has what the pointer is on. */
	#placeOutline(): void {
		const shape = this.#hovered === null ? null : this.#under.outlineOf(this.#hovered);
		const path = pathOf(shape, (at) => this.#map.project(at));
		this.#outline.setAttribute('d', path);
	}

	#pointAt({ point }: MapMouseEvent) {
		const layers = this.#map.getLayersOrder().filter((id) => id.startsWith('points/'));
		if (layers.length === 0) return undefined;
		return this.#map.queryRenderedFeatures(point, { layers })[0];
	}

	async #click(event: MapMouseEvent): Promise<void> {
		const hit = this.#pointAt(event);
		if (!hit) {
			const unit = this.#under.unitAt(event.point);
			if (unit !== null) this.#events.select(unit);
			return;
		}
		const source = this.#map.getSource<GeoJSONSource>(hit.source);
		const cluster = hit.properties['cluster_id'] as number | undefined;
		if (cluster === undefined || !source) {
			this.#events.point(hit.source, hit.properties);
			return;
		}
		const zoom = await source.getClusterExpansionZoom(cluster);
		const [longitude = 0, latitude = 0] =
			hit.geometry.type === 'Point' ? hit.geometry.coordinates : [];
		this.#map.easeTo({ center: [longitude, latitude], zoom: zoom + 0.2 }, { byReader: true });
	}
}

/** A shape's lines as the path of a drawing in pixels; empty where there is no shape. */
export function pathOf(
	shape: AreaFeature | MultiLineString | null,
	project: (at: [longitude: number, latitude: number]) => { x: number; y: number }
): string {
	const corner = ([longitude = NaN, latitude = NaN]: Position) => {
		const { x, y } = project([longitude, latitude]);
		return `${x.toFixed(1)},${y.toFixed(1)}`;
	};
	const lines = shape === null ? [] : linesOf(shape);
	return lines.map((line) => `M${line.map(corner).join('L')}`).join('');
}

/** The lines that a shape is drawn with. */
function linesOf(shape: AreaFeature | MultiLineString): Position[][] {
	if (shape.type === 'MultiLineString') return shape.coordinates;
	const { geometry } = shape;
	return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
