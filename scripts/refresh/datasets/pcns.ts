import { checkCodes } from '../checks.ts';
import { FLAG, ICB, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Primary care networks and the years in which they reported staff; one stands in two ICBs. */
export const pcns = tableReader(
	'pcns',
	{
		pcn: { type: 'code', pattern: /^U\d{5}$/ },
		name: TEXT,
		icb24: ICB,
		icb_ods: { type: 'code', pattern: /^Q[A-Z0-9]{2}$/ },
		years_reported: { type: 'text', pattern: /^\d{4}( \d{4})*$/ },
		in_2025: FLAG
	},
	{
		after: ['areas-lsoa21'],
		check: (context, table) =>
			checkCodes(context, table, 'icb24', { dataset: 'areas-lsoa21', all: true })
	}
);
