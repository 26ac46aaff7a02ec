/** The boundaries of both vintages of the real regions, against those of their sources. */
import { area } from '@turf/area';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { projectFacts } from '../../tests/data/built.ts';
import { boundaryFeatures } from './boundaries.ts';
import { jointBoundaries } from './joint-boundaries.ts';
import { selectRegion } from './selection.ts';

type Areas = Feature<Polygon | MultiPolygon>[];
const geodata = projectFacts();
const sum = (areas: Areas) => areas.reduce((total, one) => total + area(one), 0);

describe.each(geodata.regions())('$slug', (region) => {
	it('has both vintages on the same lines, true to their sources', async () => {
		const context = { geodata, region, selection: await selectRegion(geodata, region) };
		const { topology, arcs21 } = await jointBoundaries(context);
		const areas = (object: 'lsoa21' | 'lsoa11') =>
			feature(topology, topology.objects[object]).features as Areas;
		const [lsoa21, lsoa11] = [areas('lsoa21'), areas('lsoa11')];
		expect(lsoa21.map(({ id }) => id)).toEqual(context.selection['2021'].codes);
		expect(lsoa11.map(({ id }) => id)).toEqual(context.selection['2011'].codes);

		// The same ground, cut up in two ways.
		expect(sum(lsoa11) / sum(lsoa21)).toBeCloseTo(1, 4);
		const before = new Map(lsoa11.map(({ id, geometry }) => [id, geometry]));
		const kept = lsoa21.filter(({ id }) => before.has(id));
		expect(kept.length).toBeGreaterThan(450);
		for (const { id, geometry } of kept) expect(geometry).toEqual(before.get(id));

		// 2021 to the metre of its source; 2011 to within a fiftieth but for the coast, where the
		// older clip was off (geodata/catalogue.json, boundaries-lsoa21).
		const errors = (shapes: Areas, vintage: '2021' | '2011') => {
			const own = boundaryFeatures(context, vintage);
			return shapes.map((one) => {
				const source = own.get(String(one.id));
				return source ? Math.abs(area(one) / area(source) - 1) : NaN;
			});
		};
		expect(Math.max(...errors(lsoa21, '2021'))).toBeLessThan(0.005);
		const off = errors(lsoa11, '2011').filter((error) => !(error < 0.02));
		expect(off.length).toBeLessThanOrEqual(15);

		// Hardly a line is of 2011 alone.
		expect(topology.arcs.length - arcs21).toBeLessThan(arcs21 / 50);
	});
});
