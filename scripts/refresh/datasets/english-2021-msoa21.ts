import { makeTable, numbers } from '../../../src/lib/facts/table.ts';
import { checkCodes, checkParts } from '../checks.ts';
import { COUNT, each, LSOA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { sumTo } from '../sum-to.ts';
import { column } from '../tables.ts';

const OTHER = ['very_well', 'well', 'not_well', 'not_at_all'] as const;

/**
 * Residents from the age of 3, and those of them who cannot speak English well or at all, by
 * community: of a neighbourhood it would be a few people, so nothing smaller is kept.
 */
export const english2021Msoa21: DatasetReader = {
	id: 'english-2021-msoa21',
	after: ['areas-lsoa21'],
	read(context) {
		const read = context.csv({
			lsoa21: unique(LSOA),
			...each(['residents_3_over', 'english', 'other_language', ...OTHER], COUNT)
		});
		checkCodes(context, read, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		checkParts(context, read, 'residents_3_over', ['english', 'other_language']);
		checkParts(context, read, 'other_language', OTHER);
		const sums = sumTo(read, context.table('areas-lsoa21'), 'msoa21', [
			'residents_3_over',
			'not_well',
			'not_at_all'
		]);
		const never = numbers(sums, 'not_at_all');
		const { msoa21, residents_3_over } = sums.columns;
		if (!msoa21 || !residents_3_over) throw new Error('columns are missing');
		return makeTable({
			msoa21,
			residents_3_over,
			not_well: column(
				'integer',
				numbers(sums, 'not_well').map((count, row) => count + (never[row] ?? NaN))
			)
		});
	}
};
