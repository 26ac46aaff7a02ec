/** How the areas of a region travel in its pack. */
import type { Vintage } from './vintage.ts';

/** A group of areas as indices into a list: `of[i]` is the parent of area i. */
export interface ParentColumn {
	codes: readonly string[];
	names: readonly string[];
	of: readonly number[];
}

export interface DistrictPart extends ParentColumn {
	/** The district this is only a part of, where it is. */
	partOf: readonly (string | null)[];
	notes: readonly (string | null)[];
}

/** Our outlines of towns (methods/towns.ts), as sets of the region's LSOAs of 2021. */
export interface TownsPart {
	kind: 'towns';
	part: 'towns';
	datasets: readonly string[];
	/** "town-2648110": never the code of an official area. The town with most neighbourhoods first. */
	codes: readonly string[];
	names: readonly string[];
	/** LSOA indices by town. */
	members: readonly (readonly number[])[];
}

/** The areas of a region in one vintage: LSOAs and the groups they belong to. */
export interface AreasPart {
	kind: 'areas';
	part: 'areas-2021' | 'areas-2011';
	vintage: Vintage;
	datasets: readonly string[];
	lsoa: {
		codes: readonly string[];
		names: readonly string[];
		/** Usual residents: Census 2021 on 2021 LSOAs, mid-2020 estimate on 2011 LSOAs. */
		residents: readonly number[];
		/** Population-weighted centroid of 2021; on 2011 LSOAs that were redrawn, a point inside. */
		longitude: readonly number[];
		latitude: readonly number[];
	};
	msoa: ParentColumn;
	district: DistrictPart;
	place: ParentColumn;
}
