import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, nextTowards, wayTo } from './towards.ts';

const place = fc.tuple(
	fc.double({ min: -6, max: 2, noNaN: true }),
	fc.double({ min: 50, max: 56, noNaN: true })
);

describe('nextTowards', () => {
	it('goes to the next place that way', () => {
		const cross: [number, number][] = [
			[0, 52],
			[0, 52.1],
			[0.1, 52],
			[0, 51.9],
			[-0.1, 52],
			[0.01, 52.3]
		];
		expect(DIRECTIONS.map((direction) => nextTowards(cross, 0, direction))).toEqual([1, 2, 3, 4]);
		expect(nextTowards(cross, 1, 'north')).toBe(5);
		expect(nextTowards(cross, 5, 'north')).toBeNull();
	});

	it('finds the nearest of those that way, and leaves no place without a way to it', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 2, maxLength: 30 }), (places) => {
				const [here = [0, 0]] = places;
				for (const direction of DIRECTIONS) {
					const that = places.filter((one) => wayTo(here, one).towards === direction);
					const next = nextTowards(places, 0, direction);
					expect(next === null).toBe(that.length === 0);
					if (next === null) continue;
					const { distance, towards } = wayTo(here, places[next] ?? [0, 0]);
					expect(towards).toBe(direction);
					expect(distance).toBe(Math.min(...that.map((one) => wayTo(here, one).distance)));
				}
				for (const one of places) {
					const { distance, towards } = wayTo(here, one);
					expect(towards === null).toBe(distance === 0);
				}
			})
		);
	});
});
