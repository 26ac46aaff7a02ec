import { ICB } from '../columns.ts';
import { summariesReader } from '../deprivation-summaries.ts';

/** IoD 2025 by ICB of April 2024 (File 13). */
export const deprivation2025IcbSummaries = summariesReader(
	'deprivation-2025-icb-summaries',
	'icb24',
	ICB
);
