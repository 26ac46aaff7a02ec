import { checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const GROUPS = ['asian', 'black', 'mixed', 'other', 'white'] as const;

/** Usual residents by five high-level ethnic groups, Census 2021. */
export const residents2021EthnicGroup = tableReader(
	'residents-2021-ethnic-group',
	{ lsoa21: unique(LSOA), total: COUNT, ...each(GROUPS, COUNT) },
	{
		complete: 'areas-lsoa21',
		check: (context, table) => checkParts(context, table, 'total', GROUPS)
	}
);
