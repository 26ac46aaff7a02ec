/** Which neighbourhoods belong to a group of GP practices: an estimate, as no list says it. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { RegionAreas } from '../areas/region.ts';
import type { OutlinesPart } from '../geometry/parts.ts';
import type { PartReader } from '../facts/reader.ts';
import { networksOf } from '../register/networks.ts';
import type { NetworkArea } from './page-area.ts';

/**
 * The networks of a region with the neighbourhoods whose residents live, on average, inside the
 * outline of their practices' catchment; none where there is no outline.
 */
export function membersOfNetworks(
	areas: RegionAreas,
	outlines: OutlinesPart | null,
	networks: readonly { code: string; name: string }[]
): NetworkArea[] {
	const shapes = outlines?.topology
		? feature(outlines.topology, outlines.topology.objects.areas).features
		: [];
	const byId = new Map(shapes.map((shape) => [String(shape.id), shape]));
	return networks.map(({ code, name }) => {
		const shape = byId.get(code);
		return {
			code,
			name,
			members: shape?.geometry
				? [...areas.codes.keys()].filter((area) =>
						booleanPointInPolygon(
							[areas.longitude[area] ?? NaN, areas.latitude[area] ?? NaN],
							shape as Feature<Polygon | MultiPolygon>
						)
					)
				: []
		};
	});
}

/** The networks of a region's pack, with their neighbourhoods. */
export function networkAreasOf(areas: RegionAreas, reader: PartReader): NetworkArea[] {
	const workers = reader.find('link-workers');
	return workers
		? membersOfNetworks(areas, reader.find('network-areas') ?? null, networksOf(workers))
		: [];
}
