/** GeoJSON: a row a feature, with its properties and the position of its point. */
import type { AllGeoJSON } from '@turf/helpers';
import { pointOnFeature } from '@turf/point-on-feature';
import { formatCount } from '../../text/format.ts';
import type { Content } from './content.ts';
import { POSITION_TARGETS, type Target } from './columns.ts';
import { readHeading } from './headings.ts';
import { ImportError } from './import-error.ts';
import { cellOf } from '../../text/cells.ts';
import { isObject, list, member, object, type Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { POINT_OF_SHAPE } from './row-point.ts';
import { tooManyCells, tooManyColumns, tooManyRows, type ImportTable } from './table.ts';

const FEATURES = new Set(['FeatureCollection', 'Feature']);

export const recognises = (json: unknown): boolean =>
	isObject(json) && FEATURES.has(String(json['type']));

export function parse({ json }: Content): ImportTable {
	const root = object(json);
	const features = root['type'] === 'Feature' ? [root] : list(root['features']);
	if (features.length === 0) {
		throw new ImportError(
			'This GeoJSON has no features in it.',
			'Look whether the right layer was exported.'
		);
	}
	if (features.length > LIMITS.rows) throw tooManyRows(features.length);
	const grid = gridOf(root);
	const names = new Set<string>();
	let nested = 0;
	for (const feature of features) {
		for (const [name, value] of Object.entries(object(feature['properties']))) {
			if (typeof value === 'object' && value !== null) nested++;
			else if (!(grid as readonly string[]).includes(name)) names.add(name);
		}
		if (names.size > LIMITS.columns) throw tooManyColumns(names.size);
		if (names.size * features.length > LIMITS.cells) throw tooManyCells();
	}
	const hasIds = features.some((feature) => cellOf(feature['id']) !== '') && !names.has('id');
	const columns = [...names];
	let shapes = 0;
	const inDegrees = grid[0] === 'longitude';
	const placed = features.map((feature) => {
		const geometry = object(feature['geometry']);
		const point = pointOf(geometry);
		const isShape = point === null && isObject(feature['geometry']);
		const found = isShape && inDegrees ? pointOnShape(geometry) : null;
		if (isShape && found === null) shapes++;
		return { point: point ?? found, isShape: found !== null };
	});
	const hasPoints = placed.some(({ point }) => point !== null);
	const hasShapes = placed.some(({ isShape }) => isShape) && !names.has(POINT_SOURCE);
	const rows = features.map((feature, at) => {
		const properties = object(feature['properties']);
		return [
			...(hasIds ? [cellOf(feature['id'])] : []),
			...columns.map((name) => cellOf(member(properties, name)).slice(0, LIMITS.cell)),
			...(placed[at]?.point ?? ['', '']),
			...(hasShapes ? [placed[at]?.isShape ? POINT_OF_SHAPE : ''] : [])
		];
	});
	return {
		headings: [
			...(hasIds ? ['id'] : []),
			...columns,
			...grid,
			...(hasShapes ? [POINT_SOURCE] : [])
		],
		rows,
		...(hasPoints && { given: givenBy([...(hasIds ? ['id'] : []), ...columns], grid) }),
		lines: rows.map((_, at) => at + 1),
		lineWord: 'feature',
		notes: [
			...(shapes > 0
				? [
						`${formatCount(shapes)} features are shapes that no point could be found for: these rows are placed by their postcodes, if they have any.`
					]
				: []),
			...(nested > 0 ? ['Properties that hold lists or further properties were passed over.'] : [])
		]
	};
}

/** A feature's position is that of its geometry, whatever its properties say. */
function givenBy(
	columns: readonly string[],
	grid: readonly [Target, Target]
): Map<number, Target | null> {
	const given = new Map<number, Target | null>();
	columns.forEach((name, at) => {
		if (readHeading(name).claims.some(({ field }) => POSITION_TARGETS.has(field))) {
			given.set(at, null);
		}
	});
	given.set(columns.length, grid[0]);
	given.set(columns.length + 1, grid[1]);
	return given;
}

const POINT_SOURCE = 'point_source';

/**
 * A point on a line or inside an area, the middle where that lies in it (Turf's pointOnFeature); null
 * where the shape is broken, or of more positions than any place has. In degrees only: distances on
 * a grid would be misread.
 */
function pointOnShape(geometry: Json): [string, string] | null {
	if (positions(geometry, LIMITS.positions) > LIMITS.positions) return null;
	try {
		const [x, y] = pointOnFeature(geometry as unknown as AllGeoJSON).geometry.coordinates;
		return Number.isFinite(x) && Number.isFinite(y)
			? [Number(x).toFixed(6), Number(y).toFixed(6)]
			: null;
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

/** Headings of the two coordinates. Files of before 2016 may name another grid. */
function gridOf(root: Json): ['longitude', 'latitude'] | ['easting', 'northing'] {
	const crs = cellOf(object(object(root['crs'])['properties'])['name']);
	if (crs === '' || /CRS84|4326|4258/.test(crs)) return ['longitude', 'latitude'];
	if (/27700/.test(crs)) return ['easting', 'northing'];
	throw new ImportError(
		`The positions in this GeoJSON are in the reference system “${crs.slice(0, 60)}”, which we do not know.`,
		'Export it again in WGS84 (EPSG:4326), as GeoJSON is meant to be, or in the British National Grid.'
	);
}

function pointOf({ type, coordinates }: Json): [string, string] | null {
	const position: unknown =
		type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1
			? coordinates[0]
			: type === 'Point'
				? coordinates
				: null;
	if (!Array.isArray(position)) return null;
	const [x, y] = position as unknown[];
	return typeof x === 'number' && typeof y === 'number' ? [String(x), String(y)] : null;
}
