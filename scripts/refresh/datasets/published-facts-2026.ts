import { makeTable, strings, type Cell } from '../../../src/lib/facts/table.ts';
import { OPTIONAL_TEXT, TEXT, unique } from '../columns.ts';
import { column, tableReader } from '../tables.ts';

/** The first number of a printed value: 7,200 of "around 7200", 240 of "240 (2.7%)"; null in words alone. */
export function numberIn(printed: string): number | null {
	const [found] = /\d[\d,]*(?:\.\d+)?/.exec(printed) ?? [];
	return found === undefined ? null : Number(found.replaceAll(',', ''));
}

/** Figures printed on public pages, one row each, as printed; the number in them beside. */
export const publishedFacts2026 = tableReader(
	'published-facts-2026',
	{
		fact_id: unique({ type: 'code', pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/ }),
		area: TEXT,
		what: TEXT,
		printed: TEXT,
		unit: OPTIONAL_TEXT,
		period: TEXT,
		address: { type: 'text', pattern: /^https?:\/\/[^\s]+$/ }
	},
	{
		order: 'published',
		derive: (table) =>
			makeTable({
				...table.columns,
				value: column(
					'number',
					strings(table, 'printed').map((text): Cell => numberIn(text))
				)
			})
	}
);
