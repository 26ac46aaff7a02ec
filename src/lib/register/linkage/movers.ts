/**
 * Names that move: an event or organisation that one directory lists at several spots of a town,
 * one after the other ("Saturday Warm Space": a theatre, a library, a church) or at the same time.
 * Such a name says who meets, not where: only an address tells which building a listing is of.
 */
import { metresBetween } from '../../geometry/near.ts';
import type { Prepared } from './link-record.ts';
import { isFixed } from './name-key.ts';
import { put } from './lists-by-key.ts';
import { spots } from './one-spot.ts';

/** Metres within which two spots with a name in common are of one event or organisation. */
const ROUND = 10_000;
/** Lists of one name in one directory that are longer say nothing that the first don't. */
const LOOKED_AT = 50;

/** Records by position. */
export interface Movers {
	/** Those whose name moves. */
	moving: Set<number>;
	/** Those of them that the same directory has since listed at another spot: they are no longer here. */
	movedOn: Set<number>;
}

/** The records whose name moves, and those of them that have left. */
export function moversAmong(prepared: readonly Prepared[]): Movers {
	const named = new Map<string, number[]>();
	prepared.forEach(({ record: { source, sourceDetail }, name, point }, i) => {
		if (sourceDetail === null || !point) return;
		if (isFixed(name)) return;
		put(named, `${source} ${sourceDetail} ${name.key}`, i);
	});
	const lists = [...named.values()].map((list) => movingOf(prepared, list));
	return {
		moving: new Set(lists.flat()),
		movedOn: new Set(lists.flatMap((list) => list.filter((a) => hasLeft(prepared, a, list))))
	};
}

/** Whether a directory listed the same name near by at another spot only when it no longer did here. */
function hasLeft(prepared: readonly Prepared[], a: number, list: readonly number[]): boolean {
	const lastHere = prepared[a]?.record.lastSeen;
	return list.some((b) => {
		const firstThere = prepared[b]?.record.firstSeen;
		return lastHere && firstThere && firstThere >= lastHere && isNear(prepared, a, b, true);
	});
}

/** Whether two records are within reach of one event, at two spots where they must be apart. */
function isNear(prepared: readonly Prepared[], a: number, b: number, apart: boolean): boolean {
	const [one, other] = [prepared[a], prepared[b]];
	if (!one?.point || !other?.point || (apart && !areTwoSpots(one, other))) return false;
	return metresBetween(one.point, other.point) <= ROUND;
}

/** Whether two records must be at two spots: by points and postcodes, or by two doors in two streets at two postcodes. */
function areTwoSpots(one: Prepared, other: Prepared): boolean {
	if (spots(one, other) === 'two') return true;
	if (one.postcode === null || other.postcode === null || one.postcode === other.postcode) {
		return false;
	}
	const [here, there] = [one.address(), other.address()];
	if (!here?.numbered || !there?.numbered) return false;
	return here.numbered !== there.numbered && here.street !== there.street;
}

/** Of records with one name in one directory, those at two spots near each other, and all near these. */
function movingOf(prepared: readonly Prepared[], list: readonly number[]): number[] {
	const known = list.slice(0, LOOKED_AT);
	const moved = known.filter((a) => known.some((b) => isNear(prepared, a, b, true)));
	return list.filter((a) => moved.some((b) => isNear(prepared, a, b, false)));
}
