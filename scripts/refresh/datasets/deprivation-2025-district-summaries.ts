import { DISTRICT } from '../columns.ts';
import { summariesReader } from '../deprivation-summaries.ts';

/** IoD 2025 by lower-tier district of April 2024 (File 10). */
export const deprivation2025DistrictSummaries = summariesReader(
	'deprivation-2025-district-summaries',
	'lad24',
	DISTRICT
);
