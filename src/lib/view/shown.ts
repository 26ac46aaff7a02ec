/** What of the map page's state its maps show, and how choosing things changes it. */
import { EDITION_IDS } from '../facts/editions.ts';
import { available } from '../layers/available.ts';
import { layerById, OVERLAYS } from '../layers/index.ts';
import type { PointMark } from '../layers/layer.ts';
import type { MapState } from '../url/map-state.ts';
import type { Shown, View } from './view.ts';

/** What the first map shows. */
export const shownBy = ({ layer, edition, overlays, marking, breaks }: MapState): Shown => ({
	layer,
	edition,
	overlays,
	marking,
	breaks
});

/**
 * What the second map shows: the markings of the first, and none of its points; of the same measure
 * divided in the same way, so that the two can be compared. Null is no second map.
 */
export const shownBeside = ({
	layer,
	breaks,
	compare,
	overlays,
	marking
}: MapState): Shown | null =>
	compare && {
		layer: compare.layer,
		edition: compare.edition,
		overlays: overlays.filter((id) => layerById(id).kind === 'marking'),
		marking,
		breaks: compare.layer === layer ? breaks : null
	};

/** What to change so that a layer that was searched for is shown; null where it is already. */
export function changeToShow(state: MapState, id: string): Partial<MapState> | null {
	const layer = layerById(id);
	if (layer.kind === 'areas') {
		// An edition that has it: the one that is shown, if it can be.
		const edition = [state.edition, ...EDITION_IDS].find((one) => available(layer, one));
		return { layer: id, breaks: null, ...(edition ? { edition } : {}) };
	}
	if (state.overlays.includes(id)) return null;
	// In the order of the registry, as in the address.
	const overlays = OVERLAYS.map((other) => other.id).filter(
		(other) => other === id || state.overlays.includes(other)
	);
	return { overlays };
}

export interface PointLayer {
	id: string;
	title: string;
	points: readonly PointMark[];
}

/** The shown layers of points, for what is near. */
export const pointLayersOf = ({ layers }: View): PointLayer[] =>
	layers.flatMap(({ layer, contribution: { drawing } }) =>
		drawing.kind === 'points' ? [{ id: layer.id, title: layer.title, points: drawing.points }] : []
	);

/** What a map shows, in a line over it. */
export const captionOf = ({ layers, edition }: View): string =>
	`${layers[0]?.layer.title ?? ''}, ${edition.short}`;
