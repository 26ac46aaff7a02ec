import { indexBy, strings } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { COUNT, ICB, NHS_REGION, ODS, TEXT, unique } from '../columns.ts';
import { SourceError } from '../source-error.ts';
import { tableReader } from '../tables.ts';

/** The 36 boards of April 2026: names, codes, and how many LSOAs came from which former board. */
export const boards = tableReader(
	'boards',
	{
		icb26: unique(ICB),
		icb26_ods: unique(ODS),
		name: TEXT,
		nhser24: NHS_REGION,
		nhser24_name: TEXT,
		lsoas: COUNT,
		residents_2021: COUNT,
		residents_2022: COUNT,
		former: TEXT
	},
	{
		after: ['boards-lsoa21'],
		check(context, table) {
			checkCodes(context, table, 'icb26', { dataset: 'boards-lsoa21', all: true });
			const { path } = context.source();
			const row = indexBy(table, 'icb26');
			const counted = new Map<string, number>();
			for (const board of strings(context.table('boards-lsoa21'), 'icb26')) {
				counted.set(board, (counted.get(board) ?? 0) + 1);
			}
			for (const [board, count] of counted) {
				const stated = table.columns['lsoas']?.values[row.get(board) ?? -1];
				if (stated !== count) {
					throw new SourceError(path, `${board} has ${count} LSOAs, not ${String(stated)}`, {
						column: 'lsoas'
					});
				}
			}
		}
	}
);
