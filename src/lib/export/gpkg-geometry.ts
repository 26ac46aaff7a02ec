/** Geometry as GeoPackages hold it: a header with what it covers, then well-known binary. */
import type { Geometry, Position } from 'geojson';

/** Longitude and latitude on WGS 84, in that order. */
export const SRS = 4326;

/** West, south, east, north. */
export type Extent = [number, number, number, number];

/** Numbers of kinds of geometry in well-known binary. */
const KIND = {
	Point: 1,
	LineString: 2,
	Polygon: 3,
	MultiPoint: 4,
	MultiLineString: 5,
	MultiPolygon: 6
};
type Simple = Extract<Geometry, { type: keyof typeof KIND }>;

/** What a table of shapes is of; where they differ, of any. */
export function kindOfShapes(shapes: readonly (Geometry | null)[]): string {
	const kinds = new Set(shapes.flatMap((shape) => (shape ? [asMulti(shape).type] : [])));
	const [first, ...others] = kinds;
	return first === undefined || others.length > 0 ? 'GEOMETRY' : first.toUpperCase();
}

/** An area of one piece as one of several, so that a table has one kind. */
export const asMulti = (shape: Geometry): Geometry =>
	shape.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [shape.coordinates] } : shape;

/** What shapes cover; null where there are none. */
export function extentOf(shapes: readonly (Geometry | null)[]): Extent | null {
	const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
	for (const shape of shapes) {
		for (const [x = NaN, y = NaN] of shape ? positionsOf(simple(shape)) : []) {
			extent[0] = Math.min(extent[0], x);
			extent[1] = Math.min(extent[1], y);
			extent[2] = Math.max(extent[2], x);
			extent[3] = Math.max(extent[3], y);
		}
	}
	return Number.isFinite(extent[0]) ? extent : null;
}

function simple(shape: Geometry): Simple {
	if (!(shape.type in KIND)) throw new Error(`a GeoPackage of ours holds no ${shape.type}`);
	return shape as Simple;
}

function positionsOf({ type, coordinates }: Simple): Position[] {
	switch (type) {
		case 'Point':
			return [coordinates];
		case 'LineString':
		case 'MultiPoint':
			return coordinates;
		case 'Polygon':
		case 'MultiLineString':
			return coordinates.flat();
		case 'MultiPolygon':
			return coordinates.flat(2);
	}
}

/** The bytes of a shape in a table. */
export function geometryBytes(shape: Geometry): Uint8Array {
	const made = simple(asMulti(shape));
	const bytes = new Growing();
	const isPoint = made.type === 'Point';
	// "GP", version 1, then: least significant byte first, and whether an envelope follows.
	bytes.bytes(0x47, 0x50, 0, isPoint ? 1 : 3);
	bytes.int(SRS);
	if (!isPoint) {
		const [west, south, east, north] = extentOf([made]) ?? [NaN, NaN, NaN, NaN];
		for (const bound of [west, east, south, north]) bytes.double(bound);
	}
	writeShape(bytes, made);
	return bytes.done();
}

function writeShape(bytes: Growing, { type, coordinates }: Simple): void {
	const position = ([x = NaN, y = NaN]: Position) => {
		bytes.double(x);
		bytes.double(y);
	};
	const line = (positions: readonly Position[]) => {
		bytes.int(positions.length);
		positions.forEach(position);
	};
	const many = <Piece>(pieces: readonly Piece[], write: (piece: Piece) => void) => {
		bytes.int(pieces.length);
		pieces.forEach(write);
	};
	bytes.bytes(1);
	bytes.int(KIND[type]);
	switch (type) {
		case 'Point':
			return position(coordinates);
		case 'LineString':
			return line(coordinates);
		case 'Polygon':
			return many(coordinates, line);
		case 'MultiPoint':
			return many(coordinates, (one) => writeShape(bytes, { type: 'Point', coordinates: one }));
		case 'MultiLineString':
			return many(coordinates, (one) =>
				writeShape(bytes, { type: 'LineString', coordinates: one })
			);
		case 'MultiPolygon':
			return many(coordinates, (one) => writeShape(bytes, { type: 'Polygon', coordinates: one }));
	}
}

/** Bytes that are written one after another, least significant first. */
class Growing {
	#bytes = new Uint8Array(256);
	#view = new DataView(this.#bytes.buffer);
	#at = 0;

	#room(more: number): number {
		const at = this.#at;
		this.#at += more;
		if (this.#at > this.#bytes.length) {
			const larger = new Uint8Array(Math.max(this.#at, 2 * this.#bytes.length));
			larger.set(this.#bytes);
			this.#bytes = larger;
			this.#view = new DataView(larger.buffer);
		}
		return at;
	}
	bytes(...values: number[]): void {
		const at = this.#room(values.length);
		this.#bytes.set(values, at);
	}
	int(value: number): void {
		const at = this.#room(4);
		this.#view.setUint32(at, value, true);
	}
	double(value: number): void {
		const at = this.#room(8);
		this.#view.setFloat64(at, value, true);
	}
	done(): Uint8Array {
		return this.#bytes.slice(0, this.#at);
	}
}
