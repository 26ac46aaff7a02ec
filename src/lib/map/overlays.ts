/** What lies over the areas: how the map shows each kind of drawing but the areas' own colours. */
import type { Drawing } from '../layers/layer.ts';
import type { LineStyle } from '../layers/palettes.ts';
import { circleRadius } from '../layers/circles.ts';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import { decodeOutlines, type AreaGeometry } from '../geometry/topology.ts';
import { hatchIcon } from './icons.ts';
import type { MapLayers } from './map-layers.ts';
import type { Scene } from './scene.ts';
import { FONT, growing } from './style.ts';

type DrawingOf<K extends Drawing['kind']> = Extract<Drawing, { kind: K }>;

/** What drawings are drawn on, and from. */
export interface OverlayContext {
	layers: MapLayers;
	scene: Scene;
	geometry: AreaGeometry;
}

/** How drawings of a kind are drawn. */
interface Overlay<K extends Drawing['kind']> {
	/** The slots of its layers, each named by the slot and the drawing's id. */
	slots: readonly string[];
	draw: (id: string, drawing: DrawingOf<K>, on: OverlayContext) => void;
}

/** LSOAs marked by an outline or a hatch. */
const marking: Overlay<'marking'> = {
	slots: ['marking-hatch', 'marking-casing', 'marking-line'],
	draw: (id, { areas, marking: look }, { layers, geometry }) => {
		const members = new Set(areas);
		layers.areas(`marking/${id}`, geometry.outline(members));
		layers.areas(`marking-area/${id}`, geometry.union(members));
		if (!layers.has(`marking-line/${id}`)) {
			layers.image('hatch', hatchIcon(MARKING_COLOUR, null, 1.6));
			layers.add({
				id: `marking-hatch/${id}`,
				type: 'fill',
				source: `marking-area/${id}`,
				paint: { 'fill-pattern': 'hatch' }
			});
			const line = (slot: string, colour: string, width: number) =>
				layers.add({
					id: `${slot}/${id}`,
					type: 'line',
					source: `marking/${id}`,
					layout: { 'line-join': 'round' },
					paint: { 'line-color': colour, 'line-width': width }
				});
			line('marking-casing', '#1a1206', growing(2.6, 5));
			line('marking-line', MARKING_COLOUR, growing(1.4, 3));
		}
		layers.show(`marking-hatch/${id}`, look === 'hatch');
	}
};

/** A line of a style over a light casing, so that it is seen over dark areas too; wider by `casing`. */
function addCasedLine(
	layers: MapLayers,
	slot: 'borders' | 'outlines',
	id: string,
	{ colour, width, dashes }: LineStyle,
	casing: [small: number, large: number]
): void {
	const [small, large] = casing;
	const add = (where: string, paint: object) =>
		layers.add({
			id: `${where}/${id}`,
			type: 'line',
			source: `${slot}/${id}`,
			layout: { 'line-join': 'round' },
			paint
		});
	add(`${slot}-casing`, {
		'line-color': '#ffffff',
		'line-opacity': 0.75,
		'line-width': growing(width + small, 2 * width + large)
	});
	add(slot, {
		'line-color': colour,
		'line-width': growing(width, 2 * width),
		...(dashes && { 'line-dasharray': [...dashes] })
	});
}

/** Lines between the areas of a level. */
const borders: Overlay<'borders'> = {
	slots: ['borders-casing', 'borders'],
	draw: (id, { level, line }, { layers, scene, geometry }) => {
		layers.areas(`borders/${id}`, geometry.borders(scene.parents[level]));
		if (layers.has(`borders/${id}`)) return;
		addCasedLine(layers, 'borders', id, line, [1.6, 2.4]);
	}
};

/** Areas with outlines of their own: lines on a light casing, and their names. */
const outlines: Overlay<'outlines'> = {
	slots: ['outlines-casing', 'outlines', 'outlines-labels'],
	draw: (id, { outlines: part, line }, { layers }) => {
		if (layers.has(`outlines/${id}`)) return;
		const { lines, labels } = decodeOutlines(part);
		layers.areas(`outlines/${id}`, lines);
		layers.points(`outlines-labels/${id}`, labels);
		addCasedLine(layers, 'outlines', id, line, [2, 3]);
		layers.add({
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
			paint: { 'text-color': line.colour, 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 }
		});
	}
};

/** Circles whose area is in proportion to the amount. */
const circles: Overlay<'circles'> = {
	slots: ['circles'],
	draw: (id, { amounts, level, colour }, { layers, scene }) => {
		const largest = Math.max(...amounts.map((amount) => amount ?? 0));
		layers.points(`circles/${id}`, {
			type: 'FeatureCollection',
			features: amounts.flatMap((amount, unit) =>
				amount === null
					? []
					: [
							{
								type: 'Feature' as const,
								properties: { radius: circleRadius(amount, largest) },
								geometry: { type: 'Point' as const, coordinates: scene.centreOf(level, unit) }
							}
						]
			)
		});
		if (layers.has(`circles/${id}`)) return;
		layers.add({
			id: `circles/${id}`,
			type: 'circle',
			source: `circles/${id}`,
			paint: {
				'circle-radius': ['get', 'radius'],
				'circle-color': colour,
				'circle-opacity': 0.72,
				'circle-stroke-color': '#ffffff',
				'circle-stroke-width': 1.5
			}
		});
	}
};

/** Every kind but those with a file of their own: areas' colours and points. */
const OVERLAYS: { readonly [K in Exclude<Drawing['kind'], 'fill' | 'points'>]: Overlay<K> } = {
	marking,
	borders,
	outlines,
	circles
};

/** Draw a scene's drawings that are registered here, and remove those it has no more. */
export function drawOverlays(on: OverlayContext): void {
	const wanted = new Map(on.scene.drawings.map(({ id, drawing }) => [id, drawing]));
	for (const [kind, overlay] of Object.entries(OVERLAYS)) {
		for (const slot of overlay.slots) on.layers.keepOnly(slot, wanted);
		for (const [id, drawing] of wanted) {
			if (drawing.kind === kind) (overlay as Overlay<Drawing['kind']>).draw(id, drawing, on);
		}
	}
}
