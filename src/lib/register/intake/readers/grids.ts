/** The reference systems that positions in files come in, and how each becomes degrees. */
import { toWgs84 } from '@turf/projection';
import { fromGrid } from '../../../geometry/grid.ts';
import { ImportError } from '../import-error.ts';
import type { Json } from '../json.ts';

/** From two numbers of a file to longitude and latitude; null where they are no position in it. */
export interface Grid {
	/** In a sentence: "the British National Grid". */
	name: string;
	toDegrees: (x: number, y: number) => [longitude: number, latitude: number] | null;
}

export const DEGREES: Grid = { name: 'degrees', toDegrees: (x, y) => [x, y] };

export const NATIONAL_GRID: Grid = {
	name: 'the British National Grid',
	toDegrees: (x, y) => (isOnNationalGrid(x, y) ? fromGrid(x, y) : null)
};

/** The grid of maps on the web, in metres. */
const MERCATOR_EDGE = 20_037_508.35;
export const WEB_MERCATOR: Grid = {
	name: 'web mercator',
	toDegrees: (x, y) => {
		if (!(Math.abs(x) <= MERCATOR_EDGE && Math.abs(y) <= MERCATOR_EDGE)) return null;
		const [longitude = NaN, latitude = NaN] = toWgs84([x, y]) as number[];
		return [longitude, latitude];
	}
};

/** Whether two numbers can be an easting and a northing in Great Britain. */
export const isOnNationalGrid = (x: number, y: number): boolean =>
	x >= 0 && x <= 700_000 && y >= 0 && y <= 1_300_000;

/** Whether two numbers can be degrees, in either order. */
export const areDegrees = (x: number, y: number): boolean =>
	Math.abs(x) <= 180 && Math.abs(y) <= 180;

const NAMED: readonly (readonly [RegExp, Grid])[] = [
	[/27700|british_national_grid|osgb_?(19)?36.*british national grid/i, NATIONAL_GRID],
	[/\b(3857|102100|102113|900913|3785)\b|pseudo.?mercator|web_mercator/i, WEB_MERCATOR],
	// Datums that lie within a metre of each other.
	[/CRS:?84|\b(4326|4258|4937|4979)\b/i, DEGREES],
	[/^\s*geogcs\[.*(wgs|etrs)/i, DEGREES]
];

/**
 * The reference system of a name, a code or a well-known text.
 *
 * @throws ImportError where it is none of ours
 */
export function gridNamed(crs: string): Grid {
	const known = NAMED.find(([words]) => words.test(crs.slice(0, 4_000)))?.[1];
	if (known) return known;
	throw new ImportError(
		`The positions in this file are in the reference system “${crs.slice(0, 60)}”, which we do not know.`,
		'Export it again in WGS84 (EPSG:4326) or in the British National Grid (EPSG:27700).'
	);
}

/** A shape with all its positions in degrees; null where one of them is no position of the grid. */
export function shapeInDegrees(shape: Json, grid: Grid): Json | null {
	let broken = false;
	const turn = (part: unknown): unknown => {
		if (!Array.isArray(part)) return part;
		const [x, y] = part as unknown[];
		if (!isNumber(x) || !isNumber(y)) return (part as unknown[]).map(turn);
		const turned = grid.toDegrees(Number(x), Number(y));
		broken ||= turned === null;
		return turned ?? [];
	};
	const { type, coordinates, geometries } = shape;
	const inner = Array.isArray(geometries)
		? (geometries as Json[]).map((one) => shapeInDegrees(one, grid))
		: null;
	if (inner?.some((one) => one === null)) return null;
	const turned = { type, ...(inner ? { geometries: inner } : { coordinates: turn(coordinates) }) };
	return broken ? null : turned;
}

/** Whether a value is a number, or a text that is one: some programs write coordinates as texts. */
export const isNumber = (value: unknown): boolean =>
	(typeof value === 'number' && Number.isFinite(value)) ||
	(typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value));
