/** How assets, the register and the lists' coverage travel in a pack. */
import type { AssetField } from './asset.ts';
import type { AssetStatus } from './kinds.ts';

/** Assets of one kind in the region and just outside it. */
export interface AssetsPart {
	kind: 'assets';
	part: string;
	datasets: string[];
	/** When the newest of the sources was read or published: an ISO day, month or year, as precise as is known. */
	collected: string;
	/** Assets outside the region stand in the part up to this far from its neighbourhoods. */
	reachKm: number;
	ids: string[];
	names: string[];
	/** Index into `kinds`. */
	kindOf: number[];
	kinds: { id: string; label: string }[];
	/** Index into `statuses`. */
	status: number[];
	statuses: AssetStatus[];
	longitude: number[];
	latitude: number[];
	/** LSOA codes; null outside the region. */
	lsoa21: (string | null)[];
	lsoa11: (string | null)[];
	addresses: (string | null)[];
	postcodes: (string | null)[];
	/** Day last seen in a source, ISO; null where the source has no dates. */
	lastSeen: (string | null)[];
	/** Indices into `sources`: the directories that list it. */
	claims: number[][];
	/** `collected`: when that source was last collected, where another day than the part's. */
	sources: { id: string; title: string; collected?: string }[];
	/** What else is said of each, in words. */
	notes?: string[][];
	/** Figures about each; null where there is none. */
	figures?: Record<string, (number | null)[]>;
	/**
	 * The building or service that each is a record of, by an id: the same in several parts
	 * where several lists name it, so what is counted are these. Absent or null: its own id.
	 */
	merged?: (string | null)[];
	/** LSOA codes of the places that each is made of, where it is made of several. */
	members21?: string[][];
	members11?: string[][];
	/**
	 * What is counted and has no known place. It is in no column above, so that nothing that
	 * needs a place ever meets it.
	 */
	unplaced?: { ids: string[]; names: string[]; figures: Record<string, (number | null)[]> };
}

export type PackedCell = string | number | boolean | null;

/** One field of many assets: the same for all, by its words, or a value each; numbers by steps. */
export type PackedField =
	| { all: PackedCell }
	| { words: PackedCell[]; of: number[] }
	| { values: PackedCell[] }
	/** Steps between those that are there, in units of 1/scale. */
	| { scale: number; steps: (number | null)[] };

/** Every claim that a source makes about an asset inside the region, closed ones too. */
export interface RegisterPart {
	kind: 'register';
	part: 'register';
	datasets: string[];
	/** When each of its sources was last collected, anywhere in England: what freshness is reckoned from. */
	collections: Record<string, string>;
	count: number;
	fields: Record<AssetField, PackedField>;
	/** Id of the place that each claim is about; null where it is the claim's own. */
	merged: PackedField;
	/** Claims, by position, of what moves: an event or organisation, not the building that it is in. */
	moving: number[];
	/** Titles of the directories that claims name as their source's detail. */
	directories: Record<string, { title: string; url: string | null }>;
	/** Pairs of claims, by position, that a person should decide on: first, second, weight. */
	uncertain: [number, number, number][];
}

/** Which list covers which district, and since when: where none does, "none listed" says nothing. */
export interface CoveragePart {
	kind: 'coverage';
	part: 'coverage';
	datasets: string[];
	rows: {
		/** A dataset or a directory within it. */
		source: string;
		title: string;
		/** Ids of kinds of assets (see register/kinds.ts) that it lists. */
		kinds: string[];
		/** Code of a district of the region. */
		district: string;
		/** What period it lists, in words. */
		period: string;
		/** Assets that it lists in the district. */
		assets: number;
		/**
		 * `complete`: every one there is, by rule; `listed`: it lists those it knows of;
		 * `not-surveyed`: it does not look there.
		 */
		survey: 'complete' | 'listed' | 'not-surveyed';
	}[];
}
