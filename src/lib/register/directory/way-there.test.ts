import { expect, it } from 'vitest';
import { directionsTo } from './way-there.ts';

it('leads to the point of a place, latitude first, and nowhere without one', () => {
	expect(directionsTo({ longitude: 1.29, latitude: 52.62 })).toBe(
		'https://www.openstreetmap.org/directions?to=52.62%2C1.29'
	);
	expect(directionsTo({ longitude: null, latitude: 52.62 })).toBeNull();
});
