/** Boundaries of a region's LSOAs, from the national files by board. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import { kept } from '../../src/lib/facts/kept.ts';
import { joinTopologies } from '../../src/lib/geometry/join-topologies.ts';
import type { PartContext } from './part.ts';

/** The object in a vintage's files, and the column of boards that names the files. */
const FILES = {
	'2021': { object: 'lsoa21', board: 'icb24' },
	'2011': { object: 'lsoa11', board: 'icb22' }
} as const satisfies Record<Vintage, object>;

export type LsoaTopology = Topology<{ lsoa: GeometryCollection }>;
type Areas = Feature<Polygon | MultiPolygon>[];

/**
 * The topology of a region's LSOAs; geometry ids are LSOA codes. A region that is one file's
 * board has it as it is stored. One that is made of several, or of part of one, is put together:
 * all files are on one grid and neighbouring ones meet exactly, so a line between two boards
 * becomes one arc that both sides share.
 */
export const boundaryTopology = (context: PartContext, vintage: Vintage): LsoaTopology =>
	kept(context, `topology ${vintage}`, () => putTogether(context, vintage));

function putTogether(context: PartContext, vintage: Vintage): LsoaTopology {
	const selected = context.selection[vintage];
	const files = [...new Set(selected.listed(FILES[vintage].board))].sort();
	const stored = files.map((board) => storedTopology(context, vintage, board));
	const [only, ...more] = stored;
	if (!only) throw new Error(`region "${context.region.slug}" has no areas of ${vintage}`);
	if (more.length === 0 && only.objects.lsoa.geometries.length === selected.codes.length)
		return only;
	const joined = more.length === 0 ? only : joinTopologies(stored);
	const { geometries } = joined.objects.lsoa;
	return {
		...joined,
		objects: {
			lsoa: {
				type: 'GeometryCollection',
				geometries: geometries
					.filter(({ id }) => selected.has(String(id)))
					.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
			}
		}
	};
}

function storedTopology({ geodata }: PartContext, vintage: Vintage, board: string): LsoaTopology {
	const { object } = FILES[vintage];
	const path = `boundaries/${object}/${board}.json`;
	const topology = geodata.json(path) as Topology;
	const collection = topology.objects[object];
	if (collection?.type !== 'GeometryCollection') {
		throw new Error(`${path} has no object "${object}"`);
	}
	return { ...topology, objects: { lsoa: collection as GeometryCollection } };
}

/** Polygons by LSOA code. */
export const boundaryFeatures = (
	context: PartContext,
	vintage: Vintage
): ReadonlyMap<string, Feature<Polygon | MultiPolygon>> =>
	kept(context, `features ${vintage}`, () => {
		const areas = areasOf(boundaryTopology(context, vintage));
		return new Map(areas.map((one) => [String(one.id), one]));
	});

const areasOf = (topology: LsoaTopology): Areas =>
	feature(topology, topology.objects.lsoa).features as Areas;
