import { indexBy, optionalStrings, strings } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { DISTRICT, FLAG, ICB, LSOA, NHS_REGION, SUB_ICB, TEXT, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { pick, sortRows } from '../tables.ts';

const KEPT = ['lsoa21', 'sicbl26', 'icb26', 'nhser24', 'lad26', 'lad26_name'] as const;

/** The board, sub-board and district of April 2026 that each 2021 LSOA belongs to. */
export const boardsLsoa21: DatasetReader = {
	id: 'boards-lsoa21',
	after: ['areas-lsoa21'],
	read(context) {
		const table = context.csv({
			lsoa21: unique(LSOA),
			sicbl26: SUB_ICB,
			icb26: ICB,
			nhser24: NHS_REGION,
			lad26: DISTRICT,
			lad26_name: TEXT,
			icb24: ICB,
			changed: FLAG
		});
		checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		const { path } = context.source();
		const areas = context.table('areas-lsoa21');
		const row = indexBy(areas, 'lsoa21');
		const before = optionalStrings(areas, 'icb24');
		const [icb24, icb26] = [strings(table, 'icb24'), strings(table, 'icb26')];
		strings(table, 'lsoa21').forEach((lsoa, i) => {
			const known = before[row.get(lsoa) ?? -1];
			if (icb24[i] !== known) {
				throw new SourceError(path, `${lsoa} was in ${icb24[i]}, but ${known} in areas-lsoa21`, {
					column: 'icb24'
				});
			}
			if ((icb24[i] !== icb26[i]) !== table.columns.changed.values[i]) {
				throw new SourceError(path, `${lsoa} says wrongly whether its board changed`, {
					column: 'changed'
				});
			}
		});
		return sortRows(pick(table, KEPT), 'lsoa21');
	}
};
