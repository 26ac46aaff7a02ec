/** The readers of all datasets, one file each. What needs another is read after it, in whatever order they stand. */
import type { DatasetReader } from '../dataset.ts';
import { areasLsoa11 } from './areas-lsoa11.ts';
import { areasLsoa21 } from './areas-lsoa21.ts';
import { births2023ImdDecile } from './births-2023-imd-decile.ts';
import { births2023 } from './births-2023.ts';
import { arrivals2021Lad24 } from './arrivals-2021-lad24.ts';
import { birthsLad20 } from './births-lad20.ts';
import { boardChanges } from './board-changes.ts';
import { boardRegions } from './board-regions.ts';
import { boards } from './boards.ts';
import { boardsLsoa21 } from './boards-lsoa21.ts';
import { boundariesBasemap } from './boundaries-basemap.ts';
import { boundariesLsoa11 } from './boundaries-lsoa11.ts';
import { boundariesLsoa21 } from './boundaries-lsoa21.ts';
import { boundariesPcnCatchments2020 } from './boundaries-pcn-catchments-2020.ts';
import { boundariesWards22 } from './boundaries-wards22.ts';
import { busStopsLsoa21 } from './bus-stops-lsoa21.ts';
import { carMinutesLsoa11 } from './car-minutes-lsoa11.ts';
import { centroidsMsoa21 } from './centroids-msoa21.ts';
import { centroidsOa21 } from './centroids-oa21.ts';
import { communityVenues } from './community-venues.ts';
import { dentists } from './dentists.ts';
import { deprivation2019TransformedScores } from './deprivation-2019-transformed-scores.ts';
import { deprivation2019 } from './deprivation-2019.ts';
import { deprivation2025DistrictSummaries } from './deprivation-2025-district-summaries.ts';
import { deprivation2025IcbSummaries } from './deprivation-2025-icb-summaries.ts';
import { detourFactors } from './detour-factors.ts';
import { english2021Msoa21 } from './english-2021-msoa21.ts';
import { deprivation2025 } from './deprivation-2025.ts';
import { familyHubs } from './family-hubs.ts';
import { females1544Lsoa11 } from './females-15-44-lsoa11.ts';
import { females1544Lsoa21 } from './females-15-44-lsoa21.ts';
import { foodBanks } from './food-banks.ts';
import { generalFertilityEngland } from './general-fertility-england.ts';
import { gpPracticeSites } from './gp-practice-sites.ts';
import { gpPractices } from './gp-practices.ts';
import { gypsyTravellerRoma2021Lad24 } from './gypsy-traveller-roma-2021-lad24.ts';
import { healthIndexLad21 } from './health-index-lad21.ts';
import { homelessness2025Lad24 } from './homelessness-2025-lad24.ts';
import { hospitals } from './hospitals.ts';
import { libraries } from './libraries.ts';
import { libraryWalks } from './library-walks.ts';
import { libraryWalksLsoa21 } from './library-walks-lsoa21.ts';
import { lifeExpectancy2023 } from './life-expectancy-2023.ts';
import { lifeExpectancyMsoa11 } from './life-expectancy-msoa11.ts';
import { lifeExpectancyPractice } from './life-expectancy-practice.ts';
import { linkWorkersIcb } from './link-workers-icb.ts';
import { linkWorkersPcn } from './link-workers-pcn.ts';
import { lsoa11Lsoa21 } from './lsoa11-lsoa21.ts';
import { maternitySitesNamed } from './maternity-sites-named.ts';
import { maternityEvidence, maternitySites } from './maternity-sites.ts';
import { neonatalHospitals } from './neonatal-hospitals.ts';
import { pcnPractices202223 } from './pcn-practices-2022-23.ts';
import { pcns } from './pcns.ts';
import { pharmacies } from './pharmacies.ts';
import { plusGroups2021 } from './plus-groups-2021.ts';
import { postcodes } from './postcodes.ts';
import { publishedBswBirthsByDeprivation } from './published-bsw-births-by-deprivation.ts';
import { publishedBswLanguagesByLocality } from './published-bsw-languages-by-locality.ts';
import { publishedCharitiesByDistrict } from './published-charities-by-district.ts';
import { publishedDocuments } from './published-documents.ts';
import { publishedEthnicGroupByDistrict } from './published-ethnic-group-by-district.ts';
import { publishedFacts2026 } from './published-facts-2026.ts';
import { publishedMaternityUnits } from './published-maternity-units.ts';
import { publishedNamedServices } from './published-named-services.ts';
import { publishedPlanActions } from './published-plan-actions.ts';
import { publishedStatements, publishedStatementsMore } from './published-statements.ts';
import { recodes } from './recodes.ts';
import { residents2019Lsoa11 } from './residents-2019-lsoa11.ts';
import { residents2020Lsoa11 } from './residents-2020-lsoa11.ts';
import { residents2021Age } from './residents-2021-age.ts';
import { residents2021Bands } from './residents-2021-bands.ts';
import { residents2021Crosswalk } from './residents-2021-crosswalk.ts';
import { residents2021EthnicGroup } from './residents-2021-ethnic-group.ts';
import { residentsLad21 } from './residents-lad21.ts';
import { schools } from './schools.ts';
import { subBoards } from './sub-boards.ts';
import { towns } from './towns.ts';
import { underlying2019 } from './underlying-2019.ts';
import { underlying2025 } from './underlying-2025.ts';
import { venueDirectories } from './venue-directories.ts';

export const readers: readonly DatasetReader[] = [
	areasLsoa11,
	areasLsoa21,
	births2023,
	births2023ImdDecile,
	arrivals2021Lad24,
	birthsLad20,
	boardChanges,
	boardRegions,
	boards,
	boardsLsoa21,
	boundariesBasemap,
	boundariesLsoa11,
	boundariesLsoa21,
	boundariesPcnCatchments2020,
	boundariesWards22,
	busStopsLsoa21,
	carMinutesLsoa11,
	centroidsMsoa21,
	centroidsOa21,
	communityVenues,
	dentists,
	deprivation2019TransformedScores,
	deprivation2019,
	deprivation2025DistrictSummaries,
	deprivation2025IcbSummaries,
	deprivation2025,
	detourFactors,
	english2021Msoa21,
	familyHubs,
	females1544Lsoa11,
	females1544Lsoa21,
	foodBanks,
	generalFertilityEngland,
	gpPracticeSites,
	gpPractices,
	gypsyTravellerRoma2021Lad24,
	healthIndexLad21,
	homelessness2025Lad24,
	hospitals,
	libraries,
	libraryWalks,
	libraryWalksLsoa21,
	lifeExpectancy2023,
	lifeExpectancyMsoa11,
	lifeExpectancyPractice,
	linkWorkersIcb,
	linkWorkersPcn,
	lsoa11Lsoa21,
	maternitySitesNamed,
	maternityEvidence,
	maternitySites,
	neonatalHospitals,
	pcnPractices202223,
	pcns,
	pharmacies,
	plusGroups2021,
	postcodes,
	publishedBswBirthsByDeprivation,
	publishedBswLanguagesByLocality,
	publishedCharitiesByDistrict,
	publishedDocuments,
	publishedEthnicGroupByDistrict,
	publishedMaternityUnits,
	publishedNamedServices,
	publishedPlanActions,
	publishedStatementsMore,
	publishedStatements,
	publishedFacts2026,
	recodes,
	residents2019Lsoa11,
	residents2020Lsoa11,
	residents2021Age,
	residents2021Bands,
	residents2021Crosswalk,
	residents2021EthnicGroup,
	residentsLad21,
	schools,
	subBoards,
	towns,
	underlying2019,
	underlying2025,
	venueDirectories
];
