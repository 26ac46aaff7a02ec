/** The table of a view, and the places of a layer, as CSV files that say by themselves what they are. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { TableColumn } from '../layers/layer.ts';
import type { ShownLayer, View } from '../view/view.ts';
import { notesOn, type NamedSource } from '../catalogue/notes.ts';

type Cell = string | number | null;

/**
 * The cells of a column in a row, by the headings they stand under: a figure that may be an
 * estimate or not be there has a second one that says so.
 */
export function cellOf(column: TableColumn, unit: number): [string, Cell][] {
	const { label, values, statuses } = column;
	const value = values[unit] ?? null;
	const cell = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
	return statuses
		? [
				[label, cell],
				[`${label}: status`, statuses[unit] ?? '']
			]
		: [[label, cell]];
}

/** CSV text: notes on sources first, each in a row of its own, then header and rows. */
export function tableCsv(view: View, sources: readonly NamedSource[]): string {
	const header = [
		'Code',
		...view.columns.flatMap(({ label, statuses }) =>
			statuses ? [label, `${label}: status`] : [label]
		)
	];
	const rows = view.units.codes.map((code, unit) => [
		code,
		...view.columns.flatMap((column) => cellOf(column, unit).map(([, cell]) => cell))
	]);
	return write(notesOn(view.layers, sources), header, rows);
}

/** The places that a layer of points shows, a row each; null for other layers. */
export function placesCsv(
	view: View,
	shown: ShownLayer,
	sources: readonly NamedSource[]
): string | null {
	const { drawing } = shown.contribution;
	if (drawing.kind !== 'points') return null;
	return write(
		notesOn([shown], sources),
		['Id', 'Name', 'Kind', 'Longitude', 'Latitude', 'Area code', 'About'],
		drawing.points.map(({ id, name, kind, longitude, latitude, area, lines }) => [
			id,
			name,
			kind,
			longitude,
			latitude,
			area === null ? null : (view.areas.codes[area] ?? null),
			lines.join(' ')
		])
	);
}

function write(notes: readonly string[], header: string[], rows: Cell[][]): string {
	return stringify([...notes.map((note) => [note]), header, ...rows], {
		// A cell that a spreadsheet would take for a formula stays text.
		escape_formulas: true
	});
}
