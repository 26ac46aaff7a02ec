/**
 * What lies on what, from the bottom up. A map layer's id is a slot of this list,
 * alone or followed by a slash and a name ("points/food-banks/single"); an id of no
 * slot throws, so that nothing is drawn at a height nobody chose.
 */
export const Z_ORDER = [
	'sea',
	'land',
	'neighbour-borders',
	'areas-fill',
	'areas-no-data',
	'marking-hatch',
	'areas-line',
	'district-line',
	'region-line',
	'borders-casing',
	'borders',
	'outlines-casing',
	'outlines',
	'marking-casing',
	'marking-line',
	'selected-casing',
	'selected',
	'hub-candidates',
	'circles',
	'town-labels',
	'outlines-labels',
	'points'
] as const;

export type Slot = (typeof Z_ORDER)[number];

/** The height of a layer id. Throws for an id of no slot. */
export function slotIndex(layerId: string): number {
	const [slot = ''] = layerId.split('/');
	const index = Z_ORDER.indexOf(slot as Slot);
	if (index < 0) throw new Error(`map layer "${layerId}" has no place in the z-order`);
	return index;
}

/** The id before which a new layer goes, given the ids that are there from the bottom up. */
export function layerAbove(layerId: string, present: readonly string[]): string | undefined {
	const height = slotIndex(layerId);
	return present.find((other) => slotIndex(other) > height);
}
