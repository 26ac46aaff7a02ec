import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { areaFinder } from './area-finder.ts';

const square = (id: string, west: number, south: number, size: number) => ({
	type: 'Feature' as const,
	id,
	properties: {},
	geometry: {
		type: 'Polygon' as const,
		coordinates: [
			[
				[west, south],
				[west + size, south],
				[west + size, south + size],
				[west, south + size],
				[west, south]
			]
		]
	}
});
const made = topology({
	areas: {
		type: 'FeatureCollection',
		features: [square('small', 1, 52, 0.01), square('large', -0.5, 51, 0.4)]
	} as FeatureCollection
});

describe('areaFinder', () => {
	const find = areaFinder(made, made.objects['areas'] as GeometryCollection);

	it('finds the area that holds a position, however large it is', () => {
		expect(find(1.005, 52.005)).toBe('small');
		expect(find(-0.45, 51.05)).toBe('large');
		expect(find(-0.11, 51.39)).toBe('large');
	});

	it('finds none outside, nor where there is no number', () => {
		expect(find(1.015, 52.005)).toBeNull();
		expect(find(-4.9, 53.5)).toBeNull();
		expect(find(NaN, 52)).toBeNull();
	});
});
