/** From neighbourhoods to the larger areas that they lie in. */
import { makeTable, numbers, strings, stringsBy, type Table } from '../../src/lib/facts/table.ts';
import { column } from './tables.ts';

/**
 * The sums of some columns of `table` (a row an LSOA of 2021) over larger areas: those that
 * `areas-lsoa21` names in its column `to`. Rows in the order of their codes.
 */
export function sumTo(table: Table, areas: Table, to: string, names: readonly string[]): Table {
	const codes = [...new Set(strings(areas, to))].sort();
	const position = new Map(codes.map((code, at) => [code, at]));
	const larger = stringsBy(areas, 'lsoa21', to);
	const at = strings(table, 'lsoa21').map((code) => position.get(larger.get(code) ?? '') ?? -1);
	return makeTable({
		[to]: column('code', codes),
		...Object.fromEntries(
			names.map((name) => {
				const sums = codes.map(() => 0);
				numbers(table, name).forEach((value, row) => {
					const area = at[row] ?? -1;
					sums[area] = (sums[area] ?? NaN) + value;
				});
				return [name, column('integer', sums)];
			})
		)
	});
}
