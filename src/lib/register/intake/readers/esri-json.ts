/** The JSON of ArcGIS: features with attributes, in the reference system that the file names. */
import { cellOf } from '../../../text/cells.ts';
import type { Content } from '../content.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tooManyColumns, type ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { gridNamed, type Grid } from './grids.ts';

export const recognises = (json: unknown): boolean => {
	if (!isObject(json) || !Array.isArray(json['features'])) return false;
	const [first] = json['features'] as unknown[];
	return isObject(first)
		? isObject(first['attributes'])
		: 'geometryType' in json || 'spatialReference' in json;
};

export function parse({ json }: Content): ImportTable {
	const root = object(json);
	const said = list(root['fields']);
	// Each is looked for in every feature.
	if (said.length > LIMITS.columns) throw tooManyColumns(said.length);
	const fields = said.map(fieldOf);
	const features = list(root['features']).map((one): Json => {
		const attributes = { ...object(one['attributes']) };
		for (const { name, isDate, labels } of fields) {
			const value = attributes[name];
			if (isDate && typeof value === 'number') attributes[name] = dayOf(value);
			const label = labels.get(cellOf(value));
			if (label !== undefined) attributes[name] = label;
		}
		return { type: 'Feature', properties: attributes, geometry: geometryOf(one['geometry']) };
	});
	return tableOfFeatures(features, { ...gridSaid(root, features), what: 'This ArcGIS file' });
}

/** A field that holds days in milliseconds, or codes for words. */
function fieldOf(field: Json) {
	const domain = object(field['domain']);
	return {
		name: cellOf(field['name']),
		isDate: field['type'] === 'esriFieldTypeDate',
		labels: new Map(
			list(domain['codedValues']).map((one) => [cellOf(one['code']), cellOf(one['name'])])
		)
	};
}

function dayOf(milliseconds: number): string {
	const date = new Date(milliseconds);
	return Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 10) : '';
}

/** A geometry as GeoJSON has it. Rings are areas each: a point in any of them will do. */
function geometryOf(value: unknown): Json | null {
	if (!isObject(value)) return null;
	const { x, y, points, paths, rings } = value;
	if (x !== undefined) return { type: 'Point', coordinates: [x, y] };
	if (Array.isArray(points)) return { type: 'MultiPoint', coordinates: points };
	if (Array.isArray(paths)) return { type: 'MultiLineString', coordinates: paths };
	if (!Array.isArray(rings)) return null;
	return { type: 'MultiPolygon', coordinates: rings.map((ring: unknown) => [ring]) };
}

function gridSaid(root: Json, features: readonly Json[]): { grid?: Grid } {
	const own = object(object(object(list(root['features'])[0])['geometry'])['spatialReference']);
	const said = { ...own, ...object(root['spatialReference']) };
	const crs = cellOf(said['latestWkid'] ?? said['wkid'] ?? said['wkt']);
	const hasShapes = features.some(({ geometry }) => geometry !== null);
	return crs === '' || !hasShapes ? {} : { grid: gridNamed(crs) };
}
