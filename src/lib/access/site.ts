/**
 * Places that people travel to, as access, gaps and siting see them: one building or
 * service each, however many lists name it.
 */
import { collectedOf, isSeenLately, newestOf } from '../register/freshness.ts';
import { isAssetKind, type AssetKind, type AssetStatus } from '../register/kinds.ts';
import type { AssetsPart, Confirmation } from '../register/parts.ts';

export interface Site {
	/** Id of the merged asset. */
	id: string;
	name: string;
	kind: AssetKind;
	/** Words for the most specific kind that is known: "Village hall". */
	label: string;
	/** Degrees. */
	longitude: number;
	latitude: number;
	/** How many people or places it has room for; null where nobody says. */
	capacity: number | null;
	status: AssetStatus;
	/** Day last seen in a source, ISO, as precise as is known; null where the source has no dates. */
	lastSeen: string | null;
	/** Day that the official register is of which lists it as open; none where no register does. */
	registered?: string | null;
	/** Verified, or named by a source of its in the year before that source was last collected. */
	current: boolean;
	/** The day when the newest of its sources was last collected: what `current` is counted back from. */
	collected: string;
	/** Ids of the datasets or directories that list it. */
	sources: readonly string[];
	/** What confirms that it is what it is listed as; null where nothing does, or nobody asked. */
	confirmed: Confirmation | null;
	/** Whether it stands in the region, or across its border. */
	inside: boolean;
	/** Brought by the reader, kept in this browser alone. */
	yours: boolean;
	/** As its list has it; null where the list has none. */
	address: string | null;
	postcode: string | null;
}

/** What a record of a part says, for whoever takes only some. */
export interface SiteRecord {
	/** Of the place that it is a record of. */
	id: string;
	part: string;
	kind: AssetKind;
	/** Null where the kind has none, or nobody says. */
	subkind: string | null;
	name: string;
	address: string | null;
	status: AssetStatus;
	current: boolean;
	inside: boolean;
	isConfirmed: boolean;
}

/** Name of the part that a reader's own assets come in. */
export const YOURS = 'yours' as const;

/** Kinds of which a list that names a place is not enough: people would travel to give birth there. */
const TO_CONFIRM: ReadonlySet<AssetKind> = new Set(['maternity-unit', 'maternity-named-site']);

/** Whether a site counts as what it is listed as: a place of birth only where a dated source confirms it. */
export const isCounted = ({ kind, confirmed, yours }: Site): boolean =>
	yours || confirmed !== null || !TO_CONFIRM.has(kind);

/** The better known, the further left. */
const BEST: readonly AssetStatus[] = ['verified', 'unverified', 'stale', 'closed'];

/**
 * The sites that some parts list, one a building or service: records with the same merged
 * id, of one part or of several, become one, which has the name, point and kind of the
 * first (parts in the order given, records in the order of their part), all their sources,
 * their best status and the day they were last seen, and is current where any of them is. Records of no kind of asset (a network
 * of practices) and closed ones are left out.
 *
 * @param nameOf the name that a record's place shall have; null leaves the record out
 */
export function sitesOf(
	parts: readonly AssetsPart[],
	nameOf: (record: SiteRecord) => string | null = ({ name }) => name
): Site[] {
	const sites = new Map<string, Site & { sources: string[] }>();
	for (const part of parts) {
		part.ids.forEach((id, at) => {
			const given = part.kinds[part.kindOf[at] ?? -1];
			const [kind = '', subkind = null] = given?.id.split('/') ?? [];
			const status = part.statuses[part.status[at] ?? -1];
			if (!given || !isAssetKind(kind) || status === undefined || status === 'closed') return;
			const merged = part.merged?.[at] ?? id;
			const sources = (part.claims[at] ?? []).flatMap((claim) => part.sources[claim]?.id ?? []);
			const lastSeen = part.lastSeen[at] ?? null;
			const collected = collectedOf(part, at);
			const current =
				status === 'verified' || (status !== 'stale' && isSeenLately(lastSeen, collected));
			const registered = status === 'verified' ? (lastSeen ?? collected) : null;
			const capacity = part.figures?.capacity?.[at] ?? null;
			const confirmed = part.confirmed?.[at] ?? null;
			const inside = part.lsoa21[at] != null;
			const address = part.addresses[at] ?? null;
			const name = nameOf({
				id: merged,
				part: part.part,
				kind,
				subkind,
				name: part.names[at] ?? id,
				address,
				status,
				current,
				inside,
				isConfirmed: confirmed !== null
			});
			if (name === null) return;
			const known = sites.get(merged);
			if (known) {
				known.sources = [...new Set([...known.sources, ...sources])];
				if (BEST.indexOf(status) < BEST.indexOf(known.status)) known.status = status;
				if (lastSeen !== null && (known.lastSeen ?? '') < lastSeen) known.lastSeen = lastSeen;
				known.registered =
					newestOf([known.registered, registered].flatMap((day) => day ?? [])) || null;
				known.current ||= current;
				known.collected = newestOf([known.collected, collected]);
				known.capacity ??= capacity;
				known.confirmed ??= confirmed;
				known.yours &&= part.part === YOURS;
				return;
			}
			sites.set(merged, {
				id: merged,
				name,
				kind,
				label: given.label,
				longitude: part.longitude[at] ?? NaN,
				latitude: part.latitude[at] ?? NaN,
				capacity,
				status,
				lastSeen,
				registered,
				current,
				collected,
				sources,
				confirmed,
				inside,
				yours: part.part === YOURS,
				address,
				postcode: part.postcodes[at] ?? null
			});
		});
	}
	return [...sites.values()];
}
