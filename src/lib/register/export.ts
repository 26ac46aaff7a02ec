/** Assets as files to take away. */
import {
	columnsOf,
	documentOf,
	withOwner,
	type Cell,
	type Column,
	type Table
} from '../document/document.ts';
import { toCsv, type CsvManner } from '../export/csv.ts';
import { toGeoJson } from '../export/geojson.ts';
import { ASSET_FIELDS, type Asset, type AssetField } from './asset.ts';
import type { OwnAsset } from './own-part.ts';

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

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

/** A yes or no in the words that people fill in. */
const yesOrNo = (cell: Cell): Cell => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell);

const columnOf = (field: AssetField): Column => ({
	label: ASSET_FIELDS[field].column,
	...((field === 'longitude' || field === 'latitude') && { isPlace: true })
});

/** Assets as a table with the columns of the schema, each row under its id and at its point. */
export const assetsTable = (assets: readonly AssetRow[]): Table => ({
	columns: FIELDS.map(columnOf),
	rows: assets.map((asset) => FIELDS.map((field) => asset[field])),
	ids: assets.map(({ id }) => String(id)),
	geometry: (row) => {
		const { longitude, latitude } = assets[row] ?? {};
		return typeof longitude === 'number' && typeof latitude === 'number'
			? { type: 'Point', coordinates: [longitude, latitude] }
			: null;
	}
});

/** CSV with the columns of the schema, and a last one that says who looks after the listings. */
export function assetsCsv(
	assets: readonly AssetRow[],
	owner: string,
	manner: CsvManner = {}
): string {
	const table = withOwner(assetsTable(assets), owner);
	const columns = table.columns.map((column) => ({ ...column, inText: yesOrNo }));
	return toCsv(documentOf('Assets', { ...table, columns }), manner);
}

/** A table that the import or the search for duplicates made, as CSV. */
export const rowsCsv = (
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	manner: CsvManner = {}
): string => toCsv(documentOf('Rows', { columns: columnsOf(headings), rows }), manner);

/** GeoJSON of the assets that have a point; others cannot be in it. The owner stands beside them. */
export function assetsGeojson(assets: readonly AssetRow[], owner: string): string {
	const placed = assets.filter(
		({ longitude, latitude }) => longitude !== null && latitude !== null
	);
	return toGeoJson(documentOf('Assets', assetsTable(placed), { owner }));
}

/** An empty table with the headings of the schema, to be filled in. */
export const templateCsv = (): string =>
	rowsCsv(
		FIELDS.filter((field) => !LEFT_OUT.has(field)).map((field) => ASSET_FIELDS[field].column),
		[]
	);

/** Worked out here, or known from the file. */
const LEFT_OUT: ReadonlySet<AssetField> = new Set([
	'lsoa21',
	'source',
	'pointSource',
	'firstSeen',
	'sourceDetail'
]);
