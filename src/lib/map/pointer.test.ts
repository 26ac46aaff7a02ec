import { expect, test } from 'vitest';
import { pathOf } from './pointer.ts';

const tenfold = ([longitude, latitude]: [number, number]) => ({
	x: longitude * 10,
	y: -latitude * 10
});

test('nothing is outlined where there is no shape', () => {
	expect(pathOf(null, tenfold)).toBe('');
});

test('lines and the rings of all parts of an area are one path, to a tenth of a pixel', () => {
	const ring = (x: number) => [
		[x, 0],
		[x + 1, 0],
		[x, 1.23456],
		[x, 0]
	];
	expect(pathOf({ type: 'MultiLineString', coordinates: [ring(0).slice(0, 2)] }, tenfold)).toBe(
		'M0.0,0.0L10.0,0.0'
	);
	const area = (geometry: Parameters<typeof pathOf>[0] & { type: 'Feature' }) =>
		pathOf(geometry, tenfold).match(/M[^M]*/g);
	const properties = { code: 'E01000001' };
	const one = { type: 'Polygon', coordinates: [ring(0), ring(2)] } as const;
	expect(
		area({ type: 'Feature', properties, geometry: { ...one, coordinates: [ring(0), ring(2)] } })
	).toEqual(['M0.0,0.0L10.0,0.0L0.0,-12.3L0.0,0.0', 'M20.0,0.0L30.0,0.0L20.0,-12.3L20.0,0.0']);
	expect(
		area({
			type: 'Feature',
			properties,
			geometry: { type: 'MultiPolygon', coordinates: [[ring(0)], [ring(2)], [ring(4)]] }
		})
	).toHaveLength(3);
});
