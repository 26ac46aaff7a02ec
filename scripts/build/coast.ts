/**
 * Which neighbourhoods are at the sea: our own derivation from the outline of the land,
 * as there is no official list. Tidal rivers are the trap: the outline follows them far
 * inland. So "the sea" is open water only: water in which a circle of a kilometre across
 * fits, and which is joined to the edge of the window by such water. A neighbourhood is
 * coastal if its outer edge comes within 200 metres of that.
 */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import { kept } from '../../src/lib/facts/kept.ts';
import { boundaryTopology } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { regionBounds } from './region-bounds.ts';

/** Side of a cell of the grid, in metres. */
const CELL = 100;
/** Open water has room for a circle of this radius. */
export const OPEN_WATER_RADIUS = 500;
/** How near to open water an outer edge comes: the outlines are generalised differently. */
export const NEAR = 200;
/** Degrees around the region that are looked at. */
const MARGIN = 0.15;
const METRES_PER_DEGREE = 111_320;

/**
 * Codes of the LSOAs of a region that are at the sea. A 2011 LSOA that did not change is
 * also at the sea if its outline of 2021 is: some of 2011 are cut off short of the shore.
 */
export function coastalLsoas(context: PartContext, vintage: Vintage): Set<string> {
	const sea = seaAround(context);
	const own = context.selection[vintage];
	const found = new Set<string>();
	for (const outlines of vintage === '2011' ? (['2011', '2021'] as const) : [vintage]) {
		for (const { code, line } of outerEdges(boundaryTopology(context, outlines))) {
			if (own.has(code) && !found.has(code) && along(line).some(sea)) found.add(code);
		}
	}
	return found;
}

/** The same for both vintages. */
const seaAround = (context: PartContext): ((point: Position) => boolean) =>
	kept(context, 'open sea', () => {
		const national = context.geodata.json('boundaries/basemap.json') as Topology<{
			lad25: GeometryCollection;
		}>;
		const land = feature(national, national.objects.lad25).features as Feature<
			Polygon | MultiPolygon
		>[];
		const [west, south, east, north] = regionBounds(context);
		return openSea(
			land.map(({ geometry }) => geometry),
			[west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN]
		);
	});

/**
 * A test of whether a point is within {@link NEAR} of the open sea. `window` is west,
 * south, east and north in degrees; water that touches its edge is taken for the sea.
 */
export function openSea(
	land: readonly (Polygon | MultiPolygon)[],
	window: readonly [number, number, number, number]
): (point: Position) => boolean {
	const [west, south, east, north] = window;
	const dy = CELL / METRES_PER_DEGREE;
	const dx = dy / Math.cos((((south + north) / 2) * Math.PI) / 180);
	const columns = Math.ceil((east - west) / dx);
	const rows = Math.ceil((north - south) / dy);
	const isLand = new Uint8Array(columns * rows);
	for (const shape of land) {
		const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
		for (const rings of polygons) fill(rings);
	}

	/** Even-odd scan lines through the middle of the cells. */
	function fill(rings: readonly Position[][]): void {
		const crossings = new Map<number, number[]>();
		for (const ring of rings) {
			ring.forEach(([x1 = NaN, y1 = NaN], i) => {
				const [x2 = x1, y2 = y1] = ring[i + 1] ?? [];
				const low = Math.max(0, Math.ceil((Math.min(y1, y2) - south) / dy - 0.5));
				const high = Math.min(rows, Math.ceil((Math.max(y1, y2) - south) / dy - 0.5));
				for (let row = low; row < high; row++) {
					const y = south + (row + 0.5) * dy;
					const found = crossings.get(row) ?? [];
					if (found.length === 0) crossings.set(row, found);
					found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
				}
			});
		}
		for (const [row, found] of crossings) {
			found.sort((a, b) => a - b);
			for (let pair = 0; pair + 1 < found.length; pair += 2) {
				const from = Math.max(0, Math.ceil(((found[pair] ?? NaN) - west) / dx - 0.5));
				const to = Math.min(columns - 1, ((found[pair + 1] ?? NaN) - west) / dx - 0.5);
				for (let column = from; column <= to; column++) isLand[row * columns + column] = 1;
			}
		}
	}

	// Middles of circles that fit into the water: those with no land within the radius.
	const middles = new Uint8Array(columns * rows).fill(1);
	const reach = OPEN_WATER_RADIUS / CELL;
	const disc = discOf(reach);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const cell = row * columns + column;
			if (!isLand[cell]) continue;
			middles[cell] = 0;
			// Land amid land reaches no water that its neighbours don't.
			if (
				isLand[cell - 1] &&
				isLand[cell + 1] &&
				isLand[cell - columns] &&
				isLand[cell + columns]
			) {
				continue;
			}
			for (const [right, up] of disc) {
				const x = column + right;
				const y = row + up;
				if (x >= 0 && x < columns && y >= 0 && y < rows) middles[y * columns + x] = 0;
			}
		}
	}

	// Of these, the ones joined to the edge of the window.
	const open = new Uint8Array(columns * rows);
	const queue: number[] = [];
	const reachCell = (column: number, row: number) => {
		if (column < 0 || column >= columns || row < 0 || row >= rows) return;
		const cell = row * columns + column;
		if (!middles[cell] || open[cell]) return;
		open[cell] = 1;
		queue.push(cell);
	};
	for (let column = 0; column < columns; column++) {
		reachCell(column, 0);
		reachCell(column, rows - 1);
	}
	for (let row = 0; row < rows; row++) {
		reachCell(0, row);
		reachCell(columns - 1, row);
	}
	for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
		const column = cell % columns;
		const row = (cell - column) / columns;
		reachCell(column - 1, row);
		reachCell(column + 1, row);
		reachCell(column, row - 1);
		reachCell(column, row + 1);
	}

	const near = discOf(reach + NEAR / CELL);
	return ([longitude = NaN, latitude = NaN]) => {
		const column = Math.floor((longitude - west) / dx);
		const row = Math.floor((latitude - south) / dy);
		return near.some(([right, up]) => {
			const x = column + right;
			const y = row + up;
			return x >= 0 && x < columns && y >= 0 && y < rows && open[y * columns + x] === 1;
		});
	};
}

/** Steps from a cell to all within a distance, in cells. */
function discOf(radius: number): [number, number][] {
	const whole = Math.ceil(radius);
	const steps = Array.from({ length: 2 * whole + 1 }, (_, i) => i - whole);
	return steps.flatMap((right) =>
		steps.flatMap((up): [number, number][] =>
			right * right + up * up <= radius * radius ? [[right, up]] : []
		)
	);
}

/** Lines of a topology that only one area has, with its code. */
function outerEdges(
	topology: Topology<{ lsoa: GeometryCollection }>
): { code: string; line: Position[] }[] {
	const users = new Map<number, Set<string>>();
	for (const geometry of topology.objects.lsoa.geometries) {
		for (const arc of arcsOf(geometry)) {
			const found = users.get(arc) ?? new Set();
			users.set(arc, found.add(String(geometry.id)));
		}
	}
	return [...users].flatMap(([arc, codes]) => {
		const [code, ...others] = codes;
		if (code === undefined || others.length > 0) return [];
		const { geometry } = feature(topology, { type: 'LineString', arcs: [arc] });
		return [{ code, line: (geometry as { coordinates: Position[] }).coordinates }];
	});
}

function arcsOf(geometry: GeometryObject): number[] {
	if (!('arcs' in geometry)) return [];
	return (geometry.arcs as unknown[])
		.flat(3)
		.map((arc) => Number(arc))
		.map((arc) => (arc < 0 ? ~arc : arc));
}

/** Points of a line, no two further apart than a cell. */
function along(line: readonly Position[]): Position[] {
	return line.flatMap(([x1 = NaN, y1 = NaN], i) => {
		const [x2 = x1, y2 = y1] = line[i + 1] ?? [];
		const steps = Math.max(1, Math.ceil((Math.hypot(x2 - x1, y2 - y1) * METRES_PER_DEGREE) / CELL));
		return Array.from({ length: steps }, (_, step): Position => [
			x1 + ((x2 - x1) * step) / steps,
			y1 + ((y2 - y1) * step) / steps
		]);
	});
}
