import { makeTable, numbers } from '../../../src/lib/facts/table.ts';
import { checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import { column, round, tableReader } from '../tables.ts';

/** Bands of five years, by their first; the last is open. */
const STARTS = Array.from({ length: 18 }, (_, i) => i * 5);
export const AGE_BANDS = STARTS.map((from) =>
	from === 85 ? 'aged_85_over' : `aged_${from}_${from + 4}`
);

/** Usual residents by age in bands of five years, Census 2021, and the share aged 0 to 4 in percent. */
export const residents2021Bands = tableReader(
	'residents-2021-bands',
	{ lsoa21: unique(LSOA), total: { ...COUNT, min: 1 }, ...each(AGE_BANDS, COUNT) },
	{
		complete: 'areas-lsoa21',
		check: (context, table) => checkParts(context, table, 'total', AGE_BANDS),
		derive(table) {
			const youngest = numbers(table, 'aged_0_4');
			const percent = numbers(table, 'total').map((all, row) =>
				round((100 * (youngest[row] ?? NaN)) / all, 6)
			);
			return makeTable({ ...table.columns, aged_0_4_percent: column('number', percent) });
		}
	}
);
