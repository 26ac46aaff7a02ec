import { describe, expect, it } from 'vitest';
import { fromGrid } from './grid.ts';

/** Metres between two points that are near each other. */
function metres([x1, y1]: readonly number[], [x2, y2]: readonly number[]): number {
	const [dx, dy] = [(x2 ?? NaN) - (x1 ?? NaN), (y2 ?? NaN) - (y1 ?? NaN)];
	return Math.hypot(dx * 111_320 * Math.cos(((y1 ?? 0) * Math.PI) / 180), dy * 111_200);
}

describe('grid references', () => {
	// The worked example of the Survey's guide, and a station of its test data.
	it.each([
		['Caister', 651_409.903, 313_177.27, 1.716074, 52.6580078],
		['Inverness', 267_056.768, 846_176.972, -4.2192638, 57.48625]
	])('are within ten metres at %s', (_, easting, northing, longitude, latitude) => {
		expect(metres([longitude, latitude], fromGrid(easting, northing))).toBeLessThan(10);
	});

	it('keep their order: east is east, north is north', () => {
		const [x, y] = fromGrid(623_000, 308_500);
		expect(fromGrid(624_000, 308_500)[0]).toBeGreaterThan(x);
		expect(fromGrid(623_000, 309_500)[1]).toBeGreaterThan(y);
	});
});
