/**
 * The wire format of a region's pack: independent parts, each one a JSON file with a
 * hashed name, listed in the manifest. A page loads the parts its layers name and no
 * others. `scripts/build` writes them; `figures.ts` here and the rooms that know a part read them.
 *
 * Columns are arrays in the order of the area codes of the part's level. A `null` is
 * no value; why there is none stands in `status`.
 */
import type { Status } from './value.ts';
import type { EditionId } from './editions.ts';
import type { Vintage } from '../areas/vintage.ts';
import type { Level } from '../areas/region.ts';
import type { Steps } from './steps.ts';

/** Name of the part with England's own classes, which only a reader who asks for them loads. */
export const ENGLAND_CLASSES = 'england-classes';

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

/** How England's own values are divided: bounds by method and number of classes. */
export interface EnglandClasses {
	/** How many areas of England have a value. */
	areas: number;
	extent: [number, number];
	/** Equal steps follow from the extent. */
	breaks: Record<'quantile' | 'natural', Record<number, number[]>>;
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
