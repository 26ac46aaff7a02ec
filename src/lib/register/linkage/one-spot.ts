/**
 * Where a record is, and whether two records may be at one spot: no name is so telling that it
 * joins what lies further apart than a building is wide, unless a postcode says that one of the
 * points is wrong.
 */
import { metresBetween } from '../../geometry/near.ts';
import type { Prepared } from './link-record.ts';

/** Metres between the points of two records of one place, at most, where no postcode agrees. */
export const FURTHEST = 150;

/** What of a record says where it is. */
export type Spot = Pick<Prepared, 'point' | 'postcode'>;

/** By postcodes and points: the same spot, two spots, or nobody can say. */
export function spots(a: Spot, b: Spot): 'one' | 'two' | 'unknown' {
	if (a.postcode !== null && a.postcode === b.postcode) return 'one';
	if (!a.point || !b.point) return 'unknown';
	return metresBetween(a.point, b.point) <= FURTHEST ? 'one' : 'two';
}
