/**
 * The national lists of areas with every code that a region may be chosen by, in both vintages.
 * The lookups know former areas of 2011 LSOAs and newer ones of 2021 LSOAs; here each vintage
 * has both, by way of what became of each 2011 LSOA.
 */
import type { Vintage } from '../areas/vintage.ts';
import type { Geodata } from './geodata.ts';
import { columnAlong, spineOf } from '../facts/along.ts';
import { makeTable, strings, type Column, type Table } from '../facts/table.ts';

/** Newer areas of a 2021 LSOA, for the list of 2011. */
const NEWER = [
	'lad24',
	'lad24_name',
	'lad26',
	'lad26_name',
	'sicbl24',
	'sicbl26',
	'icb24',
	'icb26'
];
/** Former areas of a 2011 LSOA that the list of 2021 does not have. */
const FORMER = ['icb22'];

/** Both lists. Use by `geodata.once(nationalAreas)`: the tables are long. */
export async function nationalAreas(geodata: Geodata): Promise<Record<Vintage, Table>> {
	const [lsoa11, lsoa21, links, boards] = await Promise.all(
		['areas-lsoa11', 'areas-lsoa21', 'lsoa11-lsoa21', 'boards-lsoa21'].map((id) =>
			geodata.table(id)
		)
	);
	if (!lsoa11 || !lsoa21 || !links || !boards) throw new Error('no areas');
	const now = joinBoards(lsoa21, boards);
	return {
		'2011': withColumns(lsoa11, carried(links, ['lsoa11', lsoa11], ['lsoa21', now], NEWER)),
		'2021': withColumns(now, carried(links, ['lsoa21', now], ['lsoa11', lsoa11], FORMER))
	};
}

/** A table with more columns, in place of its own where they are called the same. */
function withColumns(table: Table, more: Record<string, Column>): Table {
	const kept = Object.entries(table.columns).filter(([name]) => !Object.hasOwn(more, name));
	return { ...table, ...makeTable({ ...Object.fromEntries(kept), ...more }) };
}

function joinBoards(areas: Table, boards: Table): Table {
	const spine = spineOf(areas, 'lsoa21');
	const names = Object.keys(boards.columns).filter((name) => name !== spine.key);
	return withColumns(
		areas,
		Object.fromEntries(names.map((name) => [name, columnAlong(spine, boards, name)]))
	);
}

/**
 * Columns of `from` on the areas of `to`. Where an area has several counterparts that disagree
 * (a handful of irregular changes), those count that shared its district of 2018.
 */
function carried(
	links: Table,
	[toKey, to]: [string, Table],
	[fromKey, from]: [string, Table],
	names: readonly string[]
): Record<string, Column> {
	const [here, there] = [spineOf(to, toKey), spineOf(from, fromKey)];
	const ends = strings(links, fromKey);
	const counterparts = here.codes.map((): number[] => []);
	strings(links, toKey).forEach((code, i) => {
		const at = there.positionOf(ends[i] ?? '') ?? -1;
		counterparts[here.positionOf(code) ?? -1]?.push(at);
	});
	const [was, wasThere] = [strings(to, 'lad18'), strings(from, 'lad18')];
	return Object.fromEntries(
		names.map((name): [string, Column] => {
			const source = from.columns[name];
			if (!source) throw new Error(`no column "${name}" to carry over`);
			const values = counterparts.map((all, i) => {
				const found =
					onlyOf(all, source) ??
					onlyOf(
						all.filter((at) => wasThere[at] === was[i]),
						source
					);
				if (found === undefined) throw new Error(`${here.codes[i]} has no one ${name}`);
				return found;
			});
			return [name, { type: source.type, values }];
		})
	);
}

/** The one value that all rows share; undefined where they differ or there is none. */
function onlyOf(rows: readonly number[], { values }: Column): string | undefined {
	const [first] = rows;
	const only = first === undefined ? undefined : values[first];
	return typeof only === 'string' && rows.every((row) => values[row] === only) ? only : undefined;
}
