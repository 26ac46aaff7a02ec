/** Regions that are several files of boundaries, or a part of one, put together on shared lines. */
import { area } from '@turf/area';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { feature, merge, mesh } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { projectFacts } from '../../tests/data/built.ts';
import { regionsCalled, type Region } from '../../src/lib/server/regions.ts';
import { boundaryFeatures, boundaryTopology, type LsoaTopology } from './boundaries.ts';
import { selectRegion } from './selection.ts';

const geodata = projectFacts();
const [suffolk] = regionsCalled(geodata.allRegions(), ['norfolk-and-suffolk']) as [Region];
const context = async (region: Region) => ({
	geodata,
	region,
	selection: await selectRegion(geodata, region)
});
const norfolkPart: Region = { ...suffolk, area: [{ vintage: 'icb24', codes: ['E54000022'] }] };

/** The outline of all areas together. */
const whole = (topology: LsoaTopology) =>
	merge(topology as Topology, (topology.objects.lsoa as GeometryCollection).geometries as never);
const lengthOf = (lines: number[][][]) =>
	lines.reduce(
		(sum, line) =>
			sum +
			line.slice(1).reduce((total, [x = 0, y = 0], i) => {
				const [x0 = 0, y0 = 0] = line[i] ?? [];
				return total + Math.hypot(x - x0, y - y0);
			}, 0),
		0
	);

describe.each(['2021', '2011'] as const)('the boundaries of %s', (vintage) => {
	it('are joined without a doubled or a cracked border', async () => {
		const joined = boundaryTopology(await context(suffolk), vintage);
		const norfolk = boundaryTopology(await context(norfolkPart), vintage);
		const inNorfolk = new Set(norfolk.objects.lsoa.geometries.map(({ id }) => id));

		// Every line between the two is one arc that both have, so that they share a border at all.
		const between = mesh(
			joined as Topology,
			joined.objects.lsoa as never,
			(a, b) => a !== b && inNorfolk.has(a.id) !== inNorfolk.has(b.id)
		);
		expect(lengthOf(between.coordinates as number[][][])).toBeGreaterThan(1);

		// No crack: what is left together has the ground of its parts, and no hole but what each had.
		const areas = feature(joined, joined.objects.lsoa).features;
		const sum = areas.reduce((total, one) => total + area(one), 0);
		const outline = whole(joined);
		// To a part in a million: a line of the coarser grid may fold over itself.
		expect(area(outline) / sum).toBeCloseTo(1, 6);
		const holes = (polygons: number[][][][]) =>
			polygons.reduce((count, rings) => count + rings.length - 1, 0);
		const norfolkHoles = holes(whole(norfolk).coordinates as number[][][][]);
		expect(holes(outline.coordinates as number[][][][]) - norfolkHoles).toBeLessThanOrEqual(0);
	});

	it('of a part of a file are those of its areas alone', async () => {
		const norwich: Region = { ...suffolk, area: [{ vintage: 'lad24', codes: ['E07000148'] }] };
		const part = await context(norwich);
		const features = boundaryFeatures(part, vintage);
		expect([...features.keys()].sort()).toEqual([...part.selection[vintage].codes].sort());
		const all = boundaryFeatures(await context(suffolk), vintage);
		for (const [code, { geometry }] of features) {
			expect(area(geometry)).toBeCloseTo(area(all.get(code)?.geometry ?? geometry), 3);
		}
	});
});
