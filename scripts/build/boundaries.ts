/** Boundaries of a region's LSOAs, from the national files by board. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import type { PartContext } from './part.ts';

const OBJECT: Record<Vintage, 'lsoa21' | 'lsoa11'> = { '2021': 'lsoa21', '2011': 'lsoa11' };

/** The topology of a region's LSOAs; geometry ids are LSOA codes. */
export function boundaryTopology(
	{ geodata, region }: PartContext,
	vintage: Vintage
): Topology<{ lsoa: GeometryCollection }> {
	const object = OBJECT[vintage];
	const topology = geodata.json(`boundaries/${object}/${region.icb.code}.json`) as Topology;
	const collection = topology.objects[object];
	if (collection?.type !== 'GeometryCollection') {
		throw new Error(`boundaries/${object}/${region.icb.code}.json has no object "${object}"`);
	}
	return { ...topology, objects: { lsoa: collection as GeometryCollection } };
}

/** Polygons by LSOA code. */
export function boundaryFeatures(
	context: PartContext,
	vintage: Vintage
): Map<string, Feature<Polygon | MultiPolygon>> {
	const topology = boundaryTopology(context, vintage);
	const { features } = feature(
		topology as Topology,
		topology.objects.lsoa as GeometryCollection<object>
	);
	return new Map(features.map((one) => [String(one.id), one as Feature<Polygon | MultiPolygon>]));
}
