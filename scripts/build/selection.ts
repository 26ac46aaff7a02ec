/** Which LSOAs of either vintage a region is made of. */
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { indexBy, strings, type Table } from '../../src/lib/facts/table.ts';
import { nationalAreas } from '../../src/lib/server/areas.ts';
import { makeRecoder } from '../../src/lib/server/recode.ts';

export interface Selected {
	vintage: Vintage;
	/** The national table of areas, with the codes of former and newer areas beside. */
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

/**
 * The LSOAs of a region, whatever it is made of. Throws where it names a code that no lookup
 * knows, and where an LSOA lies in two of the areas that it names.
 */
export async function selectRegion(
	geodata: Geodata,
	region: Pick<Region, 'slug' | 'area'>
): Promise<Selection> {
	const areas = await geodata.once(nationalAreas);
	const recodes = await geodata.table('recodes');
	const select = (vintage: Vintage, key: Selected['key']): Selected => {
		const table = areas[vintage];
		const codes = strings(table, key);
		const rows = rowsOf(region, table, codes, recodes);
		return { vintage, areas: table, key, rows, codes: rows.map((row) => codes[row] ?? '') };
	};
	return { '2021': select('2021', 'lsoa21'), '2011': select('2011', 'lsoa11') };
}

function rowsOf(
	{ slug, area }: Pick<Region, 'slug' | 'area'>,
	table: Table,
	lsoas: readonly string[],
	recodes: Table
): number[] {
	const ownerOf = new Map<number, string>();
	for (const { vintage, codes } of area) {
		const of = strings(table, vintage);
		const recode = makeRecoder(
			recodes,
			new Set(of),
			`${vintage}, by which region "${slug}" is chosen`
		);
		const wanted = new Set(codes.map(recode));
		of.forEach((code, row) => {
			if (!wanted.has(code)) return;
			const owner = ownerOf.get(row);
			if (owner !== undefined) {
				throw new Error(`region "${slug}": ${lsoas[row]} lies in both ${owner} and ${code}`);
			}
			ownerOf.set(row, code);
		});
	}
	return [...ownerOf.keys()].sort((a, b) => a - b);
}

/** Codes of the areas of a column that a region has: whole ones, and those it has a part of. */
export interface Held {
	whole: ReadonlySet<string>;
	part: ReadonlySet<string>;
}

/** Which areas of a column (`icb24` and the like) a selection holds, wholly or in part. */
export function held({ areas, rows }: Selected, column: string): Held {
	const codes = strings(areas, column);
	const here = countBy(rows.map((row) => codes[row] ?? ''));
	const touched = countBy(codes.filter((code) => here.has(code)));
	const isWhole = (code: string) => here.get(code) === touched.get(code);
	return {
		whole: new Set([...here.keys()].filter(isWhole)),
		part: new Set([...here.keys()].filter((code) => !isWhole(code)))
	};
}

function countBy(codes: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
	return counts;
}
