import { pick, sortRows } from '../tables.ts';
import { checkCodes } from '../checks.ts';
import { LSOA } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';

/**
 * How each 2011 LSOA became 2021 LSOAs. `change`: U unchanged, S split, M merged,
 * X irregular.
 */
export const lsoa11Lsoa21: DatasetReader = {
	id: 'lsoa11-lsoa21',
	after: ['areas-lsoa11'],
	read(context) {
		const table = context.csv({
			lsoa11: LSOA,
			change: { type: 'code', pattern: /^[USMX]$/ },
			lsoa21: LSOA
		});
		checkCodes(context, table, 'lsoa11', { dataset: 'areas-lsoa11', all: true });
		return sortRows(pick(table, ['lsoa11', 'change', 'lsoa21']), 'lsoa11', 'lsoa21');
	}
};
