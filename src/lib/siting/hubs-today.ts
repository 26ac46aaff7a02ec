/**
 * What is known of the hubs there are. Those here that a dated source confirms are the hubs of
 * today; what a list names besides is told, and counts only where the reader says so.
 */
import type { Site } from '../access/site.ts';
import { whyEmpty, type Missing } from '../facts/missing.ts';
import type { PartReader } from '../facts/reader.ts';
import { formatQuantity } from '../text/format.ts';
import { BUILDINGS, type BuildingId } from './buildings.ts';
import { sitesOfLists } from './chosen-sites.ts';
import { HUB_KINDS, type HubKind, type HubKindId } from './hub-kinds.ts';

export interface HubsToday {
	/** Why it is not known which hubs stand today, in a sentence; null where it is known. */
	unknown: string | null;
	/** Here, named by a list, and confirmed by nothing: they may be hubs, and are not counted. */
	unconfirmed: readonly Site[];
	/** Across the border: no hubs of this place. */
	across: readonly Site[];
}

/**
 * @param kind of hub that the question is about
 * @param asked lists of what the reader takes for a hub of today
 * @param standing what these lists have
 */
export function hubsToday(
	kind: HubKindId,
	asked: readonly BuildingId[],
	standing: readonly Site[],
	parts: PartReader,
	missing: readonly Missing[]
): HubsToday {
	const { known, unlisted }: HubKind = HUB_KINDS[kind];
	const lists = asked.length > 0 ? asked : known;
	const notHeld = lists.flatMap((id) => whyEmpty(missing, BUILDINGS[id].part) ?? [])[0] ?? null;
	const isStanding = new Set(standing.map(({ id }) => id));
	const others = sitesOfLists(known, parts).filter(({ id }) => !isStanding.has(id));
	const unconfirmed = others.filter(({ inside, confirmed }) => inside && confirmed === null);
	const across = others.filter(({ inside }) => !inside);
	const isUnlisted = lists.length === 0;
	const areConfirmed = !asked.includes('confirmed-hubs') || standing.length > 0;
	return {
		unknown:
			notHeld ?? (isUnlisted ? unlisted : areConfirmed ? null : noneConfirmed(unconfirmed.length)),
		unconfirmed,
		across
	};
}

const noneConfirmed = (named: number): string =>
	named === 0
		? 'We know of no hub here today, and our list is incomplete.'
		: `Our list names ${formatQuantity(named, 'hub or clinic', 'hubs and clinics')} here that none of our sources confirms, and it is incomplete.`;
