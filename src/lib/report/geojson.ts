/** What a view shows as GeoJSON (RFC 7946) that says by itself what it is. */
import { rewind } from '@turf/rewind';
import { truncate } from '@turf/truncate';
import type { Feature, FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type {
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon
} from 'topojson-specification';
import type { BoundariesPart } from '../geometry/parts.ts';
import { centreOfPeople, unitsOf, type Units } from '../areas/region.ts';
import type { ShownLayer, View } from '../view/view.ts';
import { notesOn, type NamedSource } from '../catalogue/notes.ts';
import { cellOf } from './table-csv.ts';

/** Decimals of a degree: about a metre, finer than the boundaries are. */
const PRECISION = 5;

type Properties = Record<string, string | number | boolean | null>;

/** Every row of a view's table with its shape. The boundaries are those of the view's edition. */
export function tableGeoJson(
	view: View,
	boundaries: BoundariesPart,
	sources: readonly NamedSource[]
): string {
	const shapes = shapesOf(view.units, boundaries);
	return write(
		notesOn(view.layers, sources),
		view.units.codes.map((_, unit) => one(shapes(unit), rowOf(view, unit)))
	);
}

/** What one layer of a view draws: its areas, outlines, circles or places. */
export function layerGeoJson(
	view: View,
	shown: ShownLayer,
	boundaries: BoundariesPart,
	sources: readonly NamedSource[]
): string {
	return write(notesOn([shown], sources), featuresOf(view, shown, boundaries));
}

function featuresOf(view: View, shown: ShownLayer, boundaries: BoundariesPart): Feature[] {
	const { areas } = view;
	const { contribution } = shown;
	const { drawing } = contribution;
	switch (drawing.kind) {
		case 'fill': {
			const shapes = shapesOf(view.units, boundaries);
			return view.units.codes.map((_, unit) =>
				one(shapes(unit), { ...named(view.units, unit), ...cells(contribution.columns, unit) })
			);
		}
		case 'marking': {
			const units = unitsOf(areas, 'lsoa');
			const shapes = shapesOf(units, boundaries);
			return drawing.areas.map((area) => one(shapes(area), named(units, area)));
		}
		case 'borders': {
			const units = unitsOf(areas, drawing.level);
			const shapes = shapesOf(units, boundaries);
			return units.codes.map((_, unit) => one(shapes(unit), named(units, unit)));
		}
		case 'outlines': {
			const { topology, ids, names } = drawing.outlines;
			if (!topology) return [];
			const { features } = feature(topology, topology.objects.areas);
			return features.map(({ geometry, id }) => {
				const code = String(id ?? '');
				return one(geometry, { Code: code, Name: names[ids.indexOf(code)] ?? '' });
			});
		}
		case 'circles': {
			const units = unitsOf(areas, drawing.level);
			return drawing.amounts.flatMap((amount, unit) =>
				amount === null
					? []
					: one(
							{ type: 'Point', coordinates: centreOfPeople(areas, units.members[unit] ?? []) },
							{ ...named(units, unit), [contribution.legend.title]: amount }
						)
			);
		}
		case 'points':
			return drawing.points.map(({ id, name, kind, longitude, latitude, area, lines }) =>
				one(
					{ type: 'Point', coordinates: [longitude, latitude] },
					{
						Id: id,
						Name: name,
						Kind: kind,
						'Area code': area === null ? null : (areas.codes[area] ?? null),
						About: lines.join(' ')
					}
				)
			);
	}
}

/** The shape of each unit, made when asked for. */
function shapesOf(
	{ members }: Units,
	{ topology }: BoundariesPart
): (unit: number) => MultiPolygon {
	const { geometries } = topology.objects.lsoa;
	return (unit) =>
		merge(
			topology,
			(members[unit] ?? []).flatMap((area) => geometries[area] ?? []) as (
				TopoPolygon | TopoMultiPolygon
			)[]
		);
}

const named = ({ codes, names }: Units, unit: number): Properties => ({
	Code: codes[unit] ?? '',
	Name: names[unit] ?? ''
});

function rowOf(view: View, unit: number): Properties {
	return { Code: view.units.codes[unit] ?? '', ...cells(view.columns, unit) };
}

function cells(columns: View['columns'], unit: number): Properties {
	return Object.fromEntries(columns.flatMap((column) => cellOf(column, unit)));
}

const one = (geometry: Geometry, properties: Properties): Feature => ({
	type: 'Feature',
	geometry,
	properties
});

function write(notes: readonly string[], features: Feature[]): string {
	const collection: FeatureCollection = { type: 'FeatureCollection', features };
	const options = { precision: PRECISION, coordinates: 2, mutate: true };
	const tidy = truncate(rewind(collection, { mutate: true }) as FeatureCollection, options);
	return JSON.stringify({ type: tidy.type, notes, features: tidy.features });
}
