/** Which of many areas holds a position, asked many thousand times. */
import { bbox } from '@turf/bbox';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type AreaFinder = (longitude: number, latitude: number) => string | null;

/** Size of a cell of the grid in degrees: a neighbourhood in a town spans about one. */
const CELL = 0.02;
const cellOf = (degrees: number) => Math.floor(degrees / CELL);
/** More than the cells around the globe, so that no two cells share a key. */
const ROUND = 100_000;

/**
 * A finder for the areas of a topology, by id: the first area whose outline holds the
 * position (degrees), null where none does. Areas are sorted into cells of a grid by their
 * bounding boxes, so that a question looks at a few outlines.
 */
export function areaFinder(topology: Topology, areas: GeometryCollection): AreaFinder {
	const cells = new Map<number, { id: string; shape: Feature<Polygon | MultiPolygon> }[]>();
	for (const shape of feature(topology, areas).features) {
		if (shape.geometry?.type !== 'Polygon' && shape.geometry?.type !== 'MultiPolygon') continue;
		const entry = { id: String(shape.id ?? ''), shape: shape as Feature<Polygon | MultiPolygon> };
		const [west, south, east, north] = bbox(shape);
		for (let x = cellOf(west); x <= cellOf(east); x++) {
			for (let y = cellOf(south); y <= cellOf(north); y++) {
				const key = x * ROUND + y;
				const here = cells.get(key);
				if (here) here.push(entry);
				else cells.set(key, [entry]);
			}
		}
	}
	return (longitude, latitude) =>
		cells
			.get(cellOf(longitude) * ROUND + cellOf(latitude))
			?.find(({ shape }) => booleanPointInPolygon([longitude, latitude], shape))?.id ?? null;
}
