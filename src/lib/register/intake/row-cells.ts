/** The cells of a row by what their columns are, several of one put together. */
import type { Cells } from './cells.ts';
import { mayBeSeveral, POSITION_TARGETS, type Mapping, type Target } from './columns.ts';
import { systemOf } from './coordinates.ts';
import { daysInHeading } from './days-in-heading.ts';
import { saysNothing } from './values.ts';

const JOIN: Partial<Record<Target, string>> = { address: ', ', note: ' ' };

/** How rows of a table are read whose columns are these. */
export function rowReader(
	headings: readonly string[],
	mapping: Mapping
): (row: readonly string[]) => Cells {
	// Opening times in a column for each day are put together with their days.
	const days = headings.map((heading, column) =>
		mapping[column] === 'openingTimes' ? daysInHeading(heading) : null
	);
	const system = systemInHeadings(headings, mapping);
	const hasName = mapping.includes('name');
	return (row) => {
		const cells: Cells = {};
		mapping.forEach((target, column) => {
			if (target === null) return;
			const cell = row[column] ?? '';
			if (target === 'nameAddress') {
				// "The Betony Inn, 12 Mill Lane": the name is what stands before the first comma or line end.
				if (!hasName) cells.name = /^[^,\n\r]*/.exec(cell.trim())?.[0] ?? '';
				cells.address ??= cell;
				return;
			}
			const day = days[column];
			const text = day ? onDay(day, cell.trim()) : cell;
			const before = cells[target];
			if (before === undefined) cells[target] = text;
			else if (mayBeSeveral(target) && text.trim() !== '') {
				cells[target] =
					before.trim() === '' ? text : `${before}${JOIN[target] ?? '; '}${text.trim()}`;
			}
		});
		if (cells.crs === undefined && system !== null) cells.crs = system;
		return cells;
	};
}

/** What a day's cell says, with its day; nothing where it says nothing ("-", "n/a"). */
const onDay = (day: string, cell: string): string =>
	cell === '' || saysNothing(cell) ? '' : `${day} ${cell}`;

/** The heading that names the reference system of positions; null where none does, or they differ. */
function systemInHeadings(headings: readonly string[], mapping: Mapping): string | null {
	const named = headings.filter((heading, column) => {
		const target = mapping[column];
		return target && POSITION_TARGETS.has(target) && systemOf(heading) !== null;
	});
	const systems = new Set(named.map(systemOf));
	// Degrees and grid beside each other tell by their numbers which is which.
	return systems.size === 1 && !systems.has('degrees') ? (named[0] ?? null) : null;
}
