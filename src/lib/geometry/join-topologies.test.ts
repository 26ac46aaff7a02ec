import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { joinTopologies } from './join-topologies.ts';

type Areas = Topology<{ lsoa: GeometryCollection }>;
const transform = { scale: [1, 1], translate: [0, 0] } as unknown as NonNullable<
	Topology['transform']
>;
const areas = (arcs: [number, number][][], of: Record<string, number[]>): Areas => ({
	type: 'Topology',
	transform,
	objects: {
		lsoa: {
			type: 'GeometryCollection',
			geometries: Object.entries(of).map(([id, ring]) => ({ type: 'Polygon', id, arcs: [ring] }))
		}
	},
	arcs
});
/** Two squares on top of each other, left of the line x = 1; their shared edge is arc 0. */
const west = areas(
	[
		[
			[0, 1],
			[1, 0]
		],
		[
			[1, 1],
			[0, -1],
			[-1, 0],
			[0, 1]
		],
		[
			[0, 1],
			[0, 1],
			[1, 0],
			[0, -1]
		]
	],
	{ a: [0, 1], b: [2, ~0] }
);
/** One tall square right of it, its line cut nowhere. */
const east = areas(
	[
		[
			[1, 0],
			[0, 1],
			[0, 1],
			[1, 0],
			[0, -2],
			[-1, 0]
		]
	],
	{ c: [0] }
);

describe('joined topologies', () => {
	const joined = joinTopologies([west, east]);

	it('have the areas of all, each as it was', () => {
		const rings = (topology: Areas) =>
			feature(topology, topology.objects.lsoa).features.map(({ id, geometry }) => [
				id,
				geometry.type === 'Polygon' ? new Set(geometry.coordinates[0]?.map(String)) : null
			]);
		expect(rings(joined)).toEqual([...rings(west), ...rings(east)]);
	});

	it('share the line between them', () => {
		const between = mesh(joined as Topology, joined.objects.lsoa as never, (x, y) => x !== y);
		const points = between.coordinates.flat().map(String);
		expect(new Set(points)).toEqual(new Set(['0,1', '1,1', '1,0', '1,2']));
	});

	it('must be on one grid', () => {
		const other = { ...east, transform: { ...transform, scale: [2, 1] as [number, number] } };
		expect(() => joinTopologies([west, other])).toThrow('not on one grid');
	});
});
