/** Where a reader is, as they ask: from their device, to the neighbourhood, to what is said of it. */
import { askPosition } from '../app/position.ts';
import { sayOutside, sayWhere } from '../search/position-words.ts';
import type { FoundPlace } from '../search/suggestions.ts';
import type { RegionAreas } from '../areas/region.ts';

/** Asks the device, and says what came of it. Throws where the neighbourhoods cannot be loaded. */
export async function whereYouAre(ground: {
	regionName: string;
	areas: RegionAreas;
	/** The neighbourhood at a position, in the vintage of the areas; null outside. May throw. */
	locate: (longitude: number, latitude: number) => string | null | Promise<string | null>;
}): Promise<{ place: FoundPlace | null; says: string }> {
	const position = await askPosition();
	if ('problem' in position) return { place: null, says: position.problem };
	const { longitude, latitude, accuracy } = position;
	const code = await ground.locate(longitude, latitude);
	if (code === null) return { place: null, says: sayOutside(ground.regionName) };
	return {
		place: { longitude, latitude, code, label: 'Where you are', by: 'position' },
		says: sayWhere(ground.areas, code, accuracy)
	};
}
