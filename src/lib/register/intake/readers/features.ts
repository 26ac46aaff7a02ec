/**
 * Features (GeoJSON's word for a thing on a map) as a table: a row a feature. Its geometry is its
 * position, whatever its properties say; these are used where it has no geometry.
 */
import type { AllGeoJSON } from '@turf/helpers';
import { pointOnFeature } from '@turf/point-on-feature';
import { cellOf } from '../../../text/cells.ts';
import { capitalise, formatQuantity } from '../../../text/format.ts';
import { POSITION_TARGETS, type Target } from '../columns.ts';
import { readHeading, targetOf } from '../headings.ts';
import { ImportError } from '../import-error.ts';
import { isObject, object, type Json } from '../json.ts';
import { readKind } from '../kind-words.ts';
import { LIMITS } from '../limits.ts';
import { POINT_OF_SHAPE } from '../row-point.ts';
import { tooManyRows, type ImportTable } from '../table.ts';
import {
	areDegrees,
	DEGREES,
	isNumber,
	isOnNationalGrid,
	NATIONAL_GRID,
	shapeInDegrees,
	type Grid
} from './grids.ts';
import { lookAtProperties } from './property-position.ts';
import { withOsmColumns } from './osm-columns.ts';
import { columnsOf } from './properties.ts';

export interface FeatureOptions {
	/** What their positions are in; where the file does not say, it is found. */
	grid?: Grid;
	/** The layer that each is in, where the file has layers. */
	layers?: readonly string[];
	/** What a number of a row counts. */
	lineWord?: string;
	notes?: readonly string[];
	/** What the file is called in a sentence: "This GeoJSON". */
	what: string;
}

const POINT_SOURCE = 'point_source';
/** Headings of what the geometry says. */
const GEOMETRY: readonly string[] = ['longitude', 'latitude'];

/**
 * A row a feature.
 *
 * @throws ImportError where there is none, or more than are read
 */
export function tableOfFeatures(
	features: readonly Json[],
	{ grid: said, layers, lineWord = 'feature', notes = [], what }: FeatureOptions
): ImportTable {
	if (features.length === 0) {
		throw new ImportError(
			`${what} has no features in it.`,
			'Look whether the right layer was exported.'
		);
	}
	if (features.length > LIMITS.rows) throw tooManyRows(features.length);
	const grid = said ?? gridOf(features);
	const { headings, rows, passedOver } = withOsmColumns(
		columnsOf(features.map((feature) => object(feature['properties'])))
	);
	const written = headings.map((heading) => targetOf(heading)?.target ?? null);
	const placed = features.map((feature) => positionOf(feature['geometry'], grid));
	const hasPoints = placed.some(({ point }) => point !== null);
	const hasShapes = placed.some(({ isShape }) => isShape) && !headings.includes(POINT_SOURCE);
	const hasIds =
		features.some((feature) => cellOf(feature['id']) !== '') && !headings.includes('id');
	const layer = layerColumn(layers, headings);
	let lost = 0;
	const looks = new Map<number, string>();
	const compare = lookAtProperties(headings);
	const table = features.map((feature, at) => {
		const cells = rows[at] ?? [];
		const { point, isShape, isLost } = placed[at] ?? { point: null, isShape: false, isLost: false };
		if (isLost) lost++;
		const look = point && compare(cells, point);
		if (look) looks.set(at, look);
		return [
			...(hasPoints ? (point ?? positionSaid(cells, written)) : []),
			...(hasIds ? [cellOf(feature['id'])] : []),
			...cells,
			...(layer === null ? [] : [layers?.[at] ?? '']),
			...(hasShapes ? [isShape ? POINT_OF_SHAPE : ''] : [])
		];
	});
	return {
		headings: [
			...(hasPoints ? GEOMETRY : []),
			...(hasIds ? ['id'] : []),
			...headings.map((heading) =>
				hasPoints && GEOMETRY.includes(heading) ? `property ${heading}` : heading
			),
			...(layer === null ? [] : [layer]),
			...(hasShapes ? [POINT_SOURCE] : [])
		],
		rows: table,
		...(hasPoints && { given: givenBy(headings, hasIds ? 3 : 2) }),
		lines: table.map((_, at) => at + 1),
		lineWord,
		...(looks.size > 0 && { looks }),
		notes: [
			...notes,
			...(grid !== DEGREES && hasPoints
				? [
						`The positions in this file are in ${grid.name}. Longitude and latitude were worked out from them.`
					]
				: []),
			...(lost > 0
				? [
						`${capitalise(formatQuantity(lost, 'feature has a shape', 'features have shapes'))} that no point could be found for: ${lost === 1 ? 'its row is placed by its postcode, if it has one' : 'these rows are placed by their postcodes, if they have any'}.`
					]
				: []),
			...(passedOver > 0
				? ['Properties that hold lists of things, or are nested deeply, were passed over.']
				: [])
		]
	};
}

/** A feature's position is that of its geometry: what its properties say of one is not used. */
function givenBy(headings: readonly string[], before: number): Map<number, Target | null> {
	const given = new Map<number, Target | null>([
		[0, 'longitude'],
		[1, 'latitude']
	]);
	headings.forEach((heading, at) => {
		if (readHeading(heading).claims.some(({ field }) => POSITION_TARGETS.has(field))) {
			given.set(before + at, null);
		}
	});
	return given;
}

/** Heading of the column that says the layer; null where there is one layer alone, or none. */
function layerColumn(
	layers: readonly string[] | undefined,
	headings: readonly string[]
): string | null {
	const names = new Set(layers?.filter((name) => name !== ''));
	if (names.size < 2) return null;
	const hasKind = headings.some((heading) => targetOf(heading)?.target === 'kind');
	return !hasKind && [...names].every((name) => readKind(name) !== null) ? 'kind' : 'Layer';
}

/** What a file's positions are in where it does not say: degrees, unless they can be none. */
function gridOf(features: readonly Json[]): Grid {
	for (const feature of features) {
		const pair = firstPair(object(feature['geometry']));
		if (pair === null) continue;
		const [x, y] = pair;
		return !areDegrees(x, y) && isOnNationalGrid(x, y) ? NATIONAL_GRID : DEGREES;
	}
	return DEGREES;
}

/** The first position of a shape. */
function firstPair(shape: Json): [number, number] | null {
	let part: unknown = shape['coordinates'];
	for (let depth = 0; Array.isArray(part) && depth < 6; depth++) {
		const [x, y] = part as unknown[];
		if (isNumber(x) && isNumber(y)) return [Number(x), Number(y)];
		part = x;
	}
	return null;
}

interface Found {
	point: [longitude: string, latitude: string] | null;
	/** The point is one on a line or in an area. */
	isShape: boolean;
	/** There is a shape, and no point for it. */
	isLost: boolean;
}
const NOWHERE: Found = { point: null, isShape: false, isLost: false };

function positionOf(geometry: unknown, grid: Grid): Found {
	if (!isObject(geometry)) return NOWHERE;
	const pair = pairOf(geometry);
	if (pair !== null) {
		const [x, y] = pair;
		if (grid === DEGREES) return { ...NOWHERE, point: [x, y] };
		const turned = grid.toDegrees(Number(x), Number(y));
		// What is no position of the grid is shown as it is given, and refused with the row.
		return { ...NOWHERE, point: turned ? written(turned) : [x, y] };
	}
	if (isEmpty(geometry)) return NOWHERE;
	const point = pointOnShape(geometry, grid);
	return { point, isShape: point !== null, isLost: point === null };
}

const written = ([x, y]: readonly number[]): [string, string] => [
	Number(x).toFixed(6),
	Number(y).toFixed(6)
];

/** The coordinates of a point, as they are given; null for other shapes. */
function pairOf({ type, coordinates }: Json): [string, string] | null {
	const position: unknown =
		type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1
			? coordinates[0]
			: type === 'Point'
				? coordinates
				: null;
	if (!Array.isArray(position)) return null;
	const [x, y] = position as unknown[];
	return isNumber(x) && isNumber(y) ? [String(x).trim(), String(y).trim()] : null;
}

const isEmpty = ({ coordinates, geometries }: Json): boolean => {
	const parts = coordinates ?? geometries;
	return Array.isArray(parts) && parts.length === 0;
};

/**
 * A point on a line or inside an area, the middle where that lies in it (Turf's pointOnFeature); null
 * where the shape is broken, or of more positions than any place has.
 */
function pointOnShape(geometry: Json, grid: Grid): [string, string] | null {
	if (positions(geometry, LIMITS.positions) > LIMITS.positions) return null;
	const shape = shapeInDegrees(geometry, grid);
	if (shape === null) return null;
	try {
		const [x, y] = pointOnFeature(shape as unknown as AllGeoJSON).geometry.coordinates;
		return Number.isFinite(x) && Number.isFinite(y) ? written([Number(x), Number(y)]) : null;
	} catch {
		return null;
	}
}

/** How many positions a shape has, or lists where positions should be; counted to one past `most`. */
function positions(shape: unknown, most: number): number {
	if (!Array.isArray(shape)) {
		const { coordinates, geometries } = object(shape);
		return positions(coordinates ?? geometries ?? [], most);
	}
	let count = 1;
	for (const part of shape as unknown[]) {
		if (count > most) break;
		if (typeof part === 'object' && part !== null) count += positions(part, most - count);
	}
	return count;
}

/** The position that the properties of a feature without a geometry say. */
function positionSaid(
	cells: readonly string[],
	targets: readonly (Target | null)[]
): [string, string] {
	const said = (target: Target) =>
		cells.find((cell, i) => targets[i] === target && cell.trim() !== '') ?? '';
	const [x, y] = [said('longitude'), said('latitude')];
	if (x !== '' || y !== '') return [x, y];
	const [east, north] = [Number(said('easting') || NaN), Number(said('northing') || NaN)];
	const turned = NATIONAL_GRID.toDegrees(east, north);
	return turned ? written(turned) : ['', ''];
}
