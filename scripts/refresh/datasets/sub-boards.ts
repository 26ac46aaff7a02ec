import { checkCodes } from '../checks.ts';
import { COUNT, ICB, ODS, SUB_ICB, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** What became of each sub-ICB location of April 2024; one that was divided stands several times. */
export const subBoards = tableReader(
	'sub-boards',
	{
		sicbl24: SUB_ICB,
		sicbl26: SUB_ICB,
		sicbl24_name: TEXT,
		sicbl24_ods: ODS,
		icb24_ods: ODS,
		sicbl26_name: TEXT,
		sicbl26_ods: ODS,
		icb26: ICB,
		lsoas: COUNT,
		residents_2021: COUNT
	},
	{
		after: ['areas-lsoa21', 'boards-lsoa21'],
		check(context, table) {
			checkCodes(context, table, 'sicbl24', { dataset: 'areas-lsoa21', all: true });
			checkCodes(context, table, 'sicbl26', { dataset: 'boards-lsoa21', all: true });
			checkCodes(context, table, 'icb26', { dataset: 'boards-lsoa21', all: true });
		}
	}
);
