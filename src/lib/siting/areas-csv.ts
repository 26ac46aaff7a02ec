/** The table of every neighbourhood to take away. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { TableColumn } from '../layers/layer.ts';
import { CAVEATS, type SitingReading } from './reading.ts';

/** CSV text: what was found and how to read it, each in a row of its own; then a row a neighbourhood. */
export function areasCsv(
	{ headline }: Pick<SitingReading, 'headline'>,
	codes: readonly string[],
	columns: readonly TableColumn[]
): string {
	const notes = [headline, ...CAVEATS].map((text) => [text]);
	const header = ['Code', ...columns.map(({ label }) => label)];
	const rows = codes.map((code, area) => [
		code,
		...columns.map(({ values }) => values[area] ?? null)
	]);
	// A cell that a spreadsheet would take for a formula stays text.
	return stringify([...notes, header, ...rows], { escape_formulas: true });
}
