import { AMOUNT, COUNT, MSOA, optional } from '../columns.ts';
import { tableReader, widen } from '../tables.ts';

const YEARS_OF_LIFE = optional({ ...AMOUNT, max: 120 });

/**
 * Life expectancy at birth by 2011 MSOA with 95% limits, years; null where ONS suppressed
 * it. Levels are about 2.3 years too high: only differences may be shown. `person_years` is
 * the population summed over the five years.
 */
export const lifeExpectancyMsoa11 = tableReader(
	'life-expectancy-msoa11',
	{
		msoa11: MSOA,
		sex: { type: 'code', pattern: /^(Males|Females|Persons)$/ },
		value: YEARS_OF_LIFE,
		lower: YEARS_OF_LIFE,
		upper: YEARS_OF_LIFE,
		deaths: optional(COUNT),
		person_years: COUNT
	},
	{
		within: { dataset: 'areas-lsoa11' },
		derive(table) {
			const name = (measure: string) => (sex: string) => `${sex.toLowerCase()}_${measure}`;
			const measures = ['value', 'lower', 'upper', 'deaths', 'person_years'];
			return widen(table, 'msoa11', 'sex', Object.fromEntries(measures.map((m) => [m, name(m)])));
		}
	}
);
