import { COUNT, DISTRICT, each, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const YEARS = Array.from({ length: 18 }, (_, index) => `births_${2002 + index}`);

/** Live births to residents in the twelve months to 30 June of each year, 2020 districts. */
export const birthsLad20 = tableReader('births-lad20', {
	lad20: unique(DISTRICT),
	name: TEXT,
	...each(YEARS, COUNT),
	population_2019: COUNT
});
