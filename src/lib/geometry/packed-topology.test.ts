import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packTopology, unpackTopology } from './packed-topology.ts';

type Areas = Topology<{ areas: GeometryCollection }>;

const step = fc.oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -1e9, max: 1e9 }));
const ring = fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 4 });
const rings = fc.array(ring, { maxLength: 3 });
const id = fc.string();
const geometry = fc.oneof(
	fc.record({ type: fc.constant('Polygon'), arcs: rings, id }),
	fc.record({ type: fc.constant('MultiPolygon'), arcs: fc.array(rings, { maxLength: 3 }), id }),
	fc.record({ type: fc.constant(null), id })
);
const topology = fc.record(
	{
		type: fc.constant('Topology'),
		bbox: fc.constant([0, 1, 2, 3]),
		transform: fc.constant({ scale: [1e-5, 2e-5], translate: [-1, 52] }),
		arcs: fc.array(fc.array(fc.tuple(step, step), { maxLength: 5 }), { maxLength: 6 }),
		objects: fc.record({
			areas: fc.record({
				type: fc.constant('GeometryCollection'),
				geometries: fc.array(geometry, { maxLength: 5 })
			})
		})
	},
	{ requiredKeys: ['type', 'arcs', 'objects'] }
) as unknown as fc.Arbitrary<Areas>;

it('a topology is the same after it was packed, written and read', () => {
	fc.assert(
		fc.property(topology, (one) => {
			const packed = packTopology(one);
			const { lengths, steps, objects } = packed;
			// Ids may have any character; what numbers are written with needs no escape.
			const numbers = lengths + steps + objects.areas.rings + objects.areas.arcs;
			expect(JSON.stringify(numbers)).toBe(`"${numbers}"`);
			const read = JSON.parse(JSON.stringify(packed)) as typeof packed;
			expect(unpackTopology(read)).toEqual(one);
		})
	);
});

const square = {
	type: 'Topology',
	arcs: [
		[
			[500, 3],
			[1, 0],
			[0, -100]
		],
		[
			[501, -97],
			[-1, 100]
		]
	],
	objects: {
		areas: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', arcs: [[0, 1]] },
				{ type: 'Polygon', arcs: [[~1, ~0]] }
			]
		}
	}
} satisfies Areas;

it('an arc that begins where the last one ended, and one that is named next, are zeros', () => {
	const { steps, lengths, objects } = packTopology(square);
	expect({ steps, lengths, ...objects.areas }).toEqual({
		// 1000, 6, 2, 0, 0, 199; 0, 0, 1, 200
		steps: '|p)%##s-##$t-',
		lengths: '&%',
		rings: '$$%$$%',
		arcs: '##(,'
	});
	expect(unpackTopology({ type: 'PackedTopology', steps, lengths, objects })).toEqual(square);
});

it.each([
	['steps', ''],
	['steps', '#'],
	['steps', '|p)%##s-##$t'],
	['steps', '|p)%##s-##$t-#'],
	['steps', '|p)%##s-##$t\\'],
	['lengths', '&'],
	['lengths', '&% '],
	['rings', '$$%$$'],
	['rings', '$$%$$~~~~~~~~~#'],
	['arcs', '##('],
	['arcs', '##(,#']
] as const)('damaged %s are refused: %j', (where, text) => {
	const packed = packTopology(square);
	const { areas } = packed.objects;
	const damaged =
		where === 'rings' || where === 'arcs'
			? { ...packed, objects: { areas: { ...areas, [where]: text } } }
			: { ...packed, [where]: text };
	expect(() => unpackTopology(damaged)).toThrow('the numbers in a file are damaged');
});

it('what would be lost is refused', () => {
	const of = (geometry: object, arcs: number[][][] = []) =>
		({
			type: 'Topology',
			arcs,
			objects: { areas: { geometries: [geometry] } }
		}) as unknown as Areas;
	expect(() => packTopology(of({ type: 'LineString', arcs: [0] }))).toThrow(
		'"areas" has a LineString, and may have polygons only'
	);
	expect(() => packTopology(of({ type: 'Polygon', arcs: [], properties: { a: 1 } }))).toThrow(
		'a geometry of "areas" has properties'
	);
	expect(() => packTopology(of({ type: null }, [[[0.5, 1]]]))).toThrow(
		'a topology that is not on a grid'
	);
});
