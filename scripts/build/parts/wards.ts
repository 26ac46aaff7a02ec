import { pointOnFeature } from '@turf/point-on-feature';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { OutlinesPart } from '../../../src/lib/geometry/parts.ts';
import type { PartBuilder } from '../part.ts';
import { roundCoordinate } from '../points.ts';
import { outlinesOf } from './networks.ts';

/** Wards of December 2022 in a region, in coarse outline. */
export const wardsPart: PartBuilder<OutlinesPart> = {
	part: 'wards-2022',
	build({ geodata, region }): Promise<OutlinesPart> {
		const national = geodata.json('boundaries/wards22.json') as Topology<{
			ward22: GeometryCollection<{ name: string; icb24: string }>;
		}>;
		const found = feature(national, national.objects.ward22)
			.features.filter(({ properties }) => properties.icb24 === region.icb.code)
			.map((one) => one as Feature<Polygon | MultiPolygon, { name: string }>)
			.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
		const points = found.map((one) => pointOnFeature(one).geometry.coordinates);
		const areas = found.map(({ id, geometry }) => ({
			type: 'Feature' as const,
			id: String(id),
			properties: {},
			geometry
		}));
		return Promise.resolve({
			kind: 'outlines' as const,
			part: 'wards-2022',
			datasets: ['boundaries-wards22'],
			ids: areas.map(({ id }) => id),
			names: found.map(({ properties }) => properties.name),
			longitude: points.map(([longitude = NaN]) => roundCoordinate(longitude)),
			latitude: points.map(([, latitude = NaN]) => roundCoordinate(latitude)),
			topology: areas.length === 0 ? null : outlinesOf(areas)
		});
	}
};
