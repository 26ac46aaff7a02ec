/** The rows of the asset register as assets, out of the tables of `geodata/assets`. */
import { ASSET_FIELDS, type Asset, type AssetField } from '../../src/lib/assets/asset.ts';
import { isAssetKind, type AssetStatus } from '../../src/lib/assets/kinds.ts';
import { ordinaryCase } from '../../src/lib/assets/names.ts';
import type { Geodata } from '../lib/geodata.ts';
import type { Cell, Table } from '../lib/table.ts';

/** Columns of tables that were read before the schema had its names. */
const FORMER: Partial<Record<AssetField, string>> = { openingTimes: 'opening_hours' };
const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

/** Datasets that are tables of assets, in the order of the catalogue. */
export const assetDatasets = (geodata: Geodata): string[] =>
	geodata.catalogue.datasets.flatMap(({ id, table }) =>
		table?.file.startsWith('assets/') ? [id] : []
	);

/**
 * The assets of a dataset inside some neighbourhoods (LSOA 2021). What its table has no column
 * for is null.
 */
export async function assetsOf(
	geodata: Geodata,
	dataset: string,
	codes: ReadonlySet<string>
): Promise<Asset[]> {
	const table = await geodata.table(dataset);
	const { licence, collected = '' } = geodata.dataset(dataset);
	const cell = cellReader(table);
	const inside = (table.columns['lsoa21']?.values ?? []).flatMap((code, row) =>
		typeof code === 'string' && codes.has(code) ? [row] : []
	);
	return inside.map((row) => {
		const read = Object.fromEntries(FIELDS.map((field) => [field, cell(field, row)]));
		const asset = read as unknown as Asset;
		if (!isAssetKind(asset.kind)) throw new Error(`${dataset}: no kind "${String(asset.kind)}"`);
		const official = (asset.status as AssetStatus) === 'verified' && asset.verified === null;
		return {
			...asset,
			// Registers of the NHS write in capitals.
			name: ordinaryCase(asset.name),
			address: asset.address === null ? null : ordinaryCase(asset.address),
			licence: asset.licence ?? licence,
			collected: asset.collected ?? collected,
			...(official && { verified: asset.collected, verifiedBy: 'register' as const })
		};
	});
}

function cellReader(table: Table): (field: AssetField, row: number) => Cell {
	const columns = new Map(
		FIELDS.map((field) => {
			const own = table.columns[ASSET_FIELDS[field].column];
			return [field, own ?? table.columns[FORMER[field] ?? '']];
		})
	);
	return (field, row) => columns.get(field)?.values[row] ?? null;
}
