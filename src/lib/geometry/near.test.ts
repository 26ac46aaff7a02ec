import { distance } from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween } from './near.ts';

describe('metres between points that are near', () => {
	it('are those on the globe, to half a per cent, within a kilometre or so in England', () => {
		const point = fc.record({
			longitude: fc.double({ min: -6, max: 2, noNaN: true }),
			latitude: fc.double({ min: 50, max: 56, noNaN: true })
		});
		const step = fc.double({ min: -0.01, max: 0.01, noNaN: true });
		fc.assert(
			fc.property(point, step, step, (a, east, north) => {
				const b = { longitude: a.longitude + east, latitude: a.latitude + north };
				const exact = distance([a.longitude, a.latitude], [b.longitude, b.latitude], {
					units: 'meters'
				});
				expect(Math.abs(metresBetween(a, b) - exact)).toBeLessThanOrEqual(0.005 * exact + 0.01);
			})
		);
	});
});
