/** Outlines of areas that need not fit the LSOAs: which of a national file are a region's. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { featureCollection } from '@turf/helpers';
import { pointOnFeature } from '@turf/point-on-feature';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { coveredLsoas } from '../../src/lib/server/coverage.ts';
import { strings } from '../../src/lib/facts/table.ts';
import type { OutlinesPart } from '../../src/lib/geometry/parts.ts';
import { boundaryFeatures } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { roundCoordinate } from './points.ts';
import { held } from './selection.ts';

/** Grid of the outlines: about 20 m in a region this size. */
const QUANTISATION = 5e3;

/** What a file says of an outline: its name and the board of 2024 it was collected for. */
interface Named {
	name: string;
	icb24: string;
}
type Outline = Feature<Polygon | MultiPolygon, Named>;

/**
 * The outlines of a file that are a region's: all of a board that the region has the whole of;
 * of a board that it has a part of, all if the file was made for no more than that part, and else
 * those with their middle in the region.
 */
export async function outlinesPart(
	part: string,
	{ dataset, path, object }: { dataset: string; path: string; object: string },
	context: PartContext,
	nameOf: (name: string) => string = (name) => name
): Promise<OutlinesPart> {
	const national = context.geodata.json(path) as Topology<
		Record<string, GeometryCollection<Named>>
	>;
	const collection = national.objects[object];
	if (!collection) throw new Error(`geodata/${path} has no object "${object}"`);
	const boards24 = held(context.selection['2021'], 'icb24');
	const collected = await boardsOfCovered(context, dataset);
	let inside: ((outline: Outline) => boolean) | undefined;
	const found = feature(national, collection)
		.features.filter((one) => {
			const { icb24 } = one.properties;
			if (boards24.whole.has(icb24)) return true;
			if (!boards24.part.has(icb24)) return false;
			if (collected.has(icb24)) return true;
			return (inside ??= insideOf(context))(one as Outline);
		})
		.map((one) => one as Outline)
		.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
	const points = found.map((one) => pointOnFeature(one).geometry.coordinates);
	const areas = found.map(({ id, geometry }) => ({
		type: 'Feature' as const,
		id: String(id),
		properties: {},
		geometry
	}));
	return {
		kind: 'outlines',
		part,
		datasets: [dataset],
		ids: areas.map(({ id }) => id),
		names: found.map(({ properties }) => nameOf(properties.name)),
		longitude: points.map(([longitude = NaN]) => roundCoordinate(longitude)),
		latitude: points.map(([, latitude = NaN]) => roundCoordinate(latitude)),
		topology: areas.length === 0 ? null : outlinesOf(areas)
	};
}

/** Boards of 2024 of which the dataset has only what lies in the region too. */
async function boardsOfCovered(
	{ geodata, selection }: PartContext,
	dataset: string
): Promise<ReadonlySet<string>> {
	const covered = await coveredLsoas(geodata, geodata.dataset(dataset));
	if (covered === null) return new Set();
	const here = selection['2021'];
	const boards = covered.cut(strings(here.areas, 'icb24'));
	const beyond = new Set(boards.filter((_, i) => !here.has(covered.codes[i] ?? '')));
	return new Set(boards.filter((board) => !beyond.has(board)));
}

function insideOf(context: PartContext): (outline: Outline) => boolean {
	const features = [...boundaryFeatures(context, '2021').values()];
	return (outline) => {
		const middle = pointOnFeature(outline);
		return features.some((one) => booleanPointInPolygon(middle, one));
	};
}

/** A topology of some areas, on a grid. */
function outlinesOf(areas: Feature<Polygon | MultiPolygon>[]): OutlinesPart['topology'] {
	const fine = topology({ areas: featureCollection(areas) }) as Topology<{
		areas: GeometryCollection;
	}>;
	return quantize(fine, QUANTISATION) as OutlinesPart['topology'];
}
