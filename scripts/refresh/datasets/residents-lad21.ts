import { COUNT, DISTRICT, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Females aged 15 to 44, residents aged 0 and all residents, mid-2020, 2021 districts. */
export const residentsLad21 = tableReader('residents-lad21', {
	lad21: unique(DISTRICT),
	name: TEXT,
	females_15_44: COUNT,
	aged_0: COUNT,
	total: COUNT
});
