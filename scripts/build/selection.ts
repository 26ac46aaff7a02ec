/** Which areas of either vintage a region is made of: positions in England's lists of them. */
import { Slice } from '../../src/lib/areas/spine.ts';
import type { Vintage } from '../../src/lib/areas/vintage.ts';
import {
	numbersAlong,
	optionalNumbersAlong,
	spineOf,
	stringsAlong
} from '../../src/lib/facts/along.ts';
import { strings, type Table } from '../../src/lib/facts/table.ts';
import { nationalAreas } from '../../src/lib/server/areas.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { makeRecoder } from '../../src/lib/server/recode.ts';
import { faultsOf, type AreaVintage, type Region } from '../../src/lib/server/regions.ts';
import { WHERE_CODES } from '../../src/lib/server/region-schema.ts';
import { namesOfAreas, withWhat } from './names-of-areas.ts';

/** The areas of a region in one vintage, and what national tables have of them. */
export class Selected extends Slice {
	readonly vintage: Vintage;
	/** England's list of areas, with the codes of former and newer areas beside. */
	readonly areas: Table;

	constructor(vintage: Vintage, areas: Table, positions?: readonly number[]) {
		const spine = spineOf(areas, `lsoa${vintage.slice(2)}`);
		super(spine, positions ?? [...spine.codes.keys()]);
		this.vintage = vintage;
		this.areas = areas;
	}

	/** What the list of areas says of each: its district, its name. */
	listed(column: string): string[] {
		return this.cut(strings(this.areas, column));
	}

	/** A numeric column of a national table. Throws where one of England's areas has none. */
	numbers(table: Table, column: string): number[] {
		return this.cut(numbersAlong(this.spine, table, column));
	}

	/** The same, with null where there is none. */
	optionalNumbers(table: Table, column: string): (number | null)[] {
		return this.cut(optionalNumbersAlong(this.spine, table, column));
	}

	/** A text column of a national table. Throws where one of England's areas has none. */
	strings(table: Table, column: string): string[] {
		return this.cut(stringsAlong(this.spine, table, column));
	}
}

export type Selection = Record<Vintage, Selected>;

/** What a region is made of, and where that is written. */
type Chosen = Pick<Region, 'slug' | 'area'> & Partial<Pick<Region, 'path'>>;

/**
 * The LSOAs of a region, whatever it is made of. Throws an error with all that is wrong where it
 * names codes that no lookup knows, or areas that have neighbourhoods in common.
 */
export async function selectRegion(geodata: Geodata, region: Chosen): Promise<Selection> {
	const areas = await geodata.once(nationalAreas);
	const recodes = await geodata.table('recodes');
	const select = async (vintage: Vintage): Promise<Selected> => {
		const england = new Selected(vintage, areas[vintage]);
		const { positions, unknown, shared } = positionsOf(region, england, recodes);
		const problems = [
			...unknown,
			...(await Promise.all(shared.map((one) => overlapWords(geodata, one))))
		];
		if (problems.length > 0) {
			throw new Error(
				region.path === undefined
					? `region "${region.slug}": ${problems.join('; ')}`
					: faultsOf(region.path, problems)
			);
		}
		return new Selected(vintage, areas[vintage], positions);
	};
	return { '2021': await select('2021'), '2011': await select('2011') };
}

/** All LSOAs of England, as if it were a region. */
export async function selectEngland(geodata: Geodata): Promise<Selection> {
	const areas = await geodata.once(nationalAreas);
	return {
		'2021': new Selected('2021', areas['2021']),
		'2011': new Selected('2011', areas['2011'])
	};
}

interface NamedArea {
	vintage: AreaVintage;
	code: string;
	/** How many neighbourhoods it has. */
	count: number;
}

/** Two areas of a region's file that have neighbourhoods in common. */
interface Overlap {
	one: NamedArea;
	other: NamedArea;
	/** How many, and one of them. */
	count: number;
	lsoa: string;
}

function positionsOf(
	{ area }: Chosen,
	{ areas, spine }: Selected,
	recodes: Table
): { positions: number[]; unknown: string[]; shared: Overlap[] } {
	const ownerOf = new Map<number, NamedArea>();
	const unknown: string[] = [];
	const shared = new Map<string, Overlap>();
	for (const { vintage, codes } of area) {
		const of = strings(areas, vintage);
		const recode = makeRecoder(recodes, new Set(of), vintage);
		const counts = countBy(of);
		for (const given of codes) {
			let code: string;
			try {
				code = recode(given);
			} catch {
				unknown.push(
					`area: ${given} is not a code of ${vintage}, nor one that was recoded; ${WHERE_CODES}`
				);
				continue;
			}
			const own: NamedArea = { vintage, code, count: counts.get(code) ?? 0 };
			of.forEach((here, position) => {
				if (here !== code) return;
				const owner = ownerOf.get(position);
				if (owner === undefined) {
					ownerOf.set(position, own);
					return;
				}
				const key = `${owner.vintage} ${owner.code} ${vintage} ${code}`;
				const lsoa = spine.codes[position] ?? '';
				const known = shared.get(key) ?? { one: owner, other: own, count: 0, lsoa };
				shared.set(key, { ...known, count: known.count + 1 });
			});
		}
	}
	return {
		positions: [...ownerOf.keys()].sort((a, b) => a - b),
		unknown,
		shared: [...shared.values()]
	};
}

/** "Brighton and Hove lies inside the board Surrey and Sussex: name one or the other (…)". */
async function overlapWords(
	geodata: Geodata,
	{ one, other, count, lsoa }: Overlap
): Promise<string> {
	const called = async ({ vintage, code }: NamedArea) =>
		withWhat(vintage, (await namesOfAreas(geodata, vintage)).get(code) ?? code);
	const [inner, outer] = one.count <= other.count ? [one, other] : [other, one];
	const [name, around] = [await called(inner), await called(outer)];
	const said = name.charAt(0).toUpperCase() + name.slice(1);
	const codes = `area: ${inner.vintage} ${inner.code} and ${outer.vintage} ${outer.code}`;
	return count === inner.count
		? `${said} lies inside ${around}: name one or the other (${codes})`
		: `${said} and ${around} have ${count} neighbourhoods in common, such as ${lsoa}: name areas that have none (${codes})`;
}

/** Codes of the areas of a column that a region has: whole ones, and those it has a part of. */
export interface Held {
	whole: ReadonlySet<string>;
	part: ReadonlySet<string>;
}

/** Which areas of a column (`icb24` and the like) a selection holds, wholly or in part. */
export function held(selected: Selected, column: string): Held {
	const here = countBy(selected.listed(column));
	const touched = countBy(strings(selected.areas, column).filter((code) => here.has(code)));
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
