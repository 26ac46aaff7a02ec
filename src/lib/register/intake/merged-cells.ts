/** Cells of a sheet that are merged over several rows: what stands in the first is said of each of them. */
import { headingScore } from './headings.ts';
import { headingRow, headingsAt } from './heading-rows.ts';
import { LIMITS } from './limits.ts';

const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/**
 * The grid with what stands in merged cells in each of their rows, below the headings: above and among
 * these, merging says which columns stand together.
 */
export function withMerged(grid: string[][], merged: readonly string[]): string[][] {
	if (merged.length === 0) return grid;
	const head = headingRow(grid, (cells) => headingScore(cells.slice(0, LIMITS.columns)));
	if (head === null) return grid;
	const { last } = headingsAt(grid, head);
	const whole = [...grid];
	let filled = 0;
	const copied = new Set<number>();
	for (const range of merged) {
		const [, letters = '', top = '', , bottom = ''] = RANGE.exec(range) ?? [];
		const [column, first] = [columnOf(letters), Number(top) - 1];
		const text = grid[first]?.[column] ?? '';
		if (first <= last || text.trim() === '') continue;
		for (let at = first + 1; at < Math.min(Number(bottom), grid.length); at++) {
			// Merged cells that lie over one another are a trap.
			if (++filled > LIMITS.cells) return whole;
			const cells = copied.has(at) ? (whole[at] ?? []) : [...(whole[at] ?? [])];
			// A row that is empty otherwise is no place.
			if (cells.every((cell) => cell.trim() === '') || (cells[column] ?? '').trim() !== '')
				continue;
			while (cells.length <= column) cells.push('');
			cells[column] = text;
			whole[at] = cells;
			copied.add(at);
		}
	}
	return whole;
}

const columnOf = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
