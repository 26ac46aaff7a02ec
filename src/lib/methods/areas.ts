/** The areas of a board out of the national tables, for the checks. */
import { EDITIONS, type EditionId } from '../facts/editions.ts';
import type { Slice, Spine } from '../areas/spine.ts';
import type { Vintage } from '../areas/vintage.ts';
import type { ParentColumn } from '../areas/parts.ts';
import { makeAreas, type RegionAreas } from '../areas/region.ts';
import type { Facts } from '../facts/facts.ts';
import { numbersAlong, spineOf } from '../facts/along.ts';
import { strings } from '../facts/table.ts';

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

/** The spine of an edition's areas. */
export function editionSpine(facts: Facts, id: EditionId): Spine {
	const { dataset, lsoa } = COLUMNS[EDITIONS[id].vintage];
	return spineOf(facts.table(dataset), lsoa);
}

/** A numeric column of a national table for some areas of an edition. Throws where one has none. */
export function numbersFor(
	facts: Facts,
	{ codes }: Pick<RegionAreas, 'codes'>,
	id: EditionId,
	{ dataset, column }: { dataset: string; column: string }
): number[] {
	const spine = editionSpine(facts, id);
	const along = numbersAlong(spine, facts.table(dataset), column);
	return codes.map((code) => {
		const value = along[spine.positionOf(code) ?? -1];
		if (value === undefined) throw new Error(`${dataset}: no ${column} for ${code}`);
		return value;
	});
}

/**
 * The areas of a board (its ICB code) on the LSOAs of an edition, with residents. Districts
 * are those of April 2018, places the CCGs of 2019. Points are left out: no check needs
 * them. Throws where no LSOA belongs to the board.
 */
export function boardAreas(facts: Facts, board: string, id: EditionId): RegionAreas {
	const { dataset, board: boardColumn } = COLUMNS[EDITIONS[id].vintage];
	const positions = strings(facts.table(dataset), boardColumn).flatMap((code, position) =>
		code === board ? [position] : []
	);
	if (positions.length === 0) throw new Error(`${dataset}: no LSOA belongs to ${board}`);
	return areasOfSlice(facts, editionSpine(facts, id).slice(positions), id);
}

/** The same for any LSOAs of the edition, by their codes. Throws on one that there is not. */
export function lsoaAreas(facts: Facts, codes: readonly string[], id: EditionId): RegionAreas {
	return areasOfSlice(facts, editionSpine(facts, id).sliceOf(codes), id);
}

function areasOfSlice(facts: Facts, slice: Slice, id: EditionId): RegionAreas {
	const { vintage, residentsDataset } = EDITIONS[id];
	const { dataset, msoa } = COLUMNS[vintage];
	const table = facts.table(dataset);
	const pick = (column: string) => slice.cut(strings(table, column));
	const residents = numbersAlong(slice.spine, facts.table(residentsDataset), 'total');
	const district = parent(pick('lad18'), pick('lad18_name'));
	const none = district.codes.map(() => null);
	const nowhere = slice.codes.map(() => NaN);
	return makeAreas(
		{
			vintage,
			datasets: [dataset, residentsDataset],
			lsoa: {
				codes: slice.codes,
				names: pick('name'),
				residents: slice.cut(residents),
				longitude: nowhere,
				latitude: nowhere
			},
			msoa: parent(pick(msoa[0]), pick(msoa[1])),
			district: { ...district, partOf: none, notes: none },
			place: parent(pick('ccg19'), pick('ccg19_name'))
		},
		dataset
	);
}

/** Parents in the order in which they come. */
function parent(codes: readonly string[], names: readonly string[]): ParentColumn {
	const nameOf = new Map<string, string>();
	codes.forEach((code, i) => {
		if (!nameOf.has(code)) nameOf.set(code, names[i] ?? code);
	});
	const index = new Map([...nameOf.keys()].map((code, i) => [code, i]));
	return {
		codes: [...nameOf.keys()],
		names: [...nameOf.values()],
		of: codes.map((code) => index.get(code) ?? -1)
	};
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
