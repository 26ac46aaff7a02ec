/** What a person chooses of a directory: the filter, and what they need to know before they go. */
import type { RegionAreas } from '../../areas/region.ts';
import { filterRows, NO_FILTER, type DirectoryFilter, type DirectoryRow } from './directory.ts';
import { forBabies } from './for-babies.ts';
import type { Known } from './known.ts';
import { openLate } from './open-late.ts';

export interface DirectoryChoice extends DirectoryFilter {
	/** Useful in pregnancy or with a baby: any of these; none chosen is all. */
	babies: readonly Known[];
	/** Open after 5pm or at weekends: any of these; none chosen is all. */
	late: readonly Known[];
}

export const NO_CHOICE: DirectoryChoice = { ...NO_FILTER, babies: [], late: [] };

/** The rows that a choice lets through, in their order. What has closed is left out unless it is asked for. */
export function chooseRows(
	rows: readonly DirectoryRow[],
	{ babies, late, ...filter }: DirectoryChoice,
	areas: RegionAreas
): DirectoryRow[] {
	const found = filterRows(rows, filter, areas);
	return found.filter(
		(row) =>
			(filter.statuses.length > 0 || row.status !== 'closed') &&
			(babies.length === 0 || babies.includes(forBabies(row).known)) &&
			(late.length === 0 || late.includes(openLate(row)))
	);
}
