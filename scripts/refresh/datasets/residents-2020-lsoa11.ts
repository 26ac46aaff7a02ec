import { singleYearsReader } from '../single-years.ts';

/** Residents by age, mid-2020, 2011 LSOAs. */
export const residents2020Lsoa11 = singleYearsReader('residents-2020-lsoa11');
