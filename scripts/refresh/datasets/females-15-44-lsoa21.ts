import { indexBy, makeTable, numbers, numbersBy, strings } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import { AMOUNT, COUNT, LSOA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, sortRows } from '../tables.ts';

const BANDS = [15, 20, 25, 30, 35, 40].map((from) => `aged_${from}_${from + 4}`);

/**
 * Females aged 15 to 44 by 2021 LSOA, Census 2021: always an estimate. The persons of that age that
 * it was made from must be those of the table of ages, and no LSOA may have more females of that
 * age than females, or than persons of that age.
 */
export const females1544Lsoa21: DatasetReader = {
	id: 'females-15-44-lsoa21',
	after: ['areas-lsoa21', 'residents-2021-bands'],
	read(context) {
		const { path } = context.source();
		const table = context.csv({ lsoa21: unique(LSOA), persons: COUNT, females: AMOUNT });
		const sexes = context.csv({ lsoa21: unique(LSOA), all_females: COUNT }, { copy: 1 });
		checkCodes(context, table, 'lsoa21', { dataset: 'areas-lsoa21', all: true });
		const allFemales = numbersBy(sexes, 'lsoa21', 'all_females');
		const ages = context.table('residents-2021-bands');
		const rows = indexBy(ages, 'lsoa21');
		const bands = BANDS.map((band) => numbers(ages, band));
		const persons = numbers(table, 'persons');
		const females = numbers(table, 'females');
		strings(table, 'lsoa21').forEach((lsoa, row) => {
			const at = rows.get(lsoa) ?? -1;
			const known = bands.reduce((sum, band) => sum + (band[at] ?? NaN), 0);
			const [of, here = NaN] = [persons[row], females[row]];
			if (of !== known) {
				throw new SourceError(path, `${lsoa} has ${of} persons aged 15 to 44, elsewhere ${known}`, {
					column: 'persons'
				});
			}
			if (!(here <= known && here <= (allFemales.get(lsoa) ?? NaN) + 0.05)) {
				throw new SourceError(path, `${lsoa} has more females aged 15 to 44 than it can: ${here}`, {
					column: 'females'
				});
			}
		});
		return sortRows(
			makeTable({
				lsoa21: column('code', strings(table, 'lsoa21')),
				females_15_44: column('number', females)
			}),
			'lsoa21'
		);
	}
};
