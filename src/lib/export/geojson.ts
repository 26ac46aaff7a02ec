/** The writer of GeoJSON (RFC 7946): every such file that a reader gets is written here. */
import type { Geometry } from 'geojson';
import { linesOf, type Document, type Table } from '../document/document.ts';

export interface GeoJsonManner {
	/** What stands beside the features; unless it is told, the lines of the document as "notes". */
	members?: Readonly<Record<string, unknown>>;
	/** Whether lines are broken and indented for people. */
	indented?: boolean;
}

interface WrittenFeature {
	type: 'Feature';
	id?: string;
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}

/** GeoJSON text of a document: a feature a row of its tables, in their order. */
export function toGeoJson(
	document: Document,
	{ members = { notes: linesOf(document) }, indented = false }: GeoJsonManner = {}
): string {
	const features = document.tables.flatMap(featuresOf);
	return JSON.stringify(
		{ type: 'FeatureCollection', ...members, features },
		null,
		indented ? '\t' : undefined
	);
}

function featuresOf({ columns, rows, ids, geometry }: Table): WrittenFeature[] {
	return rows.map((row, at) => {
		const id = ids?.[at];
		const cells = columns.flatMap(({ label, isPlace }, column) =>
			isPlace || row[column] === undefined ? [] : [[label, row[column]] as const]
		);
		return {
			type: 'Feature',
			...(id !== undefined && { id }),
			geometry: geometry?.(at) ?? null,
			properties: Object.fromEntries(cells)
		};
	});
}
