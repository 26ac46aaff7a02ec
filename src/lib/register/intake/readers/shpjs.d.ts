/** The parts of shpjs that are used; it brings no types of its own. */
declare module 'shpjs' {
	/** Shapes as GeoJSON geometries, in the coordinates of the file; null where a row has none. */
	export function parseShp(shp: DataView, prj?: undefined): (object | null)[];
	export function parseDbf(dbf: DataView, cpg?: string): Record<string, unknown>[];
}
