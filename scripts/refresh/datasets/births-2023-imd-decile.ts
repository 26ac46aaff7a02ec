import {
	indexBy,
	makeTable,
	numbers,
	optionalNumbers,
	strings
} from '../../../src/lib/facts/table.ts';
import { AMOUNT, COUNT, TEXT } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, sortRows } from '../tables.ts';

const ALL = 'All deciles';

/**
 * Live births and stillbirths of England in 2023 by decile of deprivation (IoD 2019) of the
 * mother's neighbourhood, 1 the most deprived. They must add up to the row of all deciles, and
 * the live births to those by district.
 */
export const births2023ImdDecile: DatasetReader = {
	id: 'births-2023-imd-decile',
	after: ['births-2023'],
	read(context) {
		const { path } = context.source();
		const table = context.csv({
			country: { type: 'text', pattern: /^England$/ },
			decile: { ...TEXT, pattern: /^(All deciles|[1-9]|10)$/, unique: true },
			births: COUNT,
			stillbirths: COUNT,
			stillbirth_rate: AMOUNT
		});
		const deciles = strings(table, 'decile');
		const rows = [...deciles.keys()].filter((row) => deciles[row] !== ALL);
		if (rows.length !== 10) throw new SourceError(path, `has ${rows.length} deciles, not 10`);
		const total = deciles.indexOf(ALL);
		for (const name of ['births', 'stillbirths']) {
			const values = numbers(table, name);
			const sum = rows.reduce((before, row) => before + (values[row] ?? NaN), 0);
			if (sum !== values[total]) {
				const all = values[total] ?? 'missing';
				throw new SourceError(path, `the deciles add up to ${sum}, the total is ${all}`, {
					column: name
				});
			}
		}
		const england = indexBy(context.table('births-2023'), 'area').get('E92000001') ?? -1;
		const districts = optionalNumbers(context.table('births-2023'), 'births')[england];
		if (districts !== numbers(table, 'births')[total]) {
			throw new SourceError(path, `the births by district add up to ${districts}`, {
				column: 'births'
			});
		}
		const pick = (name: keyof typeof table.columns) =>
			rows.map((row) => table.columns[name].values[row] ?? null);
		return sortRows(
			makeTable({
				decile: column(
					'integer',
					rows.map((row) => Number(deciles[row]))
				),
				births: column('integer', pick('births')),
				stillbirths: column('integer', pick('stillbirths')),
				stillbirth_rate: column('number', pick('stillbirth_rate'))
			}),
			'decile'
		);
	}
};
