import type { GeoJsonObject } from 'geojson';
import { describe, expect, it } from 'vitest';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { BoundariesPart } from '../geometry/parts.ts';
import { areaAt } from './locate.ts';

const square = (id: string, west: number) => ({
	type: 'Feature' as const,
	id,
	properties: {},
	geometry: {
		type: 'Polygon' as const,
		coordinates: [
			[
				[west, 52],
				[west, 53],
				[west + 1, 53],
				[west + 1, 52],
				[west, 52]
			]
		]
	}
});
const part: BoundariesPart = {
	kind: 'boundaries',
	part: 'lsoa21-boundaries',
	vintage: '2021',
	datasets: [],
	topology: topology({
		lsoa: { type: 'FeatureCollection', features: [square('W', 0), square('E', 1)] } as GeoJsonObject
	}) as Topology<{ lsoa: GeometryCollection }>
};

describe('areaAt', () => {
	it('finds the area around a position, and none outside', () => {
		expect(areaAt(part, 0.5, 52.5)).toBe('W');
		expect(areaAt(part, 1.5, 52.5)).toBe('E');
		expect(areaAt(part, 2.5, 52.5)).toBeNull();
		expect(areaAt(part, 0.5, NaN)).toBeNull();
	});
});
