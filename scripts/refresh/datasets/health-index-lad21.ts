import { DISTRICT, NUMBER, TEXT } from '../columns.ts';
import { tableReader, widen } from '../tables.ts';

/** Life expectancy at birth, persons, years, by district of 2021 and year (Health Index). */
export const healthIndexLad21 = tableReader(
	'health-index-lad21',
	{
		lad21: DISTRICT,
		indicator: TEXT,
		year: { type: 'code', pattern: /^20\d\d$/ },
		value: NUMBER
	},
	{
		keep: ({ indicator }) => indicator === 'Life expectancy',
		derive: (table) => widen(table, 'lad21', 'year', { value: (year) => `life_expectancy_${year}` })
	}
);
