/** Tables of assets as one, and at the points that official registers have. */
import { makeTable, strings, type Cell, type Table } from '../../../src/lib/facts/table.ts';
import type { RegisterLinkage } from '../register.ts';

/** The rows of tables, one table after the other, in the columns of the first; null where one lacks a column. */
export function joined(tables: readonly Table[]): Table {
	const [first, ...others] = tables;
	if (!first) throw new Error('a part of assets names no dataset');
	return makeTable(
		Object.fromEntries(
			Object.entries(first.columns).map(([name, { type, values }]) => [
				name,
				{
					type,
					values: [
						...values,
						...others.flatMap(
							(table): readonly Cell[] =>
								table.columns[name]?.values ?? Array.from({ length: table.rows }, () => null)
						)
					]
				}
			])
		)
	);
}

/** The rows with the point and neighbourhood of the official register that has their place. */
export function atRegisterPoints(
	table: Table,
	{ merged, points }: Pick<RegisterLinkage, 'merged' | 'points'>
): Table {
	const known = strings(table, 'id').map((id) => points.get(merged.get(id) ?? id));
	const moved = (name: 'longitude' | 'latitude' | 'lsoa21') => {
		const column = table.columns[name];
		if (!column) throw new Error(`a table of assets has no ${name}`);
		const values = column.values.map((value, row): Cell => {
			const point = known[row];
			return point ? point[name] : value;
		});
		return [name, { ...column, values }] as const;
	};
	return makeTable({
		...table.columns,
		...Object.fromEntries([moved('longitude'), moved('latitude'), moved('lsoa21')])
	});
}
