/** The printed table of registered charities by district of their registered office. */
import { formatCount } from '../report/format.ts';
import type { Facts } from './facts.ts';
import type { Method } from './method.ts';

const CHARITIES = 'published-charities-by-district';

/** Charities and their income by district code. */
export function charitiesByDistrict(facts: Facts): Map<string, { count: number; income: number }> {
	const counts = facts.numbers(CHARITIES, 'registered_charities');
	const incomes = facts.numbers(CHARITIES, 'total_income_gbp');
	return new Map(
		facts
			.texts(CHARITIES, 'lad24')
			.map((code, row) => [code, { count: counts[row] ?? NaN, income: incomes[row] ?? NaN }])
	);
}

/** Do the rows add up? They can; whether the register held so many is another question. */
export const charitiesTotal: Method<'charities-total'> = ({ facts }, { column, claims }) => {
	const rows = facts.numbers(CHARITIES, column);
	const value = rows.reduce((sum, count) => sum + count, 0);
	const pounds = column === 'total_income_gbp' ? '£' : '';
	return {
		value,
		figure: `${pounds}${formatCount(value)}`,
		basis: `sum of the ${formatCount(rows.length)} rows of the document’s own table`,
		ownFigures: claims === 'register'
	};
};

export interface CountedDistrict {
	code: string;
	name: string;
	count: number;
}

export interface ComparedDistrict {
	code: string;
	name: string;
	/** As printed. */
	printed: number;
	/** From the register's extract; null where not all of the district is counted. */
	counted: number | null;
	/** Counted over printed. */
	ratio: number | null;
}

/** The printed counts, each beside the one from the register's extract. */
export function compareWithPrinted(
	printed: readonly CountedDistrict[],
	counted: readonly CountedDistrict[]
): ComparedDistrict[] {
	const found = new Map(counted.map(({ code, count }) => [code, count]));
	return printed.map(({ code, name, count }) => {
		const now = found.get(code) ?? null;
		return {
			code,
			name,
			printed: count,
			counted: now,
			ratio: now === null || count === 0 ? null : now / count
		};
	});
}
