/** Official summaries of the Index of Multiple Deprivation by larger areas. */
import { AMOUNT, RANK, SHARE, TEXT, unique } from './columns.ts';
import type { DatasetReader } from './dataset.ts';
import type { ColumnSpec } from './source-file.ts';
import { tableReader } from './tables.ts';

/**
 * Reader of a summaries file. Average ranks run the other way from LSOA ranks: a high one
 * is more deprived. Ranks of the summaries: 1 is the most deprived area.
 */
export function summariesReader(id: string, key: string, code: ColumnSpec): DatasetReader {
	return tableReader(
		id,
		{
			[key]: unique(code),
			name: TEXT,
			imd_average_rank: AMOUNT,
			imd_rank_of_average_rank: RANK,
			imd_average_score: AMOUNT,
			imd_rank_of_average_score: RANK,
			imd_share_decile_1: SHARE,
			imd_rank_of_share_decile_1: RANK,
			imd_extent: SHARE,
			imd_rank_of_extent: RANK
		},
		{ complete: 'areas-lsoa21' }
	);
}
