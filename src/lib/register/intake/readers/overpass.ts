/** The JSON that Overpass answers with: nodes, ways and relations of OpenStreetMap that have tags. */
import { capitalise, formatQuantity } from '../../../text/format.ts';
import { cellOf } from '../../../text/cells.ts';
import type { Content } from '../content.ts';
import { isObject, list, object, type Json } from '../json.ts';
import type { ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { DEGREES, isNumber } from './grids.ts';

export const recognises = (json: unknown): boolean => {
	if (!isObject(json) || !Array.isArray(json['elements'])) return false;
	const [first] = json['elements'] as unknown[];
	return (
		'osm3s' in json || (isObject(first) && /^(node|way|relation)$/.test(cellOf(first['type'])))
	);
};

export function parse({ json }: Content): ImportTable {
	const elements = list(object(json)['elements']);
	const nodes = new Map(
		elements.filter(({ type }) => type === 'node').map((node) => [node['id'], node])
	);
	const tagged = elements.filter(({ tags }) => Object.keys(object(tags)).length > 0);
	const features = tagged.map((element): Json => {
		const id = `${cellOf(element['type'])}/${cellOf(element['id'])}`;
		return {
			type: 'Feature',
			properties: { '@id': id, ...object(element['tags']) },
			geometry: geometryOf(element, nodes)
		};
	});
	const placeless = features.filter(({ geometry }) => geometry === null).length;
	return tableOfFeatures(features, {
		grid: DEGREES,
		what: 'This answer of Overpass',
		lineWord: 'element',
		notes:
			placeless > 0
				? [
						`${capitalise(formatQuantity(placeless, 'element has', 'elements have'))} no position in this file. Ask Overpass again with “out center”, which gives one for each.`
					]
				: []
	});
}

type Position = readonly [unknown, unknown];

function geometryOf(element: Json, nodes: ReadonlyMap<unknown, Json>): Json | null {
	const at = pointOf(element) ?? pointOf(object(element['center']));
	if (at) return { type: 'Point', coordinates: at };
	const line = (
		Array.isArray(element['geometry'])
			? list(element['geometry'])
			: Array.isArray(element['nodes'])
				? (element['nodes'] as unknown[]).map((id) => object(nodes.get(id)))
				: []
	).flatMap((one): Position[] => {
		const point = pointOf(one);
		return point ? [point] : [];
	});
	if (line.length < 2) return middleOf(object(element['bounds']));
	const [first, last] = [line[0], line.at(-1)];
	const isClosed = line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
	return isClosed
		? { type: 'Polygon', coordinates: [line] }
		: { type: 'LineString', coordinates: line };
}

const pointOf = ({ lat, lon }: Json): Position | null =>
	isNumber(lat) && isNumber(lon) ? [lon, lat] : null;

/** The middle of the box around a shape, where the file has no more of it. */
function middleOf({ minlat, minlon, maxlat, maxlon }: Json): Json | null {
	const sides = [minlon, minlat, maxlon, maxlat];
	if (!sides.every(isNumber)) return null;
	const [west, south, east, north] = sides.map(Number) as [number, number, number, number];
	const corners = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return { type: 'Polygon', coordinates: [corners] };
}
