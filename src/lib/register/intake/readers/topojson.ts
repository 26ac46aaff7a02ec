/** TopoJSON: its objects as features, each object a layer. */
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { formatCount } from '../../../text/format.ts';
import { cellOf } from '../../../text/cells.ts';
import type { Content } from '../content.ts';
import { ImportError } from '../import-error.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tooManyRows, type ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { gridNamed } from './grids.ts';

export const recognises = (json: unknown): boolean =>
	isObject(json) && json['type'] === 'Topology' && isObject(json['objects']);

export function parse({ json }: Content): ImportTable {
	const topology = object(json);
	const features: Json[] = [];
	const layers: string[] = [];
	checkPositions(topology);
	for (const [name, geometry] of Object.entries(object(topology['objects']))) {
		for (const one of geometriesOf(object(geometry))) {
			if (features.length === LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
			features.push(featureOf(topology, one));
			layers.push(name);
		}
	}
	const crs = cellOf(object(object(topology['crs'])['properties'])['name']);
	return tableOfFeatures(features, {
		layers,
		what: 'This TopoJSON',
		...(crs !== '' && { grid: gridNamed(crs) })
	});
}

const geometriesOf = (geometry: Json): Json[] =>
	geometry['type'] === 'GeometryCollection' ? list(geometry['geometries']) : [geometry];

/** A feature; without a geometry where its shape is broken. */
function featureOf(topology: Json, geometry: Json): Json {
	try {
		return feature(
			topology as unknown as Topology,
			geometry as unknown as GeometryObject
		) as unknown as Json;
	} catch {
		return { type: 'Feature', id: geometry['id'], properties: geometry['properties'] };
	}
}

/** Shapes share lines, so that few bytes may ask for many positions: they are counted before any is made. */
function checkPositions(topology: Json): void {
	const arcs = Array.isArray(topology['arcs']) ? (topology['arcs'] as unknown[]) : [];
	const lengths = arcs.map((arc) => (Array.isArray(arc) ? arc.length : 0));
	let count = 0;
	const visit = (part: unknown): void => {
		if (typeof part === 'number') {
			count += lengths[part < 0 ? ~part : part] ?? 0;
			if (count > LIMITS.values) {
				throw new ImportError(
					`The shapes in this TopoJSON have more than ${formatCount(LIMITS.values)} positions, far more than a list of places needs.`,
					'Simplify the outlines, or bring points.'
				);
			}
		} else if (Array.isArray(part)) part.forEach(visit);
		else if (isObject(part)) {
			visit(part['arcs']);
			visit(part['geometries']);
		}
	};
	Object.values(object(topology['objects'])).forEach(visit);
}
