import { expect, it } from 'vitest';
import type { OutlinesPart, StoredBoundaries } from '../geometry/parts.ts';
import { fromFile, toFile } from './part-file.ts';
import type { FactsPart } from './parts.ts';

const read = (file: object) => fromFile(JSON.parse(JSON.stringify(file)) as object);

const boundaries: StoredBoundaries = {
	kind: 'boundaries',
	part: 'lsoa11-boundaries',
	vintage: '2011',
	datasets: ['boundaries-lsoa11'],
	base: 'lsoa21-boundaries',
	topology: {
		type: 'Topology',
		objects: {
			lsoa: {
				type: 'GeometryCollection',
				geometries: [{ type: 'Polygon', arcs: [[0, ~7]], id: 'E01000001' }]
			}
		},
		arcs: [
			[
				[1, 2],
				[3, -4]
			]
		]
	}
};

it('lines are packed in the file of a part, and it is the same when read', () => {
	const file = toFile(boundaries);
	expect(file).toMatchObject({ base: 'lsoa21-boundaries', topology: { type: 'PackedTopology' } });
	expect(read(file)).toEqual(boundaries);
});

it('a part without lines is in its file as it is', () => {
	const none = { kind: 'outlines', part: 'wards-2022', topology: null } as OutlinesPart;
	const facts = { kind: 'facts', part: 'births', columns: {} } as FactsPart;
	for (const part of [none, facts]) {
		expect(toFile(part)).toEqual(part);
		expect(read(part)).toEqual(part);
	}
});

it('a file with lines that are not packed is read too, as earlier builds wrote it', () => {
	expect(read(boundaries)).toEqual(boundaries);
});
