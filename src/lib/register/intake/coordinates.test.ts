import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAngle, readPair, systemOf } from './coordinates.ts';

describe('a position in a text', () => {
	it.each([
		['52.61, 1.21', [52.61, 1.21]],
		['(52.61, -1.21)', [52.61, -1.21]],
		['[1.21;52.61]', [1.21, 52.61]],
		['52,61; 1,21', [52.61, 1.21]],
		['617434 306196', [617434, 306196]],
		['POINT Z (1.21 52.61 12)', [1.21, 52.61]],
		['{"type":"Point","coordinates":[1.21,52.61]}', [1.21, 52.61]],
		['TG 174 061', [617450, 306150]],
		['tg1706', [617500, 306500]],
		['Lat: 52.61, Lng: -1.21', [52.61, -1.21]],
		['geo:52.61,1.21', [52.61, 1.21]],
		['52.61N 1.21W', [52.61, -1.21]],
		['1°12\'36"W, 52°36\'36"N', [-1.21, 52.61]]
	])('“%s” is read', (text, [first, second]) => {
		const pair = readPair(text);
		expect(pair?.first).toBeCloseTo(first ?? NaN, 6);
		expect(pair?.second).toBeCloseTo(second ?? NaN, 6);
	});

	it.each([
		'',
		'12',
		'1 High Street, 12 Low Road',
		'POINT EMPTY',
		'POINT (a b)',
		'{"type":"Point"}',
		'{"type":',
		'TG 174 06',
		'52 61 75 N 1 12 36 E',
		'N 52.61 S 1.21'
	])('“%s” has none', (text) => {
		expect(readPair(text)).toBeNull();
	});

	it('leaves the address that it stands below', () => {
		expect(readPair('High Street, Bath\n(51.38, -2.35)')).toMatchObject({
			first: 51.38,
			rest: 'High Street, Bath'
		});
		expect(readPair('The Street, Brundall, TG 330 080')).toMatchObject({
			square: 100,
			rest: 'The Street, Brundall'
		});
	});

	it('never throws, and gives numbers or nothing', () => {
		const text = fc.oneof(
			fc.string(),
			fc.stringMatching(/^(POINT|POLYGON) ?\([-\d. ,()]{0,40}\)?$/),
			fc.json(),
			fc.stringMatching(/^[NSEW\d°'" ,.-]{0,30}$/)
		);
		fc.assert(
			fc.property(text, (given) => {
				const pair = readPair(given);
				if (pair) expect([pair.first, pair.second].every(Number.isFinite)).toBe(true);
				expect(readAngle(given)).toBeTypeOf('number');
			})
		);
	});
});

it.each([
	['Lat (WGS84)', 'degrees'],
	['EPSG:27700', 'grid'],
	['Easting_BNG', 'grid'],
	['x_3857', 'mercator'],
	['Web Mercator', 'mercator'],
	['Latitude', null]
] as const)('“%s” names the reference system %s', (text, system) => {
	expect(systemOf(text)).toBe(system);
});
