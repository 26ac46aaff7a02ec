/** A list of places in the order of a directory on paper: by community, under its name. */
import { groupOf, type RegionAreas } from '../../areas/region.ts';
import type { DirectoryRow } from './directory.ts';

/** A row, and the heading that stands before it where a community begins. */
export interface PrintedRow {
	row: DirectoryRow;
	heading: string | null;
}

/** What those are listed under that lie in no neighbourhood of the region. */
export const ELSEWHERE = 'Outside the region, or nobody says where';

/** Rows by community (in the order of the alphabet, those without one last), each in the order that it had. */
export function byCommunity(rows: readonly DirectoryRow[], areas: RegionAreas): PrintedRow[] {
	const groups = new Map<string, DirectoryRow[]>();
	for (const row of rows) {
		const name =
			row.area === null
				? ELSEWHERE
				: `${groupOf(areas, 'msoa', row.area).name}, ${groupOf(areas, 'district', row.area).name}`;
		const group = groups.get(name);
		if (group) group.push(row);
		else groups.set(name, [row]);
	}
	return [...groups]
		.sort(([a], [b]) => Number(a === ELSEWHERE) - Number(b === ELSEWHERE) || a.localeCompare(b))
		.flatMap(([name, those]) => those.map((row, at) => ({ row, heading: at === 0 ? name : null })));
}
