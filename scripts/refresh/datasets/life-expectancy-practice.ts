import { makeTable, strings, type Cell, type Table } from '../../../src/lib/facts/table.ts';
import { AMOUNT, optional } from '../columns.ts';
import type { ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, tableReader } from '../tables.ts';

/** The last period of the source, which its label names but does not explain. */
const LABEL = '2020';
const SEXES = ['life_expectancy_male', 'life_expectancy_female'] as const;
const YEARS_OF_LIFE = optional({ ...AMOUNT, max: 120 }, 'NA');

/**
 * Life expectancy of the MSOAs where a practice's patients live, years. The source labels
 * its pooled periods by one year each without saying what they span.
 */
export const lifeExpectancyPractice = tableReader(
	'life-expectancy-practice',
	{
		practice_code: { type: 'code', pattern: /^([A-Z]\d{5}|E\d{8})$/ },
		period_label: { type: 'code', pattern: /^\d{4}$/ },
		life_expectancy_male: YEARS_OF_LIFE,
		life_expectancy_female: YEARS_OF_LIFE
	},
	{
		// The file also holds larger areas, under their nine-figure codes.
		keep: ({ practice_code, period_label }) =>
			period_label === LABEL && String(practice_code).length === 6,
		derive: onePerPractice
	}
);

/** Some practices stand in two rows, each with one sex. */
function onePerPractice(table: Table, context: ReadContext): Table {
	const found = new Map<string, Cell[]>();
	strings(table, 'practice_code').forEach((code, row) => {
		const before = found.get(code) ?? SEXES.map(() => null);
		const merged = SEXES.map((sex, index) => {
			const value = table.columns[sex]?.values[row] ?? null;
			const known = before[index] ?? null;
			if (value === null || known === null) return value ?? known;
			throw new SourceError(context.source().path, `${code} stands twice`, { column: sex });
		});
		found.set(code, merged);
	});
	return makeTable({
		practice_code: column('code', [...found.keys()]),
		period_label: column(
			'code',
			[...found.keys()].map(() => LABEL)
		),
		...Object.fromEntries(
			SEXES.map((sex, index) => [
				sex,
				column(
					'number',
					[...found.values()].map((values) => values[index] ?? null)
				)
			])
		)
	});
}
