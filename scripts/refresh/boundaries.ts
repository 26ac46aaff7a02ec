/** TopoJSON as official boundaries come in it: checked, pruned, simplified, split. */
import type { FeatureCollection } from 'geojson';
import { quantize } from 'topojson-client';
import { topology as toTopology } from 'topojson-server';
import { filter, presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Objects, Topology } from 'topojson-specification';
import type { ReadContext } from './dataset.ts';
import { SourceError } from './source-error.ts';
import type { SourceFile } from './source-file.ts';

const EARTH_RADIUS_M = 6_371_008.8;

/** What `topojson-simplify` calls a weight, from an area in square metres. */
const steradians = (squareMetres: number) => squareMetres / EARTH_RADIUS_M ** 2;

/** A topology of one named object. */
export interface Boundaries {
	name: string;
	topology: Topology;
	geometries: GeometryObject[];
}

/**
 * Object `name` of a TopoJSON file, its geometries identified by the property `code` and
 * bare of all others but those of `keep` (ours → theirs). Codes are checked to be unique
 * and to match `pattern`, geometries to be polygons that are not empty.
 */
export function readTopology(
	source: SourceFile,
	name: string,
	code: string,
	pattern: RegExp
): Boundaries {
	const topology = source.json() as Topology;
	const object = topology.objects?.[name];
	if (topology.type !== 'Topology' || object?.type !== 'GeometryCollection') {
		throw new SourceError(source.path, `is not TopoJSON with a collection "${name}"`);
	}
	const collection = object as GeometryCollection;
	return identify(source.path, topology, name, collection, code, pattern);
}

/** The same of GeoJSON feature collections taken together, on a grid of `cells` by `cells`. */
export function readGeoJson(
	sources: SourceFile | readonly SourceFile[],
	name: string,
	code: string,
	pattern: RegExp,
	options: { cells: number; keep?: Record<string, string> }
): Boundaries {
	const all = [sources].flat();
	const features = all.flatMap((source) => {
		const collection = source.json() as FeatureCollection;
		if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
			throw new SourceError(source.path, 'is not a GeoJSON feature collection');
		}
		return collection.features;
	});
	const together: FeatureCollection = { type: 'FeatureCollection', features };
	const topology = toTopology({ [name]: together }, options.cells);
	const object = topology.objects[name] as GeometryCollection;
	return identify(
		all.map(({ path }) => path).join(' and '),
		topology,
		name,
		object,
		code,
		pattern,
		options.keep
	);
}

function identify(
	path: string,
	topology: Topology,
	name: string,
	object: GeometryCollection,
	code: string,
	pattern: RegExp,
	keep: Record<string, string> = {}
): Boundaries {
	const seen = new Set<string>();
	const geometries = object.geometries.map((geometry, index) => {
		const place = { row: index + 1, column: code };
		const properties = (geometry.properties ?? {}) as Record<string, unknown>;
		const id = properties[code];
		if (typeof id !== 'string' || !pattern.test(id)) {
			throw new SourceError(path, `${JSON.stringify(id)} does not look like ${pattern}`, place);
		}
		if (seen.has(id)) throw new SourceError(path, `${id} stands twice`, place);
		seen.add(id);
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
			throw new SourceError(path, `${id} is a ${String(geometry.type)}, not an area`, place);
		}
		if (geometry.arcs.length === 0 || geometry.arcs.some((ring) => ring.length === 0)) {
			throw new SourceError(path, `${id} is empty`, place);
		}
		const kept = Object.entries(keep).map(([ours, theirs]) => [ours, properties[theirs]]);
		return {
			type: geometry.type,
			id,
			...(kept.length > 0 && { properties: Object.fromEntries(kept) }),
			arcs: geometry.arcs
		} as GeometryObject;
	});
	geometries.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
	return { name, topology, geometries };
}

/** Codes of the areas. */
export const codesOf = ({ geometries }: Boundaries): string[] =>
	geometries.map(({ id }) => String(id));

/** The number of areas is what the catalogue says of the copies. Returns them unchanged. */
export function checkAreas(context: ReadContext, boundaries: Boundaries): Boundaries {
	const { copies } = context.entry.lineage;
	const stated = copies.map(({ read }) => read?.rows);
	const expected = stated.reduce((sum, rows) =>
		sum === undefined || rows === undefined ? undefined : sum + rows
	);
	const { length } = boundaries.geometries;
	if (expected !== undefined && length !== expected) {
		throw new SourceError(
			copies.map(({ file }) => file).join(' and '),
			`${copies.length > 1 ? 'have' : 'has'} ${length} areas, this release has ${expected}`
		);
	}
	return boundaries;
}

/** Only some areas, with only the arcs they use. */
export function prune(
	boundaries: Boundaries,
	keep: (id: string) => boolean = () => true
): Boundaries {
	const { name, topology } = boundaries;
	const geometries = boundaries.geometries.filter(({ id }) => keep(String(id)));
	const objects: Objects = { [name]: { type: 'GeometryCollection', geometries } };
	const { type, transform, arcs } = topology;
	const whole: Topology = { type, objects, arcs, ...(transform && { transform }) };
	const pruned = filter(whole, () => true);
	const collection = pruned.objects[name] as GeometryCollection;
	return { name, topology: pruned, geometries: collection.geometries };
}

/**
 * Leave out points that matter less than a triangle of `squareMetres` (Visvalingam), the
 * same along shared lines on both sides, so that neighbours still meet. Stays on the grid
 * it came on. Rings below `smallest` square metres that stand alone are left out.
 */
export function generalise(
	path: string,
	boundaries: Boundaries,
	squareMetres: number,
	smallest = 0
): Boundaries {
	const { name, topology } = boundaries;
	const { transform } = topology;
	if (!transform) throw new SourceError(path, 'is not quantised');
	const whole = prune(boundaries).topology;
	const weighted = presimplify(whole, sphericalTriangleArea);
	let simplified = simplify(weighted, steradians(squareMetres));
	if (smallest > 0) simplified = dropIslands(simplified, steradians(smallest));
	const gridded = quantize(simplified, transform);
	const { geometries } = gridded.objects[name] as GeometryCollection;
	const result = { name, topology: gridded, geometries };
	checkFilled(path, result);
	return result;
}

/** Leave out lone rings smaller than `weight`, but never all of an area. */
function dropIslands(topology: Topology, weight: number): Topology {
	const size = (arc: number[][]) => {
		// Twice the ring's signed area on a plane stretched at its own latitude.
		const scale = Math.cos(((arc[0]?.[1] ?? 0) * Math.PI) / 180);
		const twice = arc.reduce((sum, [x = 0, y = 0], index) => {
			const [nextX = 0, nextY = 0] = arc[(index + 1) % arc.length] ?? [];
			return sum + x * nextY - nextX * y;
		}, 0);
		return (Math.abs(twice) / 2) * scale * (Math.PI / 180) ** 2;
	};
	const ringSize = (ring: number[]) => {
		const [only, ...others] = ring;
		if (only === undefined || others.length > 0) return Infinity;
		return size((topology.arcs[only < 0 ? ~only : only] ?? []) as number[][]);
	};
	for (const object of Object.values(topology.objects)) {
		for (const geometry of (object as GeometryCollection).geometries) {
			if (geometry.type !== 'MultiPolygon') continue;
			const sizes = geometry.arcs.map(([outer = []]) => ringSize(outer));
			const largest = Math.max(...sizes);
			geometry.arcs = geometry.arcs.filter(
				(_, index) => (sizes[index] ?? 0) >= weight || sizes[index] === largest
			);
		}
	}
	return filter(topology, () => true);
}

/** Every area still has a ring of at least three distinct points. */
function checkFilled(path: string, { topology, geometries }: Boundaries): void {
	const points = (ring: number[]) =>
		ring.reduce((sum, arc) => sum + (topology.arcs[arc < 0 ? ~arc : arc]?.length ?? 0) - 1, 0);
	for (const geometry of geometries) {
		const rings =
			geometry.type === 'Polygon'
				? geometry.arcs
				: geometry.type === 'MultiPolygon'
					? geometry.arcs.flat()
					: [];
		if (!rings.some((ring) => points(ring) >= 3)) {
			throw new SourceError(path, `${String(geometry.id)} has no area left when generalised`);
		}
	}
}

/** TopoJSON text. The same boundaries give the same text. */
export function toText({ name, topology, geometries }: Boundaries): string {
	const { transform, arcs, bbox } = topology;
	const objects = { [name]: { type: 'GeometryCollection', geometries } };
	return JSON.stringify({ type: 'Topology', bbox, transform, objects, arcs }) + '\n';
}
