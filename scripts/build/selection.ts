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
import type { Region } from '../../src/lib/server/regions.ts';

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
	const select = (vintage: Vintage): Selected => {
		const england = new Selected(vintage, areas[vintage]);
		return new Selected(vintage, areas[vintage], positionsOf(region, england, recodes));
	};
	return { '2021': select('2021'), '2011': select('2011') };
}

/** All LSOAs of England, as if it were a region. */
export async function selectEngland(geodata: Geodata): Promise<Selection> {
	const areas = await geodata.once(nationalAreas);
	return {
		'2021': new Selected('2021', areas['2021']),
		'2011': new Selected('2011', areas['2011'])
	};
}

function positionsOf(
	{ slug, area }: Pick<Region, 'slug' | 'area'>,
	{ areas, spine }: Selected,
	recodes: Table
): number[] {
	const ownerOf = new Map<number, string>();
	for (const { vintage, codes } of area) {
		const of = strings(areas, vintage);
		const recode = makeRecoder(
			recodes,
			new Set(of),
			`${vintage}, by which region "${slug}" is chosen`
		);
		const wanted = new Set(codes.map(recode));
		of.forEach((code, position) => {
			if (!wanted.has(code)) return;
			const owner = ownerOf.get(position);
			if (owner !== undefined) {
				const lsoa = spine.codes[position];
				throw new Error(`region "${slug}": ${lsoa} lies in both ${owner} and ${code}`);
			}
			ownerOf.set(position, code);
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
