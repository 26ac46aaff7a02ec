/**
 * Hubs on the map: lines to the neighbourhoods they serve (deck.gl, fetched only where there are
 * hubs) and numbered markers that can be dragged. Whoever cannot drag has the list of hubs.
 */
import { LineLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import { PLAN_COLOURS } from '../document/plan-colours.ts';
import { HubFrames } from './hub-frames.ts';
import { HubMarks, type Mark, type MarkEvents } from './hub-marks.ts';
import type { HubEvents, HubMark, HubScene } from './hub-scene.ts';

const { hub: INK, onHub: PAPER, journey: LINE, journeyEdge: EDGE } = PLAN_COLOURS;
/** Pixels of the edge on either side of a line. */
const EDGES = 1;

export class HubOverlay {
	readonly #map: MapLibreMap;
	readonly #overlay: MapLibreOverlay;
	readonly #beforeId: string;
	readonly #frames = new HubFrames();
	readonly #marks: HubMarks;
	#hubs: HubScene['hubs'] = [];

	/** Lines go below the layer `beforeId`. */
	constructor(map: MapLibreMap, beforeId: string) {
		this.#map = map;
		this.#beforeId = beforeId;
		// Its loop takes the frames, though the types of its properties leave them out.
		const frames = { animationFrameProvider: this.#frames } as object;
		this.#overlay = new MapLibreOverlay({ interleaved: true, layers: [], ...frames });
		map.addControl(this.#overlay);
		// It draws in the map's frames, and settles in one of its own what it found out while drawing.
		map.on('render', () => this.#frames.wake());
		this.#marks = new HubMarks(
			(hub, events) => addMark(map, hub, events),
			({ hubs, lines }) => {
				this.#hubs = hubs;
				this.#overlay.setProps({ layers: lines.length === 0 ? [] : this.#lines(lines) });
				this.#frames.wake();
			}
		);
	}

	/** Show a scene: at once, or as soon as the reader lets go of a mark that they drag. */
	show(scene: HubScene, events: HubEvents): void {
		this.#marks.show(scene, events);
	}

	/** Paint the marks on a picture of the map, whose pixels are so many to one of the page. */
	paint(context: CanvasRenderingContext2D, ratio: number): void {
		context.font = `700 ${13 * ratio}px sans-serif`;
		context.textAlign = 'center';
		context.textBaseline = 'middle';
		context.lineWidth = 2 * ratio;
		for (const { number, longitude, latitude, standing } of this.#hubs) {
			const point = this.#map.project([longitude, latitude]);
			const x = point.x * ratio;
			const y = point.y * ratio;
			const half = 12 * ratio;
			context.beginPath();
			if (standing) context.rect(x - half, y - half, 2 * half, 2 * half);
			else context.arc(x, y, half, 0, 2 * Math.PI);
			context.fillStyle = standing ? PAPER : INK;
			context.strokeStyle = standing ? INK : PAPER;
			context.fill();
			context.stroke();
			context.fillStyle = standing ? INK : PAPER;
			context.fillText(String(number), x, y);
		}
	}

	/** The lines, and their edges below: by these they are seen over light areas, too. */
	#lines(lines: HubScene['lines']): LineLayer<HubScene['lines'][number]>[] {
		const layer = (id: string, colour: string, wider: number) =>
			new LineLayer<HubScene['lines'][number]>({
				id,
				data: [...lines],
				getSourcePosition: ({ from }) => from,
				getTargetPosition: ({ to }) => to,
				getColor: rgb(colour),
				getWidth: ({ people }) => 1.75 + Math.min(5, Math.sqrt(people) / 4) + wider,
				widthUnits: 'pixels',
				// The layer comes with the ground: until the ground is there, the lines lie over all.
				...((this.#map.getLayer(this.#beforeId) ? { beforeId: this.#beforeId } : {}) as object)
			});
		return [layer('hub-line-edges', EDGE, 2 * EDGES), layer('hub-lines', LINE, 0)];
	}
}

/** "#2fd6c3" as deck.gl has it. */
const rgb = (colour: string): [number, number, number] => [
	parseInt(colour.slice(1, 3), 16),
	parseInt(colour.slice(3, 5), 16),
	parseInt(colour.slice(5, 7), 16)
];

/** Puts a mark on the map that can be dragged unless its hub stands already, or stays. */
function addMark(map: MapLibreMap, first: HubMark, events: MarkEvents): Mark {
	const element = document.createElement('div');
	// The list of hubs is what a keyboard and a screen reader use.
	element.setAttribute('aria-hidden', 'true');
	element.classList.add('hub-mark');
	const marker = new Marker({ element });
	const show = ({ number, name, longitude, latitude, standing, stays }: HubMark) => {
		const moves = !standing && !stays;
		element.classList.toggle('standing', standing);
		element.textContent = String(number);
		element.title = name;
		marker.setLngLat([longitude, latitude]);
		if (marker.isDraggable() !== moves) marker.setDraggable(moves);
	};
	show(first);
	marker.addTo(map);

	let watch: AbortController | null = null;
	marker.on('dragstart', () => {
		events.grabbed();
		// The engine hears of the end of a drag on the map alone, and before the window does.
		watch = new AbortController();
		for (const end of ['mouseup', 'touchend', 'touchcancel']) {
			addEventListener(end, () => events.abandoned(), { signal: watch.signal });
		}
	});
	marker.on('dragend', () => {
		watch?.abort();
		const { lng, lat } = marker.getLngLat();
		events.released(lng, lat);
	});
	return {
		show,
		remove: () => {
			watch?.abort();
			marker.remove();
		}
	};
}
