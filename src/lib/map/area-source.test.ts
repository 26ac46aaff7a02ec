import { topology } from 'topojson-server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Drawing } from '../layers/layer.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import { AreaSource } from './area-source.ts';
import { FakeMap } from './fake-map.ts';
import { EMPTY, MapLayers } from './map-layers.ts';
import { drawOverlays } from './overlays.ts';
import type { Scene } from './scene.ts';
import { MAP_THEMES } from '../picture/theme.ts';

/** Three squares in a row, of which the first two lie in one district. */
function boundariesOf(vintage: '2011' | '2021'): BoundariesPart {
	const square = (x: number) => ({
		type: 'Feature' as const,
		id: `E0100000${x}`,
		properties: {},
		geometry: {
			type: 'Polygon' as const,
			coordinates: [
				[
					[x, 0],
					[x, 1],
					[x + 1, 1],
					[x + 1, 0],
					[x, 0]
				]
			]
		}
	});
	const lsoa = { type: 'FeatureCollection' as const, features: [0, 1, 2].map(square) };
	return {
		part: `lsoa${vintage.slice(2)}-boundaries`,
		vintage,
		topology: topology({ lsoa })
	} as unknown as BoundariesPart;
}

const districts = [0, 0, 1];
const LSOAS = [0, 1, 2];
const [new_, old] = [boundariesOf('2021'), boundariesOf('2011')];

const sceneOf = (changes: Partial<Scene>, ...drawings: Drawing[]): Scene => ({
	boundaries: new_,
	districts,
	unitOf: LSOAS,
	parents: { msoa: districts, district: districts } as unknown as Scene['parents'],
	centreOf: (_level, unit) => [unit, 0],
	drawings: drawings.map((drawing, i) => ({ id: `layer-${i}`, drawing })),
	selected: [],
	theme: 'light',
	...changes
});
const fill = (...colours: (string | null)[]): Drawing => ({ kind: 'fill', colours });

let fake: FakeMap;
let layers: MapLayers;
let areas: AreaSource;

beforeEach(() => {
	fake = new FakeMap();
	layers = new MapLayers(fake.map);
	areas = new AreaSource(fake.map, layers);
});

describe('areas', () => {
	it('are repainted by feature state, those alone whose colour is another', () => {
		const scene = sceneOf({}, fill('#111111', '#222222', '#333333'));
		areas.show(scene);
		areas.paint(scene);
		expect(fake.states).toHaveLength(3);
		areas.paint(sceneOf({}, fill('#111111', '#999999', '#333333')));
		expect(fake.states.slice(3)).toEqual([
			{ source: 'areas-2021', id: 1, state: { colour: '#999999' } }
		]);
		expect(fake.given.get('areas-2021')).toHaveLength(1);
		areas.forget();
		areas.paint(scene);
		expect(fake.states).toHaveLength(4 + 3);
	});

	it('of another edition hide those of the first, which stay for when it comes back', () => {
		areas.show(sceneOf({}));
		areas.show(sceneOf({ boundaries: old }));
		const opacity = (year: string) => fake.properties.get(`areas-fill/${year} fill-opacity`);
		expect([opacity('2021'), opacity('2011')]).toEqual([0, 1]);
		areas.show(sceneOf({}));
		expect([opacity('2021'), opacity('2011')]).toEqual([1, 0]);
		expect([...fake.given.keys()]).toEqual(['areas-2021', 'areas-2011']);
	});

	it('have hairlines between them, or between units where these are larger', () => {
		const hairlines = () => fake.properties.get('areas-line/2021 line-opacity');
		const colours = fill('#111111', '#222222', '#333333');
		areas.show(sceneOf({}));
		areas.paint(sceneOf({}, colours));
		areas.addLines(MAP_THEMES.light);
		expect(hairlines()).toBe(1);
		expect(fake.properties.get('areas-line/units visibility')).toBe('none');
		areas.paint(sceneOf({ unitOf: districts }, colours));
		expect(hairlines()).toBe(0);
		expect(fake.properties.get('areas-line/units visibility')).toBe('visible');
		expect(layers.dataOf('units')).toEqual({
			type: 'MultiLineString',
			coordinates: [
				[
					[2, 1],
					[2, 0]
				]
			]
		});
		areas.paint(sceneOf({}, colours));
		expect(layers.dataOf('units')).toBe(EMPTY);
	});

	it('that are chosen are outlined: one by its shape, several as one, none by no line at all', () => {
		areas.addLines(MAP_THEMES.light);
		const outlined = (...selected: number[]) => {
			areas.outlineSelected(sceneOf({ selected }));
			return layers.dataOf('selected');
		};
		expect(outlined(2)).toMatchObject({ id: 2, properties: { code: 'E01000002' } });
		expect(outlined(0, 1)).toMatchObject({ type: 'MultiLineString' });
		expect(JSON.stringify(outlined(0, 1))).not.toContain('[1,0],[1,1]');
		expect(outlined()).toBe(EMPTY);
		expect(fake.properties.get('selected visibility')).toBe('none');
	});
});

describe('what lies over the areas', () => {
	const line = { colour: '#123456', width: 2 } as Extract<Drawing, { kind: 'borders' }>['line'];
	const draw = (scene: Scene) => drawOverlays({ layers, scene, geometry: areas.geometryOf(scene) });

	it('is added, kept while it is wanted, and removed', () => {
		const borders: Drawing = { kind: 'borders', level: 'district', line };
		const circles: Drawing = {
			kind: 'circles',
			level: 'district',
			colour: '#654321',
			amounts: [4, null]
		};
		draw(sceneOf({}, borders, circles));
		const all = ['borders-casing/layer-0', 'borders/layer-0', 'circles/layer-1'];
		expect(fake.order).toEqual(all);
		draw(sceneOf({}, borders, circles));
		expect(fake.order).toEqual(all);
		draw(sceneOf({}, borders));
		expect(fake.order).toEqual(all.slice(0, 2));
		draw(sceneOf({}));
		expect(fake.order).toEqual([]);
	});

	it('has a circle for each amount, where the area’s is', () => {
		draw(sceneOf({}, { kind: 'circles', level: 'lsoa', colour: '#654321', amounts: [null, 0, 4] }));
		expect(layers.dataOf('circles/layer-0')).toMatchObject({
			features: [{ geometry: { coordinates: [1, 0] } }, { geometry: { coordinates: [2, 0] } }]
		});
	});
});
