import { indexBy, numbers, strings } from '../../../src/lib/facts/table.ts';
import { checkDeciles } from '../checks.ts';
import { AMOUNT, COUNT, DECILE, LSOA, RANK, unique } from '../columns.ts';
import type { ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import type { ColumnSpec } from '../source-file.ts';
import type { Table } from '../../../src/lib/facts/table.ts';
import { tableReader } from '../tables.ts';

/** Weight of each domain in the Index of Multiple Deprivation (technical report, 2019). */
const WEIGHTS = {
	income: 0.225,
	employment: 0.225,
	education: 0.135,
	health: 0.135,
	crime: 0.093,
	barriers: 0.093,
	environment: 0.093
};
const MEASURES = ['imd', ...Object.keys(WEIGHTS), 'idaci', 'idaopi'];

const specs: Record<string, ColumnSpec> = { lsoa11: unique(LSOA), imd_score_recomputed: AMOUNT };
for (const measure of MEASURES) {
	specs[`${measure}_rank`] = RANK;
	specs[`${measure}_decile`] = DECILE;
}
specs['residents_mid2015'] = COUNT;

/**
 * English Indices of Deprivation 2019, LSOA 2011. The score is recomputed from the
 * transformed domain scores; official are ranks and deciles.
 */
export const deprivation2019 = tableReader('deprivation-2019', specs, {
	complete: 'areas-lsoa11',
	after: ['deprivation-2019-transformed-scores'],
	check(context, table) {
		for (const measure of MEASURES) checkDeciles(context, table, measure);
		checkScore(context, table);
	}
});

function checkScore(context: ReadContext, table: Table): void {
	const transformed = context.table('deprivation-2019-transformed-scores');
	const index = indexBy(transformed, 'lsoa11');
	const domains = Object.entries(WEIGHTS).map(([domain, weight]) => ({
		weight,
		scores: numbers(transformed, `${domain}_transformed`)
	}));
	const lsoas = strings(table, 'lsoa11');
	numbers(table, 'imd_score_recomputed').forEach((score, row) => {
		const at = index.get(lsoas[row] ?? '') ?? -1;
		const expected = domains.reduce(
			(sum, { weight, scores }) => sum + weight * (scores[at] ?? NaN),
			0
		);
		// The score is given to three decimals.
		if (!(Math.abs(score - expected) <= 0.000_501)) {
			throw new SourceError(
				context.source().path,
				`${lsoas[row]}: ${score}, but the transformed domain scores give ${expected.toFixed(4)}`,
				{ column: 'imd_score_recomputed' }
			);
		}
	});
}
