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
	const header = ['LSOA code', ...view.columns.map(({ label }) => label)];
	const rows = view.areas.codes.map((code, area) => [
		code,
		...view.columns.map(({ values }) => {
			const value = values[area] ?? null;
			return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
		})
	]);
	return stringify([...notes, ...caveats.map((text) => [`Note: ${text}`]), header, ...rows], {
		// A cell that a spreadsheet would take for a formula stays text.
		escape_formulas: true
	});
}
