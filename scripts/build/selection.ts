/** Which LSOAs of either vintage a region is made of. */
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import { indexBy, strings, type Table } from '../../src/lib/facts/table.ts';

export interface Selected {
	vintage: Vintage;
	/** The national table of areas. */
	areas: Table;
	key: 'lsoa21' | 'lsoa11';
	codes: string[];
	/** Rows of `areas`, in the order of `codes`. */
	rows: number[];
}

export type Selection = Record<Vintage, Selected>;

/** Rows of a table keyed by LSOA, in the order of a selection. Throws on a missing code. */
export function rowsFor({ codes, key }: Selected, table: Table): number[] {
	const index = indexBy(table, key);
	return codes.map((code) => {
		const row = index.get(code);
		if (row === undefined) throw new Error(`no row for ${code}`);
		return row;
	});
}

/** Select a region's LSOAs by its integrated care board. */
export async function selectRegion(geodata: Geodata, region: Region): Promise<Selection> {
	const select = async (
		vintage: Vintage,
		dataset: string,
		key: Selected['key'],
		board: string
	): Promise<Selected> => {
		const areas = await geodata.table(dataset);
		const codes = strings(areas, key);
		const rows = strings(areas, board).flatMap((code, row) =>
			code === region.icb.code ? [row] : []
		);
		if (rows.length === 0) throw new Error(`no LSOA of ${vintage} belongs to ${region.icb.code}`);
		return { vintage, areas, key, rows, codes: rows.map((row) => codes[row] ?? '') };
	};
	return {
		'2021': await select('2021', 'areas-lsoa21', 'lsoa21', 'icb24'),
		'2011': await select('2011', 'areas-lsoa11', 'lsoa11', 'icb22')
	};
}
