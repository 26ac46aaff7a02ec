import { distance } from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDistance, nearest } from './nearest.ts';

const position = fc.record({
	longitude: fc.double({ min: -6, max: 2, noNaN: true }),
	latitude: fc.double({ min: 50, max: 56, noNaN: true })
});

describe('the nearest of some places', () => {
	it('come nearest first, with the distance another library finds', () => {
		fc.assert(
			fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), position, (items, from) => {
				const found = nearest(items, from, 3);
				expect(found).toHaveLength(Math.min(3, items.length));
				for (const { item, kilometres } of found) {
					const other = distance([from.longitude, from.latitude], [item.longitude, item.latitude]);
					expect(kilometres).toBeCloseTo(other, 1);
				}
				const kilometres = found.map((one) => one.kilometres);
				expect(kilometres).toEqual([...kilometres].sort((a, b) => a - b));
			})
		);
	});

	it('are told in metres where near, never more exactly than the point is known', () => {
		expect(formatDistance(0.012)).toBe('50 m');
		expect(formatDistance(0.431)).toBe('450 m');
		expect(formatDistance(2.34)).toBe('2.3 km');
	});
});
