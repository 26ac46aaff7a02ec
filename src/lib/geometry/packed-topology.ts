/**
 * Topologies as files hold them: their numbers as characters (`stats/packed-numbers.ts`). Most
 * numbers of outlines are small, and nothing is rounded.
 */
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { numbersIn, signed, unsigned, written } from '../stats/packed-numbers.ts';

type Objects = Record<string, GeometryCollection>;
type Point = [number, number];

/** A topology of polygons on a grid, without properties. */
export interface PackedTopology<Name extends string = string> extends Pick<
	Topology,
	'bbox' | 'transform'
> {
	type: 'PackedTopology';
	/** How many points each arc has, and the steps between them: the first from the end of the arc before. */
	lengths: string;
	steps: string;
	objects: Record<Name, PackedObject>;
}

interface PackedObject {
	ids?: string[];
	/** For each geometry what it is made of, and how many arcs each ring has. */
	rings: string;
	/** Arcs of the rings, as how far each is from the one after the last that was named forwards. */
	arcs: string;
}

/**
 * The same topology in fewer bytes.
 *
 * @throws where it is not on a grid, or has anything but polygons without properties
 */
export function packTopology<O extends Objects>(
	topology: Pick<Topology<O>, 'bbox' | 'transform' | 'objects' | 'arcs'>
): PackedTopology<Extract<keyof O, string>> {
	const { bbox, transform, objects, arcs } = topology;
	const steps: number[] = [];
	let [x, y] = [0, 0];
	for (const arc of arcs as Point[][]) {
		const [first, ...others] = arc;
		if (!first) continue;
		const [startX, startY] = first;
		steps.push(onGrid(startX - x), onGrid(startY - y));
		[x, y] = first;
		for (const [dx, dy] of others) {
			steps.push(onGrid(dx), onGrid(dy));
			x += dx;
			y += dy;
		}
	}
	return {
		type: 'PackedTopology',
		...(bbox && { bbox }),
		...(transform && { transform }),
		lengths: written(arcs.map(({ length }) => length)),
		steps: written(steps),
		objects: Object.fromEntries(
			Object.entries(objects).map(([name, object]) => [name, packObject(name, object)])
		) as Record<Extract<keyof O, string>, PackedObject>
	};
}

function onGrid(step: number): number {
	if (!Number.isSafeInteger(step)) throw new Error('a topology that is not on a grid');
	return signed(step);
}

function packObject(name: string, { geometries }: GeometryCollection): PackedObject {
	const rings: number[] = [];
	const named: number[] = [];
	let next = 0;
	const addRings = (list: readonly (readonly number[])[]) => {
		rings.push(list.length);
		for (const ring of list) {
			rings.push(ring.length);
			for (const arc of ring) {
				const forward = arc < 0 ? ~arc : arc;
				named.push(signed(next - forward) * 2 + (arc < 0 ? 1 : 0));
				if (arc >= 0) next = forward + 1;
			}
		}
	};
	for (const geometry of geometries) {
		if (geometry.properties) throw new Error(`a geometry of "${name}" has properties`);
		if (geometry.type === 'Polygon') {
			rings.push(1);
			addRings(geometry.arcs);
		} else if (geometry.type === 'MultiPolygon') {
			rings.push(geometry.arcs.length + 2);
			geometry.arcs.forEach(addRings);
		} else if ((geometry.type as string | null | undefined) == null) {
			rings.push(0);
		} else {
			throw new Error(`"${name}" has a ${geometry.type}, and may have polygons only`);
		}
	}
	return {
		...(geometries.some(({ id }) => id !== undefined) && {
			ids: geometries.map(({ id }) => String(id ?? ''))
		}),
		rings: written(rings),
		arcs: written(named)
	};
}

/**
 * A packed topology as it was.
 *
 * @throws where it is damaged
 */
export function unpackTopology<Name extends string>(
	packed: PackedTopology<Name>
): Topology<Record<Name, GeometryCollection>> {
	const { bbox, transform, lengths, objects } = packed;
	const steps = numbersIn(packed.steps);
	let [x, y] = [0, 0];
	const step = () => unsigned(steps.next());
	const arcs = numbersIn(lengths).all((length) => {
		const arc: Point[] = [];
		for (let i = 0; i < length; i++) {
			const [dx, dy] = [step(), step()];
			x += dx;
			y += dy;
			arc.push(i === 0 ? [x, y] : [dx, dy]);
		}
		return arc;
	});
	steps.end();
	return {
		type: 'Topology',
		...(bbox && { bbox }),
		...(transform && { transform }),
		objects: Object.fromEntries(
			Object.entries<PackedObject>(objects).map(([name, object]) => [name, unpackObject(object)])
		) as Record<Name, GeometryCollection>,
		arcs
	};
}

function unpackObject({ ids, rings, arcs }: PackedObject): GeometryCollection {
	const sizes = numbersIn(rings);
	const named = numbersIn(arcs);
	let next = 0;
	const list = <T>(length: number, make: () => T): T[] => {
		const made: T[] = [];
		for (let i = 0; i < length; i++) made.push(make());
		return made;
	};
	const arc = () => {
		const code = named.next();
		const forward = next - unsigned(Math.floor(code / 2));
		if (code % 2 === 0) next = forward + 1;
		return code % 2 === 1 ? ~forward : forward;
	};
	const polygon = () => list(sizes.next(), () => list(sizes.next(), arc));
	const geometries = sizes.all((kind, i): GeometryObject => {
		const id = ids && { id: ids[i] ?? '' };
		if (kind === 0) return { ...id, type: null } as unknown as GeometryObject;
		if (kind === 1) return { type: 'Polygon', arcs: polygon(), ...id };
		return { type: 'MultiPolygon', arcs: list(kind - 2, polygon), ...id };
	});
	named.end();
	return { type: 'GeometryCollection', geometries };
}
