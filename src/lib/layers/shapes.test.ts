import { describe, expect, it } from 'vitest';
import { POINT_SHAPES, POINT_SYMBOLS } from './shapes.ts';

describe('points', () => {
	it('of each kind have a shape of their own, so that colour is not needed', () => {
		const shapes = Object.values(POINT_SYMBOLS).map(({ shape }) => shape);
		expect(new Set(shapes).size).toBe(shapes.length);
		expect(new Set(Object.values(POINT_SHAPES)).size).toBe(Object.keys(POINT_SHAPES).length);
	});

	it('stay inside the picture that is drawn of them', () => {
		for (const path of Object.values(POINT_SHAPES)) {
			const numbers = path.match(/-?(\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
			expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(1.45);
			expect(path.endsWith('z')).toBe(true);
		}
	});
});
