import type { FeatureCollection } from 'geojson';
import { beforeEach, expect, test } from 'vitest';
import { FakeMap } from './fake-map.ts';
import { EMPTY, MapLayers } from './map-layers.ts';
import { WIDE_TILES } from './wide-tiles.ts';

let fake: FakeMap;
let layers: MapLayers;
const some = (): FeatureCollection => ({ type: 'FeatureCollection', features: [] });

beforeEach(() => {
	fake = new FakeMap();
	layers = new MapLayers(fake.map);
});

test('areas and lines come in wide tiles, points in the engine’s own', () => {
	layers.areas('borders', some());
	layers.points('towns', some());
	expect(fake.types).toEqual(
		new Map([
			['borders', WIDE_TILES],
			['towns', 'geojson']
		])
	);
});

test('a source is given its data once, other data again, and the same again when it was lost', () => {
	const data = some();
	layers.areas('borders', data);
	layers.areas('borders', data);
	expect(fake.given.get('borders')).toEqual([data]);
	layers.areas('borders', some());
	expect(fake.given.get('borders')).toHaveLength(2);
	layers.forget();
	layers.areas('borders', data);
	expect(fake.given.get('borders')).toHaveLength(3);
});

test('a layer goes to its height, whatever the other engine has put in between', () => {
	layers.points('towns', some());
	layers.add({ id: 'town-labels', type: 'symbol', source: 'towns' });
	fake.layers.unshift({ id: 'deck-lines', type: 'background' });
	layers.add({ id: 'sea', type: 'background' });
	expect(fake.order).toEqual(['deck-lines', 'sea', 'town-labels']);
});

test('layers of lines are hidden while there are none', () => {
	layers.lines('selected', EMPTY, ['selected']);
	layers.add({ id: 'selected', type: 'line', source: 'selected' });
	layers.lines('selected', EMPTY, ['selected']);
	expect(fake.properties.get('selected visibility')).toBe('none');
	layers.lines('selected', some(), ['selected']);
	expect(fake.properties.get('selected visibility')).toBe('visible');
});

test('of a slot’s layers those that are wanted are kept, and no other slot is touched', () => {
	layers.areas('lines', some());
	for (const id of ['borders/wards', 'borders/towns', 'borders-casing/towns', 'region-line']) {
		layers.add({ id, type: 'line', source: 'lines' });
	}
	layers.keepOnly('borders', new Set(['wards']));
	expect(fake.order).toEqual(['region-line', 'borders-casing/towns', 'borders/wards']);
});
