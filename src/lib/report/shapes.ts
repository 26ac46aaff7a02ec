/** The shapes of what a view shows, as files hold them. */
import { rewind } from '@turf/rewind';
import { truncate } from '@turf/truncate';
import type { Geometry } from 'geojson';
import { feature, merge } from 'topojson-client';
import type {
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon
} from 'topojson-specification';
import type { Units } from '../areas/region.ts';
import type { BoundariesPart, OutlinesPart } from '../geometry/parts.ts';

/** Decimals of a degree: about a metre, finer than the boundaries are. */
const PRECISION = 5;

/** A shape with as many decimals as mean something, and its rings the way round that files want. */
export function tidy(shape: Geometry): Geometry {
	const options = { precision: PRECISION, coordinates: 2, mutate: true };
	return truncate(rewind(shape, { mutate: true }) as Geometry, options);
}

/** The shape of each unit, made when asked for. */
export function shapesOf(
	{ members }: Units,
	{ topology }: BoundariesPart
): (unit: number) => Geometry {
	const { geometries } = topology.objects.lsoa;
	return (unit) =>
		tidy(
			merge(
				topology,
				(members[unit] ?? []).flatMap((area) => geometries[area] ?? []) as (
					| TopoPolygon
					| TopoMultiPolygon
				)[]
			)
		);
}

/** Outlines with geometry of their own: id, name and shape of each that there is. */
export function outlinesOf({ topology, ids, names }: OutlinesPart): {
	id: string;
	name: string;
	shape: Geometry;
}[] {
	if (!topology) return [];
	return feature(topology, topology.objects.areas).features.map(({ geometry, id: own }) => {
		const id = String(own ?? '');
		return { id, name: names[ids.indexOf(id)] ?? '', shape: tidy(geometry) };
	});
}
