/** Areas that can stand beside each other: those of any level, and our outlines of towns. */
import { namesApart } from '../text/names-apart.ts';
import type { TownsPart } from '../areas/parts.ts';
import { findArea, LEVELS, type Level, type RegionAreas } from '../areas/region.ts';

export interface ComparedArea {
	level: Level | 'town';
	code: string;
	name: string;
	/** LSOA indices. */
	members: readonly number[];
}

/** How many areas stand beside each other at least and at most. */
export const FEWEST = 2;
export const MOST = 6;

/** What an area is, after its name: "town, our outline". */
export const kindOfArea = ({ level }: Pick<ComparedArea, 'level'>): string =>
	level === 'town' ? 'town, our outline' : LEVELS[level].one;

/** What areas are called where they stand together: those of one name have what they are beside it. */
export const areaNames = (areas: readonly Pick<ComparedArea, 'level' | 'name'>[]): string[] =>
	namesApart(
		areas,
		({ name }) => name,
		({ level }) => (level === 'town' ? level : LEVELS[level].one)
	);

/** The area of a code; null where the region has none such. */
export function comparedArea(
	areas: RegionAreas,
	towns: TownsPart | undefined,
	code: string
): ComparedArea | null {
	const town = towns?.codes.indexOf(code) ?? -1;
	if (!towns || town < 0) return findArea(areas, code);
	const [name, members] = [towns.names[town], towns.members[town]];
	return name === undefined || !members ? null : { level: 'town', code, name, members };
}

/** Whether two areas have neighbourhoods in common, so that one is no other. */
export function overlap(one: ComparedArea, other: ComparedArea): boolean {
	const members = new Set(one.members);
	return other.members.some((member) => members.has(member));
}
