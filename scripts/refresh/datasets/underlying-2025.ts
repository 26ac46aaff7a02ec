import { checkEqual } from '../checks.ts';
import { AMOUNT, COUNT, each, LSOA, NUMBER, optional, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const ACCESS = {
	connectivity_score: { ...AMOUNT, max: 100 },
	patients_per_gp: AMOUNT,
	digital_connectivity: NUMBER
};

/**
 * Indicators behind IoD 2025: the DfT connectivity score (0 to 100), patients per GP, digital
 * connectivity (standardised), and the number of people counted by four measures.
 */
export const underlying2025 = tableReader(
	'underlying-2025',
	{
		lsoa21: unique(LSOA),
		...ACCESS,
		...each(
			['income_people', 'employment_people', 'idaci_children', 'idaopi_people'],
			optional(COUNT)
		)
	},
	{
		complete: 'areas-lsoa21',
		check(context, table) {
			const other = context.csv({ lsoa21: unique(LSOA), ...ACCESS }, { copy: 1 });
			checkEqual(context, table, other, 'lsoa21', Object.keys(ACCESS), 1);
		}
	}
);
