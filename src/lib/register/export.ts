/** Assets as files to take away. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { ASSET_FIELDS, type Asset, type AssetField } from './asset.ts';
import type { OwnAsset } from './own-part.ts';
import { guarded } from '../text/cells.ts';
import { cellOf } from '../text/cells.ts';

const FIELDS = Object.entries(ASSET_FIELDS) as [AssetField, { column: string }][];

/** How a file from here says that the reader took something away: see {@link saysNone}. */
export const NONE = '(none)';

/** What stands in the cells of a row of assets. */
export type AssetRow = Readonly<Record<AssetField, Asset[AssetField]>>;

/**
 * A row of the reader's own. What they took away is said in words: whoever gets the list, or reads it
 * in here again, would take an empty cell for "not known".
 */
export const ownRow = ({ asset, removed = [] }: OwnAsset): AssetRow => ({
	...asset,
	...Object.fromEntries(removed.map((field) => [field, NONE]))
});

/** CSV with the columns of the schema. What a spreadsheet would carry out stays text. */
export function assetsCsv(assets: readonly AssetRow[]): string {
	return stringify([
		FIELDS.map(([, { column }]) => column),
		...assets.map((asset) => FIELDS.map(([field]) => guarded(cellOf(asset[field]))))
	]);
}

/** A table as CSV, with the same care. */
export const tableCsv = (
	headings: readonly string[],
	rows: readonly (readonly string[])[]
): string => stringify([headings, ...rows].map((cells) => cells.map(guarded)));

/** GeoJSON of the assets that have a point; others cannot be in it. */
export function assetsGeojson(assets: readonly AssetRow[]): string {
	return JSON.stringify({
		type: 'FeatureCollection',
		features: assets
			.filter(({ longitude, latitude }) => longitude !== null && latitude !== null)
			.map((asset) => ({
				type: 'Feature',
				id: asset.id,
				geometry: { type: 'Point', coordinates: [asset.longitude, asset.latitude] },
				properties: Object.fromEntries(
					FIELDS.filter(([field]) => field !== 'longitude' && field !== 'latitude').map(
						([field, { column }]) => [column, asset[field]]
					)
				)
			}))
	});
}

/** An empty table with the headings of the schema, to be filled in. */
export function templateCsv(): string {
	return stringify([
		FIELDS.filter(([field]) => !LEFT_OUT.has(field)).map(([, { column }]) => column)
	]);
}
/** Worked out here, or known from the file. */
const LEFT_OUT: ReadonlySet<AssetField> = new Set([
	'lsoa21',
	'source',
	'pointSource',
	'firstSeen',
	'sourceDetail'
]);
