import { checkCodes } from '../checks.ts';
import { AMOUNT, LATITUDE, LONGITUDE, LSOA, optional, TEXT, unique } from '../columns.ts';
import { mapColumns, tableReader } from '../tables.ts';
import { makeTable, type Cell } from '../../../src/lib/facts/table.ts';

/** `31/03/2022` as `2022-03-31`. */
const isoDate = (value: Cell): Cell =>
	typeof value === 'string' ? value.split('/').reverse().join('-') : null;
/** The payments file pads some postcodes with a second blank. */
const oneBlank = (value: Cell): Cell =>
	typeof value === 'string' ? value.replace(/\s+/g, ' ') : null;
const CHANGES: Partial<Record<string, (value: Cell) => Cell>> = {
	close_date: isoDate,
	postcode: oneBlank
};

/** Practices of the year 2022/23 and their primary care networks; some have closed. */
export const pcnPractices202223 = tableReader(
	'pcn-practices-2022-23',
	{
		practice_code: unique({ type: 'code', pattern: /^[A-Z]\d{5}$/ }),
		name: TEXT,
		postcode: TEXT,
		close_date: optional({ type: 'code', pattern: /^\d{2}\/\d{2}\/\d{4}$/ }),
		pcn: optional({ type: 'code', pattern: /^U\d{5}$/ }, 'Unknown or no PCN'),
		pcn_name: optional(TEXT, 'Unknown or no PCN'),
		sub_icb_ods: TEXT,
		icb_ods: { type: 'code', pattern: /^Q[A-Z0-9]{2}$/ },
		patients: AMOUNT,
		rurality: TEXT,
		longitude: optional(LONGITUDE),
		latitude: optional(LATITUDE),
		lsoa21: optional(LSOA)
	},
	{
		after: ['areas-lsoa21'],
		check: (context, table) => checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21' }),
		derive: (table) =>
			makeTable(
				mapColumns(table, (found, name) => {
					const change = CHANGES[name];
					return change ? { ...found, values: found.values.map(change) } : found;
				})
			)
	}
);
