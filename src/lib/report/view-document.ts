/** The table of a view, and what each of its layers draws, as documents to take away. */
import type { Geometry } from 'geojson';
import { centreOfPeople, LEVELS, unitsOf, type Units } from '../areas/region.ts';
import { caveatsOf, sourcesOf } from '../catalogue/notes.ts';
import {
	columnsOf,
	documentOf,
	placeColumns,
	type Cell,
	type Column,
	type Document,
	type Table
} from '../document/document.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import type { TableColumn } from '../layers/layer.ts';
import { captionOf } from '../view/shown.ts';
import { basisOf, type ShownLayer, type View } from '../view/view.ts';
import { saidOf, type Said } from './said.ts';
import { outlinesOf, shapesOf, tidy } from './shapes.ts';

/** Every row of a view's table; with its shape, where the boundaries of the view's edition are given. */
export function tableDocument(view: View, said: Said, boundaries?: BoundariesPart): Document {
	const { units, columns, layers } = view;
	const title = `The table, every ${LEVELS[units.level].one}`;
	return withNotes(title, layers, said, {
		columns: [{ label: 'Code' }, ...headings(columns)],
		rows: units.codes.map((code, unit) => [code, ...cells(columns, unit)]),
		...shaped(units, boundaries)
	});
}

/**
 * All that a view shows, for files that hold several tables: its rows, then the places that lie over
 * them; with all other shapes that do, where the boundaries are given.
 */
export function wholeDocument(view: View, said: Said, boundaries?: BoundariesPart): Document {
	const main = tableDocument(view, said, boundaries);
	const basis = basisOf(view);
	const over = view.layers.filter(
		({ layer, contribution: { drawing } }) =>
			layer.kind !== 'areas' && (boundaries !== undefined || drawing.kind === 'points')
	);
	return {
		...main,
		...saidOf(said),
		title: `${captionOf(view)}, ${view.regionName}`,
		sentences: [...view.findings.map(({ text }) => text), ...(basis === '' ? [] : [basis])],
		tables: [
			...main.tables.map((table) => ({ ...table, title: main.title })),
			...over.map((shown) => ({
				title: shown.layer.title,
				notes: shown.contribution.caveats,
				...drawnBy(view, shown, boundaries)
			}))
		]
	};
}

/** What one layer of a view draws: its areas, outlines, circles or places. */
export function layerDocument(
	view: View,
	shown: ShownLayer,
	said: Said,
	boundaries?: BoundariesPart
): Document {
	return withNotes(shown.layer.title, [shown], said, drawnBy(view, shown, boundaries));
}

function drawnBy(view: View, { contribution }: ShownLayer, boundaries?: BoundariesPart): Table {
	const { areas } = view;
	const { drawing, columns, legend } = contribution;
	switch (drawing.kind) {
		case 'fill': {
			const { units } = view;
			return {
				columns: [...columnsOf(NAMED), ...headings(columns)],
				rows: units.codes.map((_, unit) => [...named(units, unit), ...cells(columns, unit)]),
				...shaped(units, boundaries)
			};
		}
		case 'marking': {
			const units = unitsOf(areas, 'lsoa');
			return {
				columns: columnsOf(NAMED),
				rows: drawing.areas.map((area) => named(units, area)),
				...shaped(units, boundaries, drawing.areas)
			};
		}
		case 'borders': {
			const units = unitsOf(areas, drawing.level);
			return {
				columns: columnsOf(NAMED),
				rows: units.codes.map((_, unit) => named(units, unit)),
				...shaped(units, boundaries)
			};
		}
		case 'outlines': {
			const outlines = outlinesOf(drawing.outlines);
			return {
				columns: columnsOf(NAMED),
				rows: outlines.map(({ id, name }) => [id, name]),
				geometry: (row) => outlines[row]?.shape ?? null
			};
		}
		case 'circles': {
			const units = unitsOf(areas, drawing.level);
			// An area without a circle has a row: what is not known is told apart from nought.
			return {
				columns: [...columnsOf(NAMED), { label: legend.title }],
				rows: units.codes.map((_, unit) => [...named(units, unit), drawing.amounts[unit] ?? null]),
				geometry: (row) => point(centreOfPeople(areas, units.members[row] ?? []))
			};
		}
		case 'points': {
			const { points } = drawing;
			return {
				columns: [
					...columnsOf(['Id', 'Name', 'Kind']),
					...placeColumns('Longitude', 'Latitude'),
					...columnsOf(['Area code', 'About'])
				],
				rows: points.map(({ id, name, kind, longitude, latitude, area, lines }) => [
					id,
					name,
					kind,
					longitude,
					latitude,
					area === null ? null : (areas.codes[area] ?? null),
					lines.join(' ')
				]),
				geometry: (row) => {
					const { longitude = NaN, latitude = NaN } = points[row] ?? {};
					return point([longitude, latitude]);
				}
			};
		}
	}
}

const withNotes = (
	title: string,
	layers: readonly ShownLayer[],
	{ sources, owner, own }: Said,
	table: Table
): Document =>
	documentOf(title, table, {
		sources: sourcesOf(layers, sources),
		notes: [...caveatsOf(layers), ...(own ? [own] : [])],
		...(own && { everyRow: [{ label: 'Own places', value: own }] }),
		owner
	});

const point = (coordinates: number[]): Geometry => tidy({ type: 'Point', coordinates });

/** The shapes of units, or of those that the rows are; none without boundaries. */
function shaped(
	units: Units,
	boundaries: BoundariesPart | undefined,
	rows?: readonly number[]
): Pick<Table, 'geometry'> {
	if (!boundaries) return {};
	const shapes = shapesOf(units, boundaries);
	return { geometry: (row) => shapes(rows ? (rows[row] ?? -1) : row) };
}

const NAMED = ['Code', 'Name'];
const named = ({ codes, names }: Units, unit: number): Cell[] => [
	codes[unit] ?? '',
	names[unit] ?? ''
];

/**
 * The headings of a column, and its cells in a row: a figure that may be an estimate or not be
 * there has a second one that says so.
 */
const headings = (columns: readonly TableColumn[]): Column[] =>
	columns.flatMap(({ label, description, statuses }) => [
		{ label, about: description },
		...(statuses ? [{ label: `${label}: status`, about: STATUS }] : [])
	]);
const STATUS =
	'Whether the figure is known, an estimate, held back by its source, or not known; no figure is not nought';
const cells = (columns: readonly TableColumn[], unit: number): Cell[] =>
	columns.flatMap(({ values, statuses, inFiles }) => {
		const held = values[unit] ?? null;
		const value = inFiles ? inFiles(held) : held;
		const cell = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
		return statuses ? [cell, statuses[unit] ?? ''] : [cell];
	});
