/** GeoJSON: a collection, a feature, a list of either, or a feature a line. */
import { cellOf } from '../../../text/cells.ts';
import type { Content } from '../content.ts';
import { isObject, list, object, type Json } from '../json.ts';
import type { ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { gridNamed, type Grid } from './grids.ts';

const SHAPES = new Set([
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon'
]);
const FEATURES = new Set(['FeatureCollection', 'Feature', 'GeometryCollection']);

export const recognises = (json: unknown): boolean =>
	Array.isArray(json)
		? json.length > 0 && isFeature(json[0])
		: isObject(json) && (isFeature(json) || isShape(json));

const isFeature = (value: unknown): boolean =>
	isObject(value) && FEATURES.has(String(value['type']));
const isShape = (value: Json): boolean =>
	SHAPES.has(String(value['type'])) && Array.isArray(value['coordinates']);

export function parse({ json }: Content): ImportTable {
	const roots = Array.isArray(json) ? list(json) : [object(json)];
	return tableOfFeatures(roots.flatMap(featuresIn), {
		...gridSaid(roots[0]),
		what: 'This GeoJSON'
	});
}

/** The features of a value; a shape alone is one without properties. */
export function featuresIn(root: Json): Json[] {
	if (Array.isArray(root['features'])) return list(root['features']);
	if (Array.isArray(root['geometries'])) {
		return list(root['geometries']).map((geometry) => ({ type: 'Feature', geometry }));
	}
	if (root['type'] === 'FeatureCollection') return [];
	return isShape(root) ? [{ type: 'Feature', geometry: root }] : [root];
}

/** What a file says its positions are in. Those of before 2016 may name another grid. */
function gridSaid(root: Json | undefined): { grid?: Grid } {
	const crs = cellOf(object(object(root?.['crs'])['properties'])['name']);
	return crs === '' ? {} : { grid: gridNamed(crs) };
}
