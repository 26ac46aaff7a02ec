/** The rows of a directory by how far they are from where somebody is. */
import { metresBetween } from '../../geometry/near.ts';
import type { DirectoryRow } from './directory.ts';

/** A place that a reader named; it stays on the page. */
export interface Here {
	label: string;
	longitude: number;
	latitude: number;
}

/** Kilometres in a straight line; null for a row without a point. */
export function kilometresTo({ lead }: Pick<DirectoryRow, 'lead'>, here: Here): number | null {
	const { longitude, latitude } = lead;
	return longitude === null || latitude === null
		? null
		: metresBetween(here, { longitude, latitude }) / 1000;
}

/** The nearest first; those without a point last, and what is equally far in the order it had. */
export function nearestFirst(rows: readonly DirectoryRow[], here: Here): DirectoryRow[] {
	const far = new Map(rows.map((row) => [row, kilometresTo(row, here) ?? Infinity]));
	const farTo = (row: DirectoryRow) => far.get(row) ?? Infinity;
	return rows.toSorted((a, b) => {
		const [one, other] = [farTo(a), farTo(b)];
		return one === other ? 0 : one - other;
	});
}
