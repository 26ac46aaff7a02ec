/** A view as the map shows it. */
import { centreOfPeople, unitsOf } from '../areas/region.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import type { View } from '../view/view.ts';
import type { Scene } from './scene.ts';

/**
 * What is to be seen of a view, whatever is chosen in it; null while the boundaries of its vintage
 * are on their way.
 */
export function sceneOf(
	{ areas, units, layers, edition }: View,
	boundaries: BoundariesPart | undefined
): Omit<Scene, 'selected' | 'theme'> | null {
	if (!boundaries || boundaries.vintage !== edition.vintage) return null;
	return {
		boundaries,
		districts: areas.parent.district,
		unitOf: units.of,
		parents: areas.parent,
		centreOf: (level, unit) => centreOfPeople(areas, unitsOf(areas, level).members[unit] ?? []),
		drawings: layers.map(({ layer, contribution }) => ({
			id: layer.id,
			drawing: contribution.drawing
		}))
	};
}
