/** The methods of checking, by the name a list of checks uses. One line each. */
import { births, birthsShare, fewestBirths } from './births.ts';
import { carModel } from './car-model.ts';
import { birthsOfDistricts } from './births-of-districts.ts';
import { charitiesTotal } from './charities.ts';
import { crosswalkTotal } from './crosswalk.ts';
import {
	communitiesInDeciles,
	femalesInDeciles,
	lsoasInDeciles,
	newbornsInDeciles,
	residentsInDeciles
} from './deciles.ts';
import { districtLeads } from './district-leads.ts';
import { lifeExpectancyEstimate, lifeExpectancyEstimateGate } from './life-expectancy-estimate.ts';
import { lifeExpectancyGap, lifeExpectancyLevel } from './life-expectancy-gap.ts';
import { lifeExpectancyGate } from './life-expectancy-gate.ts';
import { NO_FIGURE, type Method } from './method.ts';
import { officialSummary } from './official-summary.ts';
import { ownEthnicRest, ownRate, ownSum } from './own-figures.ts';
import { places, residents } from './population.ts';
import { networks, patientsPerPractice, practices } from './practices.ts';
import type { CheckMethod } from './spec.ts';
import { walkModel } from './walk-model.ts';

export const METHODS: { readonly [M in CheckMethod]: Method<M> } = {
	'not-in-open-data': (_, { why }) => ({
		outcome: 'cannot be checked',
		figure: NO_FIGURE,
		basis: '',
		why
	}),
	'lsoas-in-deciles': lsoasInDeciles,
	'communities-in-deciles': communitiesInDeciles,
	'residents-in-deciles': residentsInDeciles,
	'females-in-deciles': femalesInDeciles,
	'newborns-in-deciles': newbornsInDeciles,
	residents,
	places,
	practices,
	networks,
	'patients-per-practice': patientsPerPractice,
	births,
	'births-share': birthsShare,
	'fewest-births': fewestBirths,
	'births-of-districts': birthsOfDistricts,
	'charities-total': charitiesTotal,
	'district-leads': districtLeads,
	'life-expectancy-level': lifeExpectancyLevel,
	'life-expectancy-gap': lifeExpectancyGap,
	'life-expectancy-gate': lifeExpectancyGate,
	'life-expectancy-estimate-gate': lifeExpectancyEstimateGate,
	'life-expectancy-estimate': lifeExpectancyEstimate,
	'own-ethnic-rest': ownEthnicRest,
	'own-sum': ownSum,
	'own-rate': ownRate,
	'official-summary': officialSummary,
	'crosswalk-total': crosswalkTotal,
	'car-model': carModel,
	'walk-model': walkModel
};

/** Catalogue ids of all tables that the methods look into. */
export const CHECKED_DATASETS = [
	'areas-lsoa11',
	'areas-lsoa21',
	'births-2023',
	'births-lad20',
	'car-minutes-lsoa11',
	'deprivation-2019',
	'deprivation-2025',
	'deprivation-2025-district-summaries',
	'deprivation-2025-icb-summaries',
	'females-15-44-lsoa11',
	'health-index-lad21',
	'library-walks',
	'life-expectancy-2023',
	'life-expectancy-msoa11',
	'lsoa11-lsoa21',
	'pcn-practices-2022-23',
	'pcns',
	'published-charities-by-district',
	'published-documents',
	'published-ethnic-group-by-district',
	'published-statements',
	'residents-2019-lsoa11',
	'residents-2020-lsoa11',
	'residents-2021-age',
	'residents-2021-crosswalk'
] as const;

/** Tables that the methods look into where they were imported (docs/import-assets.md). */
export const IMPORTED_DATASETS = ['charities-by-district'] as const;
