/**
 * The wire format of a region's pack: independent parts, each one a JSON file with a
 * hashed name, listed in the manifest. A page loads the parts its layers name and no
 * others. `scripts/build` writes them; `region.ts` and `facts.ts` read them.
 *
 * Columns are arrays in the order of the area codes of the part's level. A `null` is
 * no value; why there is none stands in `status`.
 */
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AssetField } from '../assets/asset.ts';
import type { AssetStatus } from '../assets/kinds.ts';
import type { EnglandClasses } from '../indicators/classes.ts';
import type { Status } from '../indicators/value.ts';
import type { EditionId, Vintage } from '../indicators/editions.ts';
import type { Level } from './region.ts';
import type { Steps } from './steps.ts';

export const PACK_FORMAT = 1;

/** Name of the file with a still picture of the first map (SVG), which is not a part to decode. */
export const PICTURE = 'picture';

/** Name of the part with England's own classes, which only a reader who asks for them loads. */
export const ENGLAND_CLASSES = 'england-classes';

/** A group of areas as indices into a list: `of[i]` is the parent of area i. */
export interface ParentColumn {
	codes: string[];
	names: string[];
	of: number[];
}

export interface DistrictPart extends ParentColumn {
	/** The district this is only a part of, where it is. */
	partOf: (string | null)[];
	notes: (string | null)[];
}

/** The areas of a region in one vintage: LSOAs and the groups they belong to. */
export interface AreasPart {
	part: 'areas-2021' | 'areas-2011';
	vintage: Vintage;
	datasets: string[];
	lsoa: {
		codes: string[];
		names: string[];
		/** Usual residents: Census 2021 on 2021 LSOAs, mid-2020 estimate on 2011 LSOAs. */
		residents: number[];
		/** Population-weighted centroid of 2021; on 2011 LSOAs that were redrawn, a point inside. */
		longitude: number[];
		latitude: number[];
	};
	msoa: ParentColumn;
	district: DistrictPart;
	place: ParentColumn;
}

/** One figure for each area; what isn't a plain value says what it is. */
export interface FactsColumn {
	values: (number | null)[];
	/** Bounds of 95% intervals, where the figures have them. */
	lower?: (number | null)[];
	upper?: (number | null)[];
	/** By position: estimates, and why there is no value. A null without one is "missing". */
	status?: Record<number, Status>;
}

/** Facts about the areas of one level of a region. */
export interface FactsPart {
	part: string;
	/** The vintage of the LSOAs that the areas are, or are made of; null where either will do. */
	vintage: Vintage | null;
	level: Level;
	/** Codes of the areas where they are not simply the level's, in its order. */
	codes?: string[];
	datasets: string[];
	columns: Record<string, FactsColumn>;
	/** Facts about England that the region is compared with. */
	england: Record<string, number>;
	/** Facts about the region as a whole that its areas alone do not give. */
	region?: Record<string, number>;
	/** What the region's documents print on the matter: shown "as published", never mixed in. */
	printed?: PrintedStatement[];
}

/** England's own classes of the measures that readers may divide, to compare regions by. */
export interface EnglandClassesPart {
	part: typeof ENGLAND_CLASSES;
	datasets: string[];
	/** By edition and id of the measure. */
	editions: Record<EditionId, Record<string, EnglandClasses>>;
}

/** A statement of a document, in words, with the figure as it is printed there. */
export interface PrintedStatement {
	document: string;
	text: string;
	/** What the statement is about, as the document calls it: a district, the region. */
	area: string;
}

/** Assets of one kind in the region and just outside it. */
export interface AssetsPart {
	part: string;
	datasets: string[];
	/** When the newest of the sources was read or published: an ISO day, month or year, as precise as is known. */
	collected: string;
	/** Assets outside the region stand in the part up to this far from its neighbourhoods. */
	reachKm: number;
	ids: string[];
	names: string[];
	/** Index into `kinds`. */
	kind: number[];
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
	sources: { id: string; title: string }[];
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
}

/** Where the residents of a region are, finer than its LSOAs: Census 2021 output areas (OAs). */
export interface ResidentPointsPart {
	part: 'resident-points';
	datasets: string[];
	/** OA codes, by their digits. */
	codes: Steps;
	/** The LSOA of each, as an index into the areas of each vintage. Each OA has an equal share of its LSOA's residents. */
	lsoa21: Steps;
	lsoa11: Steps;
	/** Population-weighted centroids. */
	longitude: Steps;
	latitude: Steps;
	/** Detour factors fitted to ways whose length by road is known, by how settled an area is. */
	detour: Record<'urban' | 'larger-rural' | 'smaller-rural', number>;
}

export type PackedCell = string | number | boolean | null;

/** One field of many assets: the same for all, by its words, or a value each. */
export type PackedField =
	{ all: PackedCell } | { words: PackedCell[]; of: number[] } | { values: PackedCell[] };

/** Every claim that a source makes about an asset inside the region, closed ones too. */
export interface RegisterPart {
	part: 'register';
	datasets: string[];
	/** When the newest source of the whole register was collected: what freshness is reckoned from. */
	reference: string;
	count: number;
	fields: Record<AssetField, PackedField>;
	/** Id of the place that each claim is about; null where it is the claim's own. */
	merged: PackedField;
	/** Titles of the directories that claims name as their source's detail. */
	directories: Record<string, { title: string; url: string | null }>;
	/** Pairs of claims, by position, that a person should decide on: first, second, weight. */
	uncertain: [number, number, number][];
}

/** Which list covers which district, and since when: where none does, "none listed" says nothing. */
export interface CoveragePart {
	part: 'coverage';
	datasets: string[];
	rows: {
		/** A dataset or a directory within it. */
		source: string;
		title: string;
		/** Ids of kinds of assets (see assets/kinds.ts) that it lists. */
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

/** Areas with outlines of their own, which need not fit the LSOAs nor each other. */
export interface OutlinesPart {
	part: string;
	datasets: string[];
	ids: string[];
	names: string[];
	/** A point inside each, where its name stands. */
	longitude: number[];
	latitude: number[];
	/** Geometry ids are the ids above; null where there are no outlines for the region. */
	topology: Topology<{ areas: GeometryCollection }> | null;
}

/** Land, districts and towns around a region, for the built-in basemap. */
export interface BasemapPart {
	part: 'basemap';
	datasets: string[];
	/** West, south, east, north of what there is to see; the map goes no further. */
	window: [number, number, number, number];
	topology: Topology<{ districts: GeometryCollection<{ name: string }> }>;
	towns: { name: string; longitude: number; latitude: number; population: number }[];
}

/** TopoJSON of the LSOAs; geometry ids are LSOA codes. */
export interface BoundariesPart {
	part: 'lsoa21-boundaries' | 'lsoa11-boundaries';
	vintage: Vintage;
	datasets: string[];
	topology: Topology<{ lsoa: GeometryCollection }>;
}

/** Boundaries as stored: on their own, or with arcs that follow those of another part. */
export type StoredBoundaries =
	| BoundariesPart
	| (Omit<BoundariesPart, 'topology'> & {
			base: BoundariesPart['part'];
			/** Arcs numbered from the end of those of the base; the base's own transform. */
			topology: Pick<BoundariesPart['topology'], 'type' | 'objects' | 'arcs'>;
	  });

export interface PartFile {
	part: string;
	/** Path below the site's root, with a hash of the content in its name. */
	path: string;
	bytes: number;
	gzipBytes: number;
	sha256: string;
}

export interface RegionSummary {
	slug: string;
	name: string;
	body: string;
	validity: string;
	documents: string[];
	/** Sentences about datasets that do not have the region, or only part of it. */
	missing: string[];
	/** West, south, east, north. */
	bounds: [number, number, number, number];
	files: PartFile[];
}

export interface Manifest {
	format: typeof PACK_FORMAT;
	/** SHA-256 of every file of `geodata/` that went in. */
	inputs: Record<string, string>;
	/** Who looks after the listings, or that nobody does, in a sentence. */
	owner: string;
	regions: Record<string, RegionSummary>;
}
