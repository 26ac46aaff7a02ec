/** Which areas have a page, what they are called there, and in which region each has its one page. */
import type { TownsPart } from '../areas/parts.ts';
import { areaName, groupOf, unitsOf, type Level, type RegionAreas } from '../areas/region.ts';
import { LEVELS } from '../areas/region.ts';

/** Levels of areas that have a page, in the order of lists: the widest first. */
export const PAGE_LEVELS = ['district', 'place', 'town', 'network', 'msoa', 'lsoa'] as const;
export type PageLevel = (typeof PAGE_LEVELS)[number];

/** What areas of a level are called. */
export const LEVEL_WORDS: Readonly<Record<PageLevel, { one: string; many: string }>> = {
	district: LEVELS.district,
	place: LEVELS.place,
	town: { one: 'town', many: 'towns' },
	network: { one: 'group of GP practices', many: 'groups of GP practices' },
	msoa: LEVELS.msoa,
	lsoa: LEVELS.lsoa
};

export interface PageArea {
	level: PageLevel;
	code: string;
	/** As people say it: "Yarmouth Central & Northgate". */
	name: string;
	/** The district or districts that it lies in; empty where that is its own name. */
	within: string;
	/** A statistician's name for it, where it is another. */
	official: string | null;
	/** LSOA indices of the region. */
	members: readonly number[];
}

/** A group of GP practices as far as its page needs it. */
export interface NetworkArea {
	code: string;
	name: string;
	members: readonly number[];
}

/** Names of the districts that some neighbourhoods lie in. */
export const districtsOf = (areas: RegionAreas, members: readonly number[]): string[] => [
	...new Set(members.map((area) => groupOf(areas, 'district', area).name))
];

/** At most so many districts are named after an area. */
const MOST_DISTRICTS = 3;

function withinOf(areas: RegionAreas, name: string, members: readonly number[]): string {
	const districts = districtsOf(areas, members).filter((district) => district !== name);
	return districts.length > MOST_DISTRICTS ? '' : districts.join(' and ');
}

/** Every area of a region, the widest first. */
export function pageAreas(
	areas: RegionAreas,
	towns: Pick<TownsPart, 'codes' | 'names' | 'members'> | undefined,
	networks: readonly NetworkArea[]
): PageArea[] {
	const of = (level: Level): PageArea[] => {
		const units = unitsOf(areas, level);
		return units.codes.map((code, i) => {
			const members = units.members[i] ?? [];
			const [first = 0] = members;
			const name = level === 'lsoa' ? groupOf(areas, 'msoa', first).name : (units.names[i] ?? code);
			return {
				level,
				code,
				name,
				within: level === 'district' ? '' : withinOf(areas, name, members),
				official: level === 'lsoa' ? (areas.names[first] ?? null) : null,
				members
			};
		});
	};
	return [
		...of('district'),
		...of('place'),
		...(towns?.codes ?? []).map((code, i): PageArea => {
			const name = towns?.names[i] ?? code;
			const members = towns?.members[i] ?? [];
			return {
				level: 'town',
				code,
				name,
				within: withinOf(areas, name, members),
				official: null,
				members
			};
		}),
		...networks.map(({ code, name, members }): PageArea => ({
			level: 'network',
			code,
			name,
			within: withinOf(areas, name, members),
			official: null,
			members
		})),
		...of('msoa'),
		...of('lsoa')
	];
}

/** A level as messages choose by it: of a district that the region has only a part of, "part". */
export const levelWord = ({ level, name }: Pick<PageArea, 'level' | 'name'>): PageLevel | 'part' =>
	level === 'district' && name.endsWith(' (part)') ? 'part' : level;

/** "Yarmouth Central & Northgate, Great Yarmouth". */
export const fullName = ({ name, within }: Pick<PageArea, 'name' | 'within'>): string =>
	within === '' ? name : `${name}, ${within}`;

/** A name that no other area of the list has: a neighbourhood's own official one. */
export const listName = (areas: RegionAreas, { level, name, members }: PageArea): string =>
	level === 'lsoa' ? areaName(areas, members[0] ?? 0) : name;

/** Codes of the neighbourhoods of an area, as one text: the same for the same area in two regions. */
export const extentOf = ({ codes }: Pick<RegionAreas, 'codes'>, area: PageArea): string =>
	area.members
		.map((member) => codes[member] ?? '')
		.sort()
		.join(' ');

/** Where an area has its page. */
export interface PageHome {
	slug: string;
	/** Name of that region. */
	region: string;
	extent: string;
}

/** The one page of each area, by code: of regions that have the very same area, the most local one. */
export class PageHomes {
	readonly #homes = new Map<string, PageHome[]>();

	/** Take in the areas of a region; the most local region comes first. */
	add(region: { slug: string; name: string }, areas: RegionAreas, all: readonly PageArea[]): void {
		for (const area of all) {
			const extent = extentOf(areas, area);
			const known = this.#homes.get(area.code) ?? [];
			if (known.some((home) => home.extent === extent)) continue;
			this.#homes.set(area.code, [...known, { slug: region.slug, region: region.name, extent }]);
		}
	}

	/** The region that an area of a region has its page in. */
	of(areas: RegionAreas, area: PageArea): PageHome {
		const extent = extentOf(areas, area);
		const found = this.#homes.get(area.code)?.find((home) => home.extent === extent);
		if (!found) throw new Error(`${area.code} has no page: its region was not taken in`);
		return found;
	}
}
