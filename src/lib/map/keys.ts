/**
 * Choosing on the map with keys: Enter chooses what is in its middle, Shift with an arrow the
 * next area that way, from the chosen one or else from the middle.
 */
import { centreOfPeople } from '../areas/region.ts';
import { nextTowards, type Direction } from '../geometry/towards.ts';
import type { View } from '../view/view.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowUp: 'north',
	ArrowRight: 'east',
	ArrowDown: 'south',
	ArrowLeft: 'west'
};

/** What a key asks the map for: its middle, or the next area in a direction; null for any other key. */
export function askedBy({
	key,
	shiftKey
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): 'middle' | Direction | null {
	const towards = shiftKey ? ARROWS[key] : undefined;
	return towards ?? (key === 'Enter' ? 'middle' : null);
}

export type Reached =
	/** A unit, and whether it is elsewhere and has to be brought into sight. */
	| { unit: number; elsewhere: boolean }
	/** None: none is in the middle, or none lies further in the direction. */
	| { unit: null; further: Direction | null };

/**
 * The unit that a key reaches. `middle` is the unit in the middle of the map, `selected` are LSOA
 * indices of the chosen area.
 */
export function reach(
	{ areas, units }: Pick<View, 'areas' | 'units'>,
	selected: readonly number[],
	middle: number | null,
	asked: 'middle' | Direction
): Reached {
	const [first] = selected;
	const from = first === undefined ? middle : (units.of[first] ?? middle);
	if (asked === 'middle' || from === null) {
		return middle === null ? { unit: null, further: null } : { unit: middle, elsewhere: false };
	}
	const places = units.members.map((members) => centreOfPeople(areas, members));
	const next = nextTowards(places, from, asked);
	return next === null ? { unit: null, further: asked } : { unit: next, elsewhere: true };
}
