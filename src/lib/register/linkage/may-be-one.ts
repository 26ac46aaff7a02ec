/** Which records can't be of one place, whatever they have in common. */
import type { AssetKind } from '../kinds.ts';
import type { LinkRecord } from './link-record.ts';

/** Sources that are made of several lists, so that a place may stand in them twice. */
export const COMPILED_SOURCES: ReadonlySet<string> = new Set(['community-venues', 'yours']);

/** Kinds that a record of another kind may be of the same place as; every kind may with itself. */
const SAME_PLACE: readonly (readonly AssetKind[])[] = [
	['community-venue', 'library'],
	['community-venue', 'school'],
	['community-venue', 'food-bank'],
	['community-venue', 'family-hub'],
	['community-venue', 'charity'],
	['community-venue', 'other-service'],
	['charity', 'food-bank'],
	['charity', 'other-service'],
	['family-hub', 'other-service'],
	['hospital', 'maternity-unit'],
	['hospital', 'maternity-named-site'],
	['hospital', 'maternity-hub-or-clinic'],
	['maternity-unit', 'maternity-named-site'],
	['maternity-hub-or-clinic', 'maternity-named-site']
];

/** May records of these two kinds be of one place at all? */
export function mayBeOnePlace(a: AssetKind, b: AssetKind): boolean {
	return a === b || SAME_PLACE.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Whether two records may be joined, whatever their weight. */
export function mayJoin(a: LinkRecord, b: LinkRecord): boolean {
	if (a.source === b.source && !COMPILED_SOURCES.has(a.source)) return false;
	return mayBeOnePlace(a.kind, b.kind);
}
