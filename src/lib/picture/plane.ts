/**
 * The plane of a picture: where a position comes to lie on it, and outlines with no more corners
 * than are seen there.
 */
import { geoIdentity, geoStream, type GeoPermissibleObjects } from 'd3-geo';
import type { Position } from 'geojson';
import { quantize, transform } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import type { Detail, Line, Size } from '../document/picture.ts';
import { kept } from '../facts/kept.ts';

/** Degrees: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Plane extends Size {
	/** Where a position (longitude, latitude) lies, in units of the picture from its top left. */
	place: (position: Position) => [x: number, y: number];
	/** Kilometres to a unit in the middle of the picture. */
	kilometres: number;
}

/** Kilometres around the earth at the equator. */
const AROUND = 40_075.017;
/** Pixels around the earth that an engine of maps draws at zoom 0. */
const AROUND_AT_ZERO = 512;

/** Web Mercator, both axes from 0 to 1. */
export const mercator = ([longitude = NaN, latitude = NaN]: Position): [number, number] => [
	longitude / 360 + 0.5,
	0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)
];

/** A plane on which the middle lies in the middle; `scale` is units around the earth. */
function planeAround({ width, height }: Size, middle: [number, number], scale: number): Plane {
	const [left, top] = [width / 2 - middle[0] * scale, height / 2 - middle[1] * scale];
	const latitude = 2 * Math.atan(Math.exp((0.5 - middle[1]) * 2 * Math.PI)) - Math.PI / 2;
	return {
		width,
		height,
		place: (position) => {
			const [x, y] = mercator(position);
			return [x * scale + left, y * scale + top];
		},
		kilometres: (AROUND * Math.cos(latitude)) / scale
	};
}

/** A plane on which the bounds lie whole, as large as can be with a margin around. */
export function planeOfBounds([west, south, east, north]: Bounds, size: Size, margin = 0): Plane {
	const [left, top] = mercator([west, north]);
	const [right, bottom] = mercator([east, south]);
	const scale = Math.min(
		(size.width - 2 * margin) / Math.max(right - left, 1e-9),
		(size.height - 2 * margin) / Math.max(bottom - top, 1e-9)
	);
	return planeAround(size, [(left + right) / 2, (top + bottom) / 2], scale);
}

/** A plane that shows what a map of `pixels` pixels across shows that rests there. */
export function planeOfCamera(
	{ longitude, latitude, zoom }: { longitude: number; latitude: number; zoom: number },
	size: Size,
	pixels: number
): Plane {
	const ratio = Math.max(size.width, size.height) / pixels;
	return planeAround(size, mercator([longitude, latitude]), AROUND_AT_ZERO * 2 ** zoom * ratio);
}

/**
 * A topology on the steps of a plane, without the corners that nobody would see there: a large
 * region has as few as a small one. Its coordinates are steps, not units.
 */
export function onPlane<Areas extends Topology>(
	topology: Areas,
	plane: Pick<Plane, 'place'>,
	{ steps, triangle }: Detail
): Areas {
	// A drawing is tried with fewer and fewer corners: what each is worth stays the same.
	const ranked = kept(plane, `ranked ${steps}`, () => new WeakMap<Topology, Topology>());
	const there = ranked.get(topology) ?? rankedOn(topology, plane, steps);
	ranked.set(topology, there);
	const simple = simplify(there, triangle * steps ** 2);
	return quantize(simple, { scale: [1, 1], translate: [0, 0] }) as Areas;
}

/** A topology on the steps of a plane, each corner with the triangle that it makes. */
const rankedOn = (topology: Topology, { place }: Pick<Plane, 'place'>, steps: number): Topology =>
	presimplify(movedTo(topology, (at) => place(at).map((unit) => unit * steps)));

/** A topology whose points lie elsewhere, and on no grid. */
export function movedTo(topology: Topology, place: (position: Position) => Position): Topology {
	const { type, objects, bbox, transform: grid } = topology;
	// Points of a grid are steps from the point before, the first of an arc from its corner.
	const point = grid ? transform(grid) : (at: Position) => at;
	return {
		type,
		objects,
		...(bbox && { bbox }),
		arcs: topology.arcs.map((arc) => arc.map((at, i) => place(point(at, i > 0))))
	};
}

/**
 * The lines of a shape whose coordinates are steps, cut off at the edge of the picture, in units:
 * each ring of its areas without its last point, each line of its lines.
 */
export function linesIn(
	shape: GeoPermissibleObjects,
	{ width, height }: Size,
	steps: number
): Line[] {
	const found: [number, number][][] = [];
	let line: [number, number][] = [];
	const cut = geoIdentity().clipExtent([
		[0, 0],
		[width * steps, height * steps]
	]);
	geoStream(
		shape,
		cut.stream({
			point: (x, y) => void line.push([x / steps, y / steps]),
			lineStart: () => {
				line = [];
				found.push(line);
			},
			lineEnd: () => undefined,
			polygonStart: () => undefined,
			polygonEnd: () => undefined
		})
	);
	return found.filter((one) => one.length > 1);
}
