/**
 * Several topologies on one grid as one. The line between two of them stands in both, cut into
 * arcs at other points; here it becomes arcs that both sides share, so that it is drawn once and
 * two areas on either side know that they are neighbours.
 */
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

type Areas = Topology<{ lsoa: GeometryCollection }>;
type Point = [number, number];

/**
 * Arcs that two areas of one topology share are taken as they are: on a coarse grid two different
 * lines may run over the same points, and must not be taken for one.
 *
 * @throws where the topologies are not on the same grid
 */
export function joinTopologies(topologies: readonly Areas[]): Areas {
	const [first] = topologies;
	if (!first) throw new Error('nothing to join');
	const { transform } = first;
	if (!transform || topologies.some((one) => !isSame(one.transform, transform))) {
		throw new Error('topologies that are not on one grid cannot be joined');
	}
	const parts = topologies.map((topology) => {
		const outer = outerArcs(topology);
		return { topology, outer, lines: topology.arcs.map((arc) => decode(arc as Point[])) };
	});
	const cuts = junctionsOf(
		parts.flatMap(({ outer, lines }) => [...outer].map((arc) => lines[arc] ?? []))
	);
	const arcs: Point[][] = [];
	/** Outer lines of the topologies before, not yet taken by their other side. */
	const open = new Map<string, number>();
	const geometries = parts.flatMap(({ topology, outer, lines }) => {
		const own: [string, number][] = [];
		const add = (line: Point[]): number => {
			const found = open.get(line.join(' '));
			if (found !== undefined) return found;
			const back = open.get(line.toReversed().join(' '));
			if (back !== undefined) return ~back;
			const index = arcs.push(line) - 1;
			own.push([line.join(' '), index]);
			return index;
		};
		const places = lines.map((line, arc) =>
			outer.has(arc) ? cutAt(line, cuts).map(add) : [arcs.push(line) - 1]
		);
		const renumber = (list: readonly unknown[]): unknown[] =>
			list.flatMap((item): unknown[] => {
				if (Array.isArray(item)) return [renumber(item)];
				const arc = Number(item);
				const there = places[arc < 0 ? ~arc : arc] ?? [];
				return arc < 0 ? there.toReversed().map((one) => ~one) : there;
			});
		const made = topology.objects.lsoa.geometries.map((geometry) =>
			'arcs' in geometry
				? ({ ...geometry, arcs: renumber(geometry.arcs) } as GeometryObject)
				: geometry
		);
		for (const [key, index] of own) open.set(key, index);
		return made;
	});
	return {
		type: 'Topology',
		transform,
		objects: { lsoa: { type: 'GeometryCollection', geometries } },
		arcs: arcs.map(encode)
	};
}

const isSame = (a: Topology['transform'], b: NonNullable<Topology['transform']>): boolean =>
	a !== undefined &&
	`${a.scale.join()} ${a.translate.join()}` === `${b.scale.join()} ${b.translate.join()}`;

/** Arcs that one area alone has, and once. */
function outerArcs({ objects }: Areas): ReadonlySet<number> {
	const uses = new Map<number, number>();
	const visit = (list: readonly unknown[]): void => {
		for (const item of list) {
			if (Array.isArray(item)) visit(item);
			else {
				const arc = Number(item) < 0 ? ~Number(item) : Number(item);
				uses.set(arc, (uses.get(arc) ?? 0) + 1);
			}
		}
	};
	for (const geometry of objects.lsoa.geometries) if ('arcs' in geometry) visit(geometry.arcs);
	return new Set([...uses].flatMap(([arc, times]) => (times === 1 ? [arc] : [])));
}

/**
 * Points at which outer lines are cut: where one of them ends, so that the others are cut there
 * too, and where two that ran together part.
 */
function junctionsOf(lines: readonly Point[][]): ReadonlySet<string> {
	const found = new Set<string>();
	const neighbours = new Map<string, string>();
	for (const line of lines) {
		line.forEach((point, i) => {
			const [before, after] = [line[i - 1], line[i + 1]];
			const key = String(point);
			if (!before || !after) {
				found.add(key);
				return;
			}
			const both = [String(before), String(after)].sort().join(' ');
			const known = neighbours.get(key);
			if (known === undefined) neighbours.set(key, both);
			else if (known !== both) found.add(key);
		});
	}
	return found;
}

/** Pieces of a line between the points at which it is to be cut. */
function cutAt(line: readonly Point[], cuts: ReadonlySet<string>): Point[][] {
	const pieces: Point[][] = [];
	let from = 0;
	for (let at = 1; at < line.length; at++) {
		if (at < line.length - 1 && !cuts.has(String(line[at]))) continue;
		pieces.push(line.slice(from, at + 1));
		from = at;
	}
	return pieces;
}

/** Points of the grid from the steps between them, and back. */
function decode(steps: readonly Point[]): Point[] {
	let [x, y] = [0, 0];
	return steps.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

function encode(points: readonly Point[]): Point[] {
	return points.map(([x, y], i) => {
		const [fromX, fromY] = points[i - 1] ?? [0, 0];
		return [x - fromX, y - fromY];
	});
}
