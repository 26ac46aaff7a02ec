/**
 * A region's areas, typed and indexed. The LSOA is the atom: communities (MSOAs),
 * districts and places are sets of LSOAs and do not nest in each other.
 */
import type { Vintage } from '../indicators/editions.ts';
import type { AreasPart, ParentColumn } from './pack.ts';

export type GroupLevel = 'msoa' | 'district' | 'place';

export interface Group {
	code: string;
	name: string;
	/** LSOA indices. */
	members: number[];
	/** The district this is only a part of, if it is. */
	partOf: string | null;
	note: string | null;
}

export interface RegionAreas {
	vintage: Vintage;
	datasets: readonly string[];
	count: number;
	codes: readonly string[];
	/** Official LSOA names, as "Norwich 004B". */
	names: readonly string[];
	residents: readonly number[];
	longitude: readonly number[];
	latitude: readonly number[];
	/** LSOA index by code. */
	index: ReadonlyMap<string, number>;
	groups: Readonly<Record<GroupLevel, readonly Group[]>>;
	/** Group index by LSOA index. */
	parent: Readonly<Record<GroupLevel, readonly number[]>>;
}

/** Index the areas of a pack. Columns of unequal length throw: the pack is broken. */
export function decodeAreas(part: AreasPart): RegionAreas {
	const { codes, names, residents, longitude, latitude } = part.lsoa;
	const count = codes.length;
	for (const [name, column] of Object.entries({ names, residents, longitude, latitude })) {
		if (column.length !== count)
			throw new Error(`${part.part}: ${name} has ${column.length} of ${count} areas`);
	}
	const groups = (
		parent: ParentColumn,
		extra?: { partOf: (string | null)[]; notes: (string | null)[] }
	) => {
		if (parent.of.length !== count)
			throw new Error(`${part.part}: a parent has ${parent.of.length} of ${count} areas`);
		const made = parent.codes.map((code, i): Group => ({
			code,
			name: parent.names[i] ?? code,
			members: [],
			partOf: extra?.partOf[i] ?? null,
			note: extra?.notes[i] ?? null
		}));
		parent.of.forEach((group, area) => made[group]?.members.push(area));
		return made;
	};
	return {
		vintage: part.vintage,
		datasets: part.datasets,
		count,
		codes,
		names,
		residents,
		longitude,
		latitude,
		index: new Map(codes.map((code, i) => [code, i])),
		groups: {
			msoa: groups(part.msoa),
			district: groups(part.district, part.district),
			place: groups(part.place)
		},
		parent: { msoa: part.msoa.of, district: part.district.of, place: part.place.of }
	};
}

/** The group that an LSOA belongs to. */
export function groupOf(areas: RegionAreas, level: GroupLevel, area: number): Group {
	const group = areas.groups[level][areas.parent[level][area] ?? -1];
	if (!group) throw new Error(`LSOA ${areas.codes[area] ?? area} has no ${level}`);
	return group;
}

/** What to call an LSOA: its community's name and its own official one. */
export function areaName(areas: RegionAreas, area: number): string {
	return `${groupOf(areas, 'msoa', area).name} (${areas.names[area] ?? ''})`;
}

/** Residents of some LSOAs together. */
export function residentsOf(areas: RegionAreas, members: readonly number[]): number {
	return members.reduce((sum, area) => sum + (areas.residents[area] ?? 0), 0);
}
