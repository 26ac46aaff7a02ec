import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn, planeOfBounds, planeOfCamera } from './plane.ts';
import { scaleOf } from './scale.ts';

const size = fc.record({
	width: fc.integer({ min: 200, max: 2000 }),
	height: fc.integer({ min: 200, max: 2000 })
});
const corner = fc.tuple(
	fc.double({ min: -6, max: 1.5, noNaN: true }),
	fc.double({ min: 50, max: 55, noNaN: true })
);
const bounds = fc
	.tuple(
		corner,
		fc.double({ min: 0.01, max: 2, noNaN: true }),
		fc.double({ min: 0.01, max: 2, noNaN: true })
	)
	.map(([[west, south], wide, tall]) => [west, south, west + wide, south + tall] as const);

describe('the plane of a picture', () => {
	it('has all of its bounds within its margin, north above south and west left of east', () => {
		fc.assert(
			fc.property(bounds, size, (of, frame) => {
				const [west, south, east, north] = of;
				const { place } = planeOfBounds(of, frame, 10);
				const [left, top] = place([west, north]);
				const [right, bottom] = place([east, south]);
				expect(left).toBeLessThan(right);
				expect(top).toBeLessThan(bottom);
				expect(Math.min(left, top)).toBeGreaterThan(9.999);
				expect(right).toBeLessThan(frame.width - 9.999);
				expect(bottom).toBeLessThan(frame.height - 9.999);
			})
		);
	});

	it('has a scale by which a known distance comes out right', () => {
		// From Norwich Castle to the pier of Great Yarmouth it is 29.9 km.
		const plane = planeOfBounds([1.2, 52.5, 1.8, 52.75], { width: 900, height: 600 });
		const [x, y] = plane.place([1.2963, 52.6286]);
		const [toX, toY] = plane.place([1.7372, 52.6033]);
		expect(Math.hypot(toX - x, toY - y) * plane.kilometres).toBeCloseTo(29.9, 0);
	});

	it('has the middle of the camera in its middle, and half as much to each zoom', () => {
		const frame = { width: 900, height: 600 };
		const near = planeOfCamera({ longitude: 1.3, latitude: 52.6, zoom: 12 }, frame, 900);
		const far = planeOfCamera({ longitude: 1.3, latitude: 52.6, zoom: 11 }, frame, 900);
		expect(near.place([1.3, 52.6]).map(Math.round)).toEqual([450, 300]);
		expect(far.kilometres / near.kilometres).toBeCloseTo(2);
	});
});

it('the line of the scale stands for a round number and is at most a fifth of the width', () => {
	fc.assert(
		fc.property(fc.double({ min: 0.0005, max: 2, noNaN: true }), size, (kilometres, { width }) => {
			const { length, words } = scaleOf({ width, kilometres });
			expect(length).toBeLessThanOrEqual(width / 5 + 1e-6);
			expect(length).toBeGreaterThan(width / 13);
			expect(words).toMatch(/^[125]0* (km|m)$/);
		})
	);
});

it('what lies beyond the picture is cut off at its edge', () => {
	const square = [
		[-100, 50],
		[300, 50],
		[300, 150],
		[-100, 150],
		[-100, 50]
	];
	const [ring, ...more] = linesIn(
		{ type: 'Polygon', coordinates: [square] },
		{ width: 100, height: 100 },
		2
	);
	expect(more).toEqual([]);
	const xs = ring?.map(([x]) => x) ?? [];
	expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, 100]);
});
