import { checkDeciles, checkRanksOnce } from '../checks.ts';
import { AMOUNT, DECILE, LSOA, NUMBER, RANK, SHARE, unique } from '../columns.ts';
import type { ColumnSpec } from '../source-file.ts';
import { tableReader } from '../tables.ts';

const DOMAINS = [
	'income',
	'employment',
	'education',
	'health',
	'crime',
	'barriers',
	'environment'
] as const;
const RATES: readonly string[] = ['income', 'employment'];

const specs: Record<string, ColumnSpec> = {
	lsoa21: unique(LSOA),
	imd_score: AMOUNT,
	imd_rank: RANK,
	imd_decile: DECILE
};
for (const domain of DOMAINS) {
	specs[`${domain}_score`] = RATES.includes(domain) ? SHARE : NUMBER;
}
for (const measure of [...DOMAINS, 'idaci', 'idaopi']) {
	specs[`${measure}_rank`] = RANK;
	specs[`${measure}_decile`] = DECILE;
}

/** English Indices of Deprivation 2025, LSOA 2021. Decile 1 is the most deprived tenth. */
export const deprivation2025 = tableReader('deprivation-2025', specs, {
	complete: 'areas-lsoa21',
	check(context, table) {
		checkRanksOnce(context, table, 'imd_rank');
		for (const measure of ['imd', ...DOMAINS, 'idaci', 'idaopi']) {
			checkDeciles(context, table, measure);
		}
	}
});
