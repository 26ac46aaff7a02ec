/** How outlines travel in a pack: those of the areas, those of other sets of areas, the land around. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Vintage } from '../areas/vintage.ts';
import type { Steps } from '../stats/steps.ts';

/** Areas with outlines of their own, which need not fit the LSOAs nor each other. */
export interface OutlinesPart {
	kind: 'outlines';
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
	kind: 'basemap';
	part: 'basemap';
	datasets: string[];
	/** West, south, east, north of what there is to see; the map goes no further. */
	window: [number, number, number, number];
	topology: Topology<{ districts: GeometryCollection }>;
	/** The largest first; a column each, which is half the bytes of a row each. */
	towns: { names: string[]; longitude: Steps; latitude: Steps; population: Steps };
}

/** TopoJSON of the LSOAs; geometry ids are LSOA codes. */
export interface BoundariesPart {
	kind: 'boundaries';
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
