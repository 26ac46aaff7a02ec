/** The sheets of a spreadsheet as a table: those of one shape together, else the one that reads most like a list of places. */
import { formatCount } from '../../text/format.ts';
import { withoutGuard } from '../../text/cells.ts';
import type { ParseOptions } from './content.ts';
import { headingScore } from './headings.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { withMerged } from './merged-cells.ts';
import { ofOneShape, stacked, type NamedTable } from './stacked.ts';
import { HEADING_ROWS } from './heading-rows.ts';
import { checkCharacters, shownHeading, tableOf, type ImportTable } from './table.ts';

export interface Sheet {
	sheet: string;
	data: unknown[][];
	/** Cells that are merged, as "A5:A7". */
	merged?: readonly string[];
}
type Filled = NamedTable & { score: number };

/**
 * The table of a spreadsheet's sheets.
 *
 * @throws ImportError where nothing is in them, or more than is read
 */
export function tableOfSheets(
	sheets: readonly Sheet[],
	{ sheet: wanted }: ParseOptions
): ImportTable {
	for (const { data } of sheets) checkCharacters(data);
	const filled = sheets.filter(({ data }) => data.length > 0);
	if (filled.length === 0) {
		throw new ImportError(
			'There is nothing in this spreadsheet.',
			'Check that you chose the right file, and that it was saved.'
		);
	}
	const names = namesOf(filled);
	const grids = filled.map(({ data, merged = [] }) => withMerged(textsOf(data), merged));
	const score = grids.map(promise);
	const likeliest = score.indexOf(Math.max(...score));
	if (filled.length === 1) return tableOf(grids[0] ?? [], headingScore);
	const tables = grids.map((grid, at) => named(names[at] ?? '', grid, score[at] ?? 0));
	const best = tables[likeliest];
	const alike = best
		? ofOneShape(
				tables.filter((one) => one !== null),
				best
			)
		: [];
	const together =
		alike.length > 1 ? `All ${formatCount(alike.length)} with the same columns` : null;
	const offered = [...names, ...(together === null ? [] : [together])];
	if (together !== null && (wanted === undefined || wanted >= filled.length)) {
		return { ...stacked(alike, 'sheet'), sheets: { names: offered, read: filled.length } };
	}
	const read = wanted !== undefined && wanted < filled.length ? wanted : likeliest;
	const table = tableOf(grids[read] ?? [], headingScore);
	return {
		...table,
		notes: [
			`The sheet “${names[read]}” was read, one of ${formatCount(filled.length)}.`,
			...table.notes
		],
		sheets: { names: offered, read }
	};
}

/** A sheet with its table; null where it has none, as one of notes. */
function named(name: string, grid: string[][], score: number): Filled | null {
	try {
		return { name, score, table: tableOf(grid, headingScore) };
	} catch (error) {
		if (error instanceof ImportError) return null;
		throw error;
	}
}

/** Names to choose a sheet by. Nothing keeps a file from giving one name to two: these are numbered. */
function namesOf(sheets: readonly Sheet[]): string[] {
	const shown = sheets.map(({ sheet }) => shownHeading(sheet));
	return shown.map((name, at) =>
		shown.indexOf(name) === shown.lastIndexOf(name)
			? name
			: `${name} (${formatCount(at + 1)} of ${formatCount(sheets.length)})`
	);
}

/** How much a sheet looks like a list of places. */
function promise(grid: readonly string[][]): number {
	const score = Math.max(0, ...grid.slice(0, HEADING_ROWS).map((cells) => headingScore(cells)));
	return score * 1e6 + Math.min(grid.length, 1e6 - 1);
}

/** Cells as text. The file holds a text once that stands in many cells, so it is gone through once. */
function textsOf(data: readonly (readonly unknown[])[]): string[][] {
	const known = new Map<unknown, string>();
	return data.map((cells) =>
		cells.map((value) => {
			const text = known.get(value) ?? cellText(value);
			if (text.length > LIMITS.heading) known.set(value, text);
			return text;
		})
	);
}

function cellText(value: unknown): string {
	// Of what is too long, as much as shows that it is: guards are a third of a text at most.
	if (typeof value === 'string') return withoutGuard(value.slice(0, 2 * LIMITS.cell));
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (value instanceof Date && Number.isFinite(value.getTime())) {
		const iso = value.toISOString();
		// A time of day without a day is a day of 1899 or 1900 to spreadsheets.
		return value.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
	}
	return '';
}
