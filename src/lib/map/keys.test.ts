import { describe, expect, it } from 'vitest';
import { decodeAreas, unitsOf } from '../areas/region.ts';
import { AREAS_PART } from '../register/fixture.ts';
import { askedBy, reach } from './keys.ts';

/** Three neighbourhoods from west to east. */
const areas = decodeAreas({
	...AREAS_PART,
	lsoa: { ...AREAS_PART.lsoa, longitude: [1, 1.1, 1.2], latitude: [52, 52, 52] }
});
const view = { areas, units: unitsOf(areas, 'lsoa') };

describe('a key on the map', () => {
	it('asks for the middle, or a direction with Shift', () => {
		expect(askedBy({ key: 'Enter', shiftKey: false })).toBe('middle');
		expect(askedBy({ key: 'ArrowLeft', shiftKey: true })).toBe('west');
		expect(askedBy({ key: 'ArrowLeft', shiftKey: false })).toBeNull();
		expect(askedBy({ key: 'a', shiftKey: true })).toBeNull();
	});

	it('reaches what is in the middle, or nothing', () => {
		expect(reach(view, [0], 1, 'middle')).toEqual({ unit: 1, elsewhere: false });
		expect(reach(view, [0], null, 'middle')).toEqual({ unit: null, further: null });
	});

	it('goes on from the chosen area, wherever the map is', () => {
		expect(reach(view, [0], 2, 'east')).toEqual({ unit: 1, elsewhere: true });
		expect(reach(view, [2], null, 'east')).toEqual({ unit: null, further: 'east' });
	});

	it('begins with the middle where nothing is chosen, and with nothing where that is outside', () => {
		expect(reach(view, [], 1, 'west')).toEqual({ unit: 0, elsewhere: true });
		expect(reach(view, [], null, 'west')).toEqual({ unit: null, further: null });
	});
});
