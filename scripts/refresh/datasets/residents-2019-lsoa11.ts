import { singleYearsReader } from '../single-years.ts';

/** Residents by age, mid-2019, 2011 LSOAs. */
export const residents2019Lsoa11 = singleYearsReader('residents-2019-lsoa11');
