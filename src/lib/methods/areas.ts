/** The areas of a board out of the national tables, for the checks. */
import { EDITIONS, type EditionId } from '../facts/editions.ts';
import type { Vintage } from '../areas/vintage.ts';
import type { ParentColumn } from '../areas/parts.ts';
import { decodeAreas, type RegionAreas } from '../areas/region.ts';
import type { Facts } from '../facts/facts.ts';
import { numbersBy, strings, valueOf } from '../facts/table.ts';

const COLUMNS = {
	'2011': {
		dataset: 'areas-lsoa11',
		lsoa: 'lsoa11',
		board: 'icb22',
		msoa: ['msoa11', 'msoa11_hcl_name']
	},
	'2021': {
		dataset: 'areas-lsoa21',
		lsoa: 'lsoa21',
		board: 'icb24',
		msoa: ['msoa21', 'msoa21_hcl_name']
	}
} as const satisfies Record<Vintage, object>;

/** Which columns hold the areas of a vintage: the table, the LSOA's code, the board's. */
export function areaColumns(vintage: Vintage): (typeof COLUMNS)[Vintage] {
	return COLUMNS[vintage];
}

/**
 * The areas of a board (its ICB code) on the LSOAs of an edition, with residents. Districts
 * are those of April 2018, places the CCGs of 2019. Points are left out: no check needs
 * them. Throws where no LSOA belongs to the board.
 */
export function boardAreas(facts: Facts, board: string, id: EditionId): RegionAreas {
	const { dataset, board: boardColumn } = COLUMNS[EDITIONS[id].vintage];
	const rows = strings(facts.table(dataset), boardColumn).flatMap((code, row) =>
		code === board ? [row] : []
	);
	if (rows.length === 0) throw new Error(`${dataset}: no LSOA belongs to ${board}`);
	return areasOfRows(facts, rows, id);
}

/** The same for any LSOAs of the edition, by their codes. Throws on one that there is not. */
export function lsoaAreas(facts: Facts, codes: readonly string[], id: EditionId): RegionAreas {
	const { dataset, lsoa } = COLUMNS[EDITIONS[id].vintage];
	const wanted = new Set(codes);
	const rows = strings(facts.table(dataset), lsoa).flatMap((code, row) =>
		wanted.has(code) ? [row] : []
	);
	if (rows.length < wanted.size) throw new Error(`${dataset}: not every LSOA asked for is there`);
	return areasOfRows(facts, rows, id);
}

function areasOfRows(facts: Facts, rows: readonly number[], id: EditionId): RegionAreas {
	const { vintage, residentsDataset } = EDITIONS[id];
	const { dataset, lsoa, msoa } = COLUMNS[vintage];
	const pick = (column: string) => {
		const values = strings(facts.table(dataset), column);
		return rows.map((row) => values[row] ?? '');
	};
	const codes = pick(lsoa);
	const residents = numbersBy(facts.table(residentsDataset), lsoa, 'total');
	const district = parent(pick('lad18'), pick('lad18_name'));
	const none = district.codes.map(() => null);
	const nowhere = codes.map(() => NaN);
	return decodeAreas({
		kind: 'areas',
		part: `areas-${vintage}`,
		vintage,
		datasets: [dataset, residentsDataset],
		lsoa: {
			codes,
			names: pick('name'),
			residents: codes.map((code) => valueOf(residents, code, residentsDataset)),
			longitude: nowhere,
			latitude: nowhere
		},
		msoa: parent(pick(msoa[0]), pick(msoa[1])),
		district: { ...district, partOf: none, notes: none },
		place: parent(pick('ccg19'), pick('ccg19_name'))
	});
}

function parent(codes: readonly string[], names: readonly string[]): ParentColumn {
	const index = new Map<string, number>();
	const made: ParentColumn = { codes: [], names: [], of: [] };
	codes.forEach((code, row) => {
		if (!index.has(code)) {
			index.set(code, made.codes.push(code) - 1);
			made.names.push(names[row] ?? code);
		}
		made.of.push(index.get(code) ?? -1);
	});
	return made;
}

/** Indices of the areas of one district (code of April 2018), or of all. Throws on no area. */
export function areasOf(areas: RegionAreas, district?: string): number[] {
	if (district === undefined) return areas.codes.map((_, area) => area);
	const found = areas.groups.district.find(({ code }) => code === district);
	if (!found) throw new Error(`no LSOA of the board lies in ${district}`);
	return found.members;
}

/** What to call the areas of a district of the board, or of all of it. */
export function areaOf(areas: RegionAreas, district?: string): string | null {
	return areas.groups.district.find(({ code }) => code === district)?.name ?? null;
}
