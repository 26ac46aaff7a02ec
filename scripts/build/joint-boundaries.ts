/**
 * The LSOA boundaries of both vintages on the same lines. The sources draw an unchanged LSOA
 * twice, one to three metres apart, so drawn together they would flicker between the editions
 * and take twice the bytes. Here an LSOA of 2011 that ONS did not redraw has its outline of
 * 2021; one that was split is what it was split into, without the lines between; of two that
 * were merged, the line between them is of 2011 and the outer edge of 2021. Anything else keeps
 * its own outline of 2011.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import { pointOnFeature } from '@turf/point-on-feature';
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh, quantize } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon,
	Topology
} from 'topojson-specification';
import { kept } from '../../src/lib/facts/kept.ts';
import { strings } from '../../src/lib/facts/table.ts';
import { boundaryTopology } from './boundaries.ts';
import type { PartContext } from './part.ts';

/** Cells of the grid of a region's boundaries each way, at least: about two metres in a small one. */
const GRID = 4e4;
/** Degrees that a cell has at most in a large region: about three metres by two. */
const CELL = { longitude: 4.1e-5, latitude: 1.95e-5 };
/** The farthest that a line of 2011 may end from the edge of 2021 that it is joined to. */
const JOIN_KM = 0.1;

type Area = Polygon | MultiPolygon;
export type JointTopology = Topology<{ lsoa21: GeometryCollection; lsoa11: GeometryCollection }>;

export interface JointBoundaries {
	/** Both vintages, in the order of the selection; the arcs of 2021 stand first. */
	topology: JointTopology;
	/** How many arcs 2021 uses. */
	arcs21: number;
}

/** Both vintages of a region's LSOAs in one topology. */
export const jointBoundaries = (context: PartContext): Promise<JointBoundaries> =>
	kept(context, 'joint boundaries', () => joined(context));

async function joined(context: PartContext): Promise<JointBoundaries> {
	const { selection } = context;
	const own = { '2021': ownShapes(context, '2021'), '2011': ownShapes(context, '2011') };
	const fates = await fatesOf(context);

	const areas11 = new Map<string, Area>();
	for (const { from, to } of fates) {
		for (const [code, area] of shapesOfFate(from, to, own)) areas11.set(code, area);
	}
	const collection = (codes: readonly string[], shape: (code: string) => Area | undefined) => ({
		type: 'FeatureCollection' as const,
		features: codes.map((code): Feature<Area> => {
			const geometry = shape(code);
			if (!geometry) throw new Error(`no boundary for ${code}`);
			return { type: 'Feature', id: code, properties: {}, geometry };
		})
	});
	const joint = buildTopology({
		lsoa21: collection(selection['2021'].codes, (code) => own['2021'].areas.get(code)),
		lsoa11: collection(selection['2011'].codes, (code) => areas11.get(code))
	}) as JointTopology;
	const { topology: ordered, arcs21 } = firstArcsFirst(joint);
	return { topology: quantize(ordered, gridOf(ordered)) as JointTopology, arcs21 };
}

function gridOf({ bbox }: JointTopology): number {
	const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
	const needed = Math.max((east - west) / CELL.longitude, (north - south) / CELL.latitude);
	return Math.max(GRID, Math.ceil(needed / 1000) * 1000);
}

interface Shapes {
	topology: Topology<{ lsoa: GeometryCollection }>;
	areas: ReadonlyMap<string, Area>;
}

function ownShapes(context: PartContext, vintage: '2021' | '2011'): Shapes {
	const own = boundaryTopology(context, vintage);
	const { features } = feature(own, own.objects.lsoa);
	return {
		topology: own,
		areas: new Map(features.map((one) => [String(one.id), one.geometry as Area]))
	};
}

/** LSOAs of 2011 and the LSOAs of 2021 that have the same ground between them. */
interface Fate {
	from: string[];
	to: string[];
}

/** Every group of LSOAs inside the region that the change from 2011 to 2021 hangs together. */
async function fatesOf({ geodata, selection }: PartContext): Promise<Fate[]> {
	const table = await geodata.table('lsoa11-lsoa21');
	const [lsoa11, lsoa21] = [strings(table, 'lsoa11'), strings(table, 'lsoa21')];
	const inside = selection['2011'];
	const groups = new Map<string, Fate>();
	lsoa11.forEach((from, row) => {
		const to = lsoa21[row] ?? '';
		if (!inside.has(from)) return;
		const met = [groups.get(`11 ${from}`), groups.get(`21 ${to}`)].filter(
			(one) => one !== undefined
		);
		const one: Fate = {
			from: [...new Set([...met.flatMap((group) => group.from), from])],
			to: [...new Set([...met.flatMap((group) => group.to), to])]
		};
		for (const code of one.from) groups.set(`11 ${code}`, one);
		for (const code of one.to) groups.set(`21 ${code}`, one);
	});
	return [...new Set(groups.values())];
}

function shapesOfFate(
	from: readonly string[],
	to: readonly string[],
	own: Record<'2021' | '2011', Shapes>
): [string, Area][] {
	const [first, second, ...more] = from;
	const after = membersOf(own['2021'].topology, to);
	if (first !== undefined && after.length === to.length) {
		const [whole] = to;
		if (second === undefined) {
			const same = to.length === 1 ? own['2021'].areas.get(whole ?? '') : undefined;
			return [[first, same ?? simplest(merge(own['2021'].topology, after))]];
		}
		const parts =
			more.length === 0
				? cut(simplest(merge(own['2021'].topology, after)), first, second, own['2011'])
				: null;
		if (parts)
			return [
				[first, parts[0]],
				[second, parts[1]]
			];
	}
	return from.map((code) => {
		const area = own['2011'].areas.get(code);
		if (!area) throw new Error(`no boundary of 2011 for ${code}`);
		return [code, area];
	});
}

function membersOf({ objects }: Shapes['topology'], codes: readonly string[]) {
	const wanted = new Set(codes);
	return objects.lsoa.geometries.filter(({ id }) => wanted.has(String(id))) as (
		| TopoPolygon
		| TopoMultiPolygon
	)[];
}

const simplest = (area: MultiPolygon): Area => {
	const [only, ...more] = area.coordinates;
	return only && more.length === 0 ? { type: 'Polygon', coordinates: only } : area;
};

/** Cuts an area along the line of 2011 between two LSOAs; null where that isn't one plain cut. */
function cut(
	whole: Area,
	first: string,
	second: string,
	before: Shapes
): [Polygon, Polygon] | null {
	const [ring] = whole.coordinates;
	if (whole.type !== 'Polygon' || whole.coordinates.length > 1 || !ring) return null;
	const members = membersOf(before.topology, [first, second]);
	const between = mesh(
		before.topology,
		{ type: 'GeometryCollection', geometries: members },
		(a, b) => a !== b
	);
	const [line, ...more] = between.coordinates;
	if (!line || more.length > 0) return null;
	const open = ring.slice(0, -1) as Position[];
	const [start, end] = [nearest(open, line.at(0)), nearest(open, line.at(-1))];
	if (start === null || end === null || start === end) return null;
	const inner = (line as LineString['coordinates']).slice(1, -1);
	const walk = (a: number, b: number) =>
		a <= b ? open.slice(a, b + 1) : [...open.slice(a), ...open.slice(0, b + 1)];
	const close = (points: Position[]): Polygon => ({
		type: 'Polygon',
		coordinates: [[...points, points[0] as Position]]
	});
	const one = close([...walk(end, start), ...inner]);
	const other = close([...walk(start, end), ...inner.toReversed()]);
	const isIn = (code: string, area: Polygon) => {
		const shape = before.areas.get(code);
		return shape !== undefined && booleanPointInPolygon(pointOnFeature(shape), area);
	};
	if (isIn(first, one) && isIn(second, other)) return [one, other];
	if (isIn(first, other) && isIn(second, one)) return [other, one];
	return null;
}

/** Position in a ring of its corner nearest to a point; null where none is near. */
function nearest(ring: readonly Position[], point: Position | undefined): number | null {
	if (!point) return null;
	let best: { at: number; km: number } | null = null;
	ring.forEach((corner, at) => {
		const km = distance(corner, point);
		if (best === null || km < best.km) best = { at, km };
	});
	const found = best as { at: number; km: number } | null;
	return found && found.km <= JOIN_KM ? found.at : null;
}

/** The same topology with the arcs that 2021 uses first. */
function firstArcsFirst(joint: JointTopology): JointBoundaries {
	const used = new Set<number>();
	const visit = (arcs: unknown): void => {
		if (Array.isArray(arcs)) arcs.forEach(visit);
		else if (typeof arcs === 'number') used.add(arcs < 0 ? ~arcs : arcs);
	};
	const { lsoa21, lsoa11 } = joint.objects;
	for (const one of lsoa21.geometries) visit('arcs' in one ? one.arcs : []);
	const arcs21 = used.size;
	for (const one of lsoa11.geometries) visit('arcs' in one ? one.arcs : []);
	const order = [...used];
	const place = new Map(order.map((arc, at) => [arc, at]));
	const renumber = (arcs: unknown): unknown =>
		Array.isArray(arcs)
			? arcs.map(renumber)
			: (arcs as number) < 0
				? ~(place.get(~(arcs as number)) ?? 0)
				: place.get(arcs as number);
	const renumbered = (collection: GeometryCollection): GeometryCollection => ({
		...collection,
		geometries: collection.geometries.map(
			(one) => ({ ...one, ...('arcs' in one && { arcs: renumber(one.arcs) }) }) as typeof one
		)
	});
	const topology: JointTopology = {
		...joint,
		objects: { lsoa21: renumbered(lsoa21), lsoa11: renumbered(lsoa11) },
		arcs: order.map((arc) => joint.arcs[arc] ?? [])
	};
	return { topology, arcs21 };
}
