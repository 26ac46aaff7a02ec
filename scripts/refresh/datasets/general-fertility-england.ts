import { AMOUNT } from '../columns.ts';
import { pick, tableReader } from '../tables.ts';

const GENERAL_FERTILITY_RATE = '92266';

/** Live births per 1,000 females aged 15 to 44, England, by calendar year. */
export const generalFertilityEngland = tableReader(
	'general-fertility-england',
	{
		year: { type: 'integer', min: 2000, max: 2100 },
		indicator: { type: 'code', pattern: /^\d+$/ },
		births: AMOUNT,
		females_15_44: AMOUNT,
		rate: AMOUNT,
		rate_lower: AMOUNT,
		rate_upper: AMOUNT
	},
	{
		keep: ({ indicator }) => indicator === GENERAL_FERTILITY_RATE,
		derive: (table) =>
			pick(table, ['year', 'births', 'females_15_44', 'rate', 'rate_lower', 'rate_upper'])
	}
);
