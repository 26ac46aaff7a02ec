/** The table of a view as a CSV file that says by itself what it is. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { View } from '../view/view.ts';

export interface NamedSource {
	id: string;
	title: string;
	publisher: string;
	period: string;
}

/** CSV text: notes on sources first, each in a row of its own, then header and rows. */
export function tableCsv(view: View, sources: readonly NamedSource[]): string {
	const used = [...new Set(view.layers.flatMap(({ contribution }) => contribution.datasets))];
	const notes = used.flatMap((id) => {
		const source = sources.find((candidate) => candidate.id === id);
		return source ? [[`Source: ${source.title}, ${source.publisher}; ${source.period}`]] : [];
	});
	const caveats = [...new Set(view.layers.flatMap(({ contribution }) => contribution.caveats))];
	// A figure that may be an estimate or not be there has a column beside it that says so.
	const header = [
		'Code',
		...view.columns.flatMap(({ label, statuses }) =>
			statuses ? [label, `${label}: status`] : [label]
		)
	];
	const rows = view.units.codes.map((code, unit) => [
		code,
		...view.columns.flatMap(({ values, statuses }) => {
			const value = values[unit] ?? null;
			const cell = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
			return statuses ? [cell, statuses[unit] ?? ''] : [cell];
		})
	]);
	return stringify([...notes, ...caveats.map((text) => [`Note: ${text}`]), header, ...rows], {
		// A cell that a spreadsheet would take for a formula stays text.
		escape_formulas: true
	});
}
