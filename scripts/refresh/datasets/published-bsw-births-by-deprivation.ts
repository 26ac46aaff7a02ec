import { PERCENT, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Births in the most and the least deprived fifth of areas by trust as printed, percent. */
export const publishedBswBirthsByDeprivation = tableReader(
	'published-bsw-births-by-deprivation',
	{ trust: unique(TEXT), percent_most_deprived: PERCENT, percent_least_deprived: PERCENT },
	{ order: 'published' }
);
