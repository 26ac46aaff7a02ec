import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { openSea } from './coast.ts';

/** Near the equator a hundredth of a degree is about 1.1 km both ways. */
const box = (west: number, south: number, east: number, north: number): Position[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south]
];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });

describe('openSea', () => {
	// Land in the west; from the sea in the east a river 300 m wide leads to a lake 2 km across.
	const river = 0.0027;
	const land = [
		polygon(
			[
				[0, 0],
				[0.1, 0],
				[0.1, 0.05],
				[0.07, 0.05],
				[0.07, 0.04],
				[0.05, 0.04],
				[0.05, 0.06],
				[0.07, 0.06],
				[0.07, 0.05 + river],
				[0.1, 0.05 + river],
				[0.1, 0.1],
				[0, 0.1],
				[0, 0]
			],
			// An inland lake, a hole in the land.
			box(0.01, 0.01, 0.03, 0.03)
		)
	];
	const sea = openSea(land, [-0.01, 0, 0.15, 0.1]);

	it('finds the shore, and a little inland of it for coarse outlines', () => {
		expect(sea([0.1, 0.02])).toBe(true);
		expect(sea([0.0988, 0.02])).toBe(true);
		expect(sea([0.095, 0.02])).toBe(false);
	});
	it('does not follow a tidal river, nor count what lies behind it', () => {
		expect(sea([0.085, 0.05])).toBe(false);
		expect(sea([0.05, 0.05])).toBe(false);
	});
	it('takes no lake for the sea', () => {
		expect(sea([0.02, 0.03])).toBe(false);
	});
	it('finds none where there is only land', () => {
		const inland = openSea([polygon(box(-1, -1, 1, 1))], [-0.05, -0.05, 0.05, 0.05]);
		expect(inland([0, 0])).toBe(false);
		expect(inland([0.05, 0.05])).toBe(false);
	});
});
