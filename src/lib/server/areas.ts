/**
 * The national lists of areas with every code that a region may be chosen by, in both vintages.
 * The lookups know former areas of 2011 LSOAs and newer ones of 2021 LSOAs; here each vintage
 * has both, by way of what became of each 2011 LSOA.
 */
import type { Vintage } from '../areas/vintage.ts';
import type { Geodata } from './geodata.ts';
import { indexBy, makeTable, strings, type Column, type Table } from '../facts/table.ts';

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
		'2011': withColumns(lsoa11, NEWER, carried(links, ['lsoa11', lsoa11], ['lsoa21', now], NEWER)),
		'2021': withColumns(now, FORMER, carried(links, ['lsoa21', now], ['lsoa11', lsoa11], FORMER))
	};
}

function withColumns(table: Table, names: readonly string[], more: Record<string, Column>): Table {
	const kept = Object.entries(table.columns).filter(([name]) => !names.includes(name));
	return makeTable({ ...Object.fromEntries(kept), ...more });
}

function joinBoards(areas: Table, boards: Table): Table {
	const row = indexBy(boards, 'lsoa21');
	const rows = strings(areas, 'lsoa21').map((lsoa) => {
		const found = row.get(lsoa);
		if (found === undefined) throw new Error(`boards-lsoa21: no board for ${lsoa}`);
		return found;
	});
	const more = Object.entries(boards.columns)
		.filter(([name]) => name !== 'lsoa21')
		.map(([name, { type, values }]): [string, Column] => [
			name,
			{ type, values: rows.map((at) => values[at] ?? null) }
		]);
	return makeTable({ ...areas.columns, ...Object.fromEntries(more) });
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
	const row = indexBy(from, fromKey);
	const ends = strings(links, fromKey);
	const counterparts = new Map<string, number[]>();
	strings(links, toKey).forEach((code, i) => {
		const list = counterparts.get(code) ?? [];
		counterparts.set(code, list);
		list.push(row.get(ends[i] ?? '') ?? -1);
	});
	const codes = strings(to, toKey);
	const [was, wasThere] = [strings(to, 'lad18'), strings(from, 'lad18')];
	return Object.fromEntries(
		names.map((name): [string, Column] => {
			const source = from.columns[name];
			if (!source) throw new Error(`no column "${name}" to carry over`);
			const values = codes.map((code, i) => {
				const all = counterparts.get(code) ?? [];
				const same = all.filter((at) => wasThere[at] === was[i]);
				const found = onlyOf(all, source) ?? onlyOf(same, source);
				if (found === undefined) throw new Error(`${code} has no one ${name}`);
				return found;
			});
			return [name, { type: source.type, values }];
		})
	);
}

/** The one value that all rows share; undefined where they differ or there is none. */
function onlyOf(rows: readonly number[], { values }: Column): string | undefined {
	const distinct = [...new Set(rows.map((row) => values[row]))];
	const [only] = distinct;
	return distinct.length === 1 && typeof only === 'string' ? only : undefined;
}
