/** What is not brought of a file, to take away: rows to put right, and the numbers of those held back. */
import type { Mapping } from './columns.ts';
import { personalColumns, withoutPersonal } from './privacy.ts';
import type { Remark } from './remark.ts';
import type { ImportTable } from './table.ts';

export interface LeftRow {
	row: number;
	remarks: readonly Remark[];
	outcome: 'look' | 'refused';
}

/**
 * The rows that are not brought, as they are now, each with its reasons. Columns that are not used
 * and hold people's names or contacts are left out, and so are such cells of other unused columns.
 */
export function leftRows(
	table: ImportTable,
	mapping: Mapping,
	left: readonly LeftRow[]
): { headings: string[]; rows: string[][] } {
	const personal = personalColumns(table.headings, table.rows, mapping);
	const columns = [...table.headings.keys()].filter((column) => personal[column] !== true);
	return {
		headings: [...columns.map((column) => table.headings[column] ?? ''), 'What is wrong'],
		rows: left.map(({ row, remarks, outcome }) => {
			const cells = table.rows[row] ?? [];
			const why = remarks.filter(({ kind }) => kind === outcome).map(({ text }) => text);
			return [
				...columns.map((column) => {
					const cell = cells[column] ?? '';
					return (mapping[column] ?? null) === null ? withoutPersonal(cell) : cell;
				}),
				why.join(' ')
			];
		})
	};
}
