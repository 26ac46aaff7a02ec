/** The readers of all datasets, one file each. */
import type { DatasetReader } from '../dataset.ts';
import { areasLsoa11 } from './areas-lsoa11.ts';
import { areasLsoa21 } from './areas-lsoa21.ts';
import { boundariesBasemap } from './boundaries-basemap.ts';
import { boundariesLsoa11 } from './boundaries-lsoa11.ts';
import { boundariesLsoa21 } from './boundaries-lsoa21.ts';
import { boundariesPcnCatchments2020 } from './boundaries-pcn-catchments-2020.ts';
import { boundariesWards22 } from './boundaries-wards22.ts';
import { communityVenues } from './community-venues.ts';
import { deprivation2019TransformedScores } from './deprivation-2019-transformed-scores.ts';
import { deprivation2019 } from './deprivation-2019.ts';
import { deprivation2025 } from './deprivation-2025.ts';
import { foodBanks } from './food-banks.ts';
import { lsoa11Lsoa21 } from './lsoa11-lsoa21.ts';
import { residents2019Lsoa11 } from './residents-2019-lsoa11.ts';
import { residents2020Lsoa11 } from './residents-2020-lsoa11.ts';
import { residents2021Age } from './residents-2021-age.ts';
import { residents2021EthnicGroup } from './residents-2021-ethnic-group.ts';
import { towns } from './towns.ts';

export const readers: readonly DatasetReader[] = [
	areasLsoa11,
	lsoa11Lsoa21,
	areasLsoa21,
	deprivation2025,
	deprivation2019TransformedScores,
	deprivation2019,
	residents2021Age,
	residents2021EthnicGroup,
	residents2020Lsoa11,
	residents2019Lsoa11,
	boundariesLsoa21,
	boundariesLsoa11,
	boundariesBasemap,
	boundariesWards22,
	boundariesPcnCatchments2020,
	towns,
	communityVenues,
	foodBanks
];
