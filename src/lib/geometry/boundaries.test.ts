import { expect, it } from 'vitest';
import { baseOf, completeBoundaries } from './boundaries.ts';
import type { BoundariesPart, StoredBoundaries } from './parts.ts';

const base = {
	kind: 'boundaries',
	part: 'lsoa21-boundaries',
	vintage: '2021',
	datasets: [],
	topology: {
		type: 'Topology',
		transform: { scale: [2, 2], translate: [0, 0] },
		objects: { lsoa: { type: 'GeometryCollection', geometries: [] } },
		arcs: [
			[
				[0, 0],
				[1, 0]
			]
		]
	}
} satisfies BoundariesPart;
const stored = {
	kind: 'boundaries',
	part: 'lsoa11-boundaries',
	vintage: '2011',
	datasets: [],
	base: 'lsoa21-boundaries',
	topology: {
		type: 'Topology',
		objects: {
			lsoa: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0, 1]] }] }
		},
		arcs: [
			[
				[1, 0],
				[-1, 0]
			]
		]
	}
} satisfies StoredBoundaries;

it('arcs of a part follow those of its base, on the same grid', () => {
	expect(baseOf('lsoa11-boundaries')).toBe('lsoa21-boundaries');
	const { topology, ...rest } = completeBoundaries(stored, base);
	expect(rest).toEqual({
		kind: 'boundaries',
		part: 'lsoa11-boundaries',
		vintage: '2011',
		datasets: []
	});
	expect(topology.arcs).toEqual([base.topology.arcs[0], stored.topology.arcs[0]]);
	expect(topology.transform).toEqual(base.topology.transform);
	expect(topology.objects).toEqual(stored.topology.objects);
});

it('boundaries on their own stay as they are', () => {
	expect(baseOf('lsoa21-boundaries')).toBeNull();
	expect(completeBoundaries(base, null)).toBe(base);
});

it('without their base they are refused', () => {
	expect(() => completeBoundaries(stored, null)).toThrow(
		'lsoa11-boundaries needs lsoa21-boundaries'
	);
});
