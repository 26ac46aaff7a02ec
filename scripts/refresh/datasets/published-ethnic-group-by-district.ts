import { makeTable, strings, type Cell } from '../../../src/lib/facts/table.ts';
import { PERCENT, TEXT, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import type { ColumnSpec } from '../source-file.ts';
import { column } from '../tables.ts';

/** Ethnic groups by area as printed, percent: one row a group and area. */
export const publishedEthnicGroupByDistrict: DatasetReader = {
	id: 'published-ethnic-group-by-district',
	read(context) {
		// The document's areas are its columns; the catalogue lists them.
		const areas = Object.keys(context.entry.lineage.copies[0]?.read?.columns ?? {}).filter(
			(name) => name !== 'ethnic_group'
		);
		const specs: Record<string, ColumnSpec> = { ethnic_group: unique(TEXT) };
		for (const area of areas) specs[area] = PERCENT;
		const table = context.csv(specs);
		const rows = areas.flatMap((area) =>
			strings(table, 'ethnic_group').map((group, row): [string, string, Cell] => [
				area,
				group,
				table.columns[area]?.values[row] ?? null
			])
		);
		return makeTable({
			area: column(
				'text',
				rows.map(([area]) => area)
			),
			ethnic_group: column(
				'text',
				rows.map(([, group]) => group)
			),
			percent: column(
				'number',
				rows.map(([, , percent]) => percent)
			)
		});
	}
};
