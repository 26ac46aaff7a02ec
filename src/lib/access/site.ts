/**
 * Places that people travel to, as access, gaps and siting see them: one building or
 * service each, however many lists name it.
 */
import type { AssetKind, AssetStatus } from '../assets/kinds.ts';

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
	/** Ids of the datasets or directories that list it. */
	sources: readonly string[];
	/** Whether it stands in the region, or across its border. */
	inside: boolean;
	/** Brought by the reader, kept in this browser alone. */
	yours: boolean;
}
