import { checkCodes } from '../checks.ts';
import {
	AMOUNT,
	COUNT,
	ICB,
	LATITUDE,
	LONGITUDE,
	LSOA,
	optional,
	OPTIONAL_TEXT,
	POSTCODE,
	TEXT,
	unique
} from '../columns.ts';
import { tableReader } from '../tables.ts';

/**
 * GP practices at their main site: list size, network of 2022/23, deprivation of patients
 * (IMD 2019 score, higher is more deprived).
 */
export const gpPractices = tableReader(
	'gp-practices',
	{
		practice_code: unique({ type: 'code', pattern: /^[A-Z]\d{5}$/ }),
		name: TEXT,
		address: TEXT,
		postcode: POSTCODE,
		longitude: LONGITUDE,
		latitude: LATITUDE,
		point_source: TEXT,
		lsoa21: LSOA,
		icb24: ICB,
		sub_icb_ods: TEXT,
		pcn: optional({ type: 'code', pattern: /^U\d{5}$/ }, 'Unknown or no PCN'),
		pcn_name: optional(TEXT, 'Unknown or no PCN'),
		patients: optional(COUNT),
		patients_2022_23: optional(AMOUNT),
		imd_score: optional(AMOUNT),
		percent_under_5: optional(AMOUNT),
		percent_over_65: optional(AMOUNT),
		rurality: OPTIONAL_TEXT,
		dispensing: optional(TEXT, 'Unknown'),
		contract: optional(TEXT, 'Unknown')
	},
	{
		after: ['areas-lsoa21'],
		check(context, table) {
			checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21' });
			checkCodes(context, table, 'icb24', { dataset: 'areas-lsoa21', all: true });
		}
	}
);
