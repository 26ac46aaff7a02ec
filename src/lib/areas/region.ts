/**
 * A region's areas, typed and indexed. The LSOA is the atom: communities (MSOAs),
 * districts and places are sets of LSOAs and do not nest in each other.
 */
import type { Vintage } from './vintage.ts';
import { weightedMean } from '../stats/weighted.ts';
import type { AreasPart, DistrictPart, ParentColumn } from './parts.ts';

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

/** What areas are made of: what a part holds, or what a stage works out of national tables. */
export type AreasSource = Omit<AreasPart, 'kind' | 'part'>;

/** Index the areas of a pack. Columns of unequal length throw: the pack is broken. */
export const decodeAreas = (part: AreasPart): RegionAreas => makeAreas(part, part.part);

/** Index some areas. Columns of unequal length throw; `what` says in the error of what. */
export function makeAreas(source: AreasSource, what: string): RegionAreas {
	const { codes, names, residents, longitude, latitude } = source.lsoa;
	const count = codes.length;
	for (const [name, column] of Object.entries({ names, residents, longitude, latitude })) {
		if (column.length !== count)
			throw new Error(`${what}: ${name} has ${column.length} of ${count} areas`);
	}
	const groups = (parent: ParentColumn, extra?: Pick<DistrictPart, 'partOf' | 'notes'>) => {
		if (parent.of.length !== count)
			throw new Error(`${what}: a parent has ${parent.of.length} of ${count} areas`);
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
		vintage: source.vintage,
		datasets: source.datasets,
		count,
		codes,
		names,
		residents,
		longitude,
		latitude,
		index: new Map(codes.map((code, i) => [code, i])),
		groups: {
			msoa: groups(source.msoa),
			district: groups(source.district, source.district),
			place: groups(source.place)
		},
		parent: { msoa: source.msoa.of, district: source.district.of, place: source.place.of }
	};
}

/** A level of areas: the atoms, or sets of them. */
export type Level = 'lsoa' | GroupLevel;

/** What the areas of a level are called, for people and by statisticians. */
export const LEVELS: Readonly<
	Record<Level, { one: string; many: string; official: string | null }>
> = {
	lsoa: { one: 'neighbourhood', many: 'neighbourhoods', official: 'LSOA' },
	msoa: { one: 'community', many: 'communities', official: 'MSOA' },
	district: { one: 'district', many: 'districts', official: null },
	place: { one: 'locality', many: 'localities', official: null }
};

/** The areas of one level of a region, as sets of LSOAs. */
export interface Units {
	level: Level;
	count: number;
	codes: readonly string[];
	/** Names a reader can tell apart. */
	names: readonly string[];
	/** LSOA indices by unit. */
	members: readonly (readonly number[])[];
	/** Unit index by LSOA. */
	of: readonly number[];
	index: ReadonlyMap<string, number>;
}

/** The areas of a level. */
export function unitsOf(areas: RegionAreas, level: Level): Units {
	if (level === 'lsoa') {
		const of = [...areas.codes.keys()];
		return {
			level,
			count: areas.count,
			codes: areas.codes,
			names: of.map((area) => areaName(areas, area)),
			members: of.map((area) => [area]),
			of,
			index: areas.index
		};
	}
	const groups = areas.groups[level];
	return {
		level,
		count: groups.length,
		codes: groups.map(({ code }) => code),
		names: groups.map(({ name }) => name),
		members: groups.map(({ members }) => members),
		of: areas.parent[level],
		index: new Map(groups.map(({ code }, i) => [code, i]))
	};
}

/** An area a reader chose, of whatever level. */
export interface Selection {
	level: Level;
	code: string;
	name: string;
	/** LSOA indices. */
	members: readonly number[];
}

/** Find an area of any level by its code; null where the region has none such. */
export function findArea(areas: RegionAreas, code: string): Selection | null {
	for (const level of Object.keys(LEVELS) as Level[]) {
		const units = unitsOf(areas, level);
		const unit = units.index.get(code);
		if (unit === undefined) continue;
		return {
			level,
			code,
			name: units.names[unit] ?? code,
			members: units.members[unit] ?? []
		};
	}
	return null;
}

/** The unit that holds all of a selection, or null where it spans several or parts of them. */
export function unitHolding(units: Units, { members }: Selection): number | null {
	const [first, ...others] = members.map((area) => units.of[area] ?? -1);
	return first !== undefined && first >= 0 && others.every((unit) => unit === first) ? first : null;
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

/** Where the residents of some LSOAs are on average: longitude and latitude in degrees. */
export function centreOfPeople(
	{ residents, longitude, latitude }: RegionAreas,
	members: readonly number[]
): [number, number] {
	const pick = (values: readonly number[]) => members.map((area) => values[area] ?? NaN);
	const weights = pick(residents);
	return [
		weightedMean(pick(longitude), weights) ?? NaN,
		weightedMean(pick(latitude), weights) ?? NaN
	];
}
