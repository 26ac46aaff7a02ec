/** The printed table of registered charities by district of their registered office. */
import { formatCount } from '../text/format.ts';
import { compare } from './compare.ts';
import type { Facts } from '../facts/facts.ts';
import { numbers, strings } from '../facts/table.ts';
import type { Method } from './method.ts';

const CHARITIES = 'published-charities-by-district';

/** Charities and their income by district code. */
export function charitiesByDistrict(facts: Facts): Map<string, { count: number; income: number }> {
	const table = facts.table(CHARITIES);
	const counts = numbers(table, 'registered_charities');
	const incomes = numbers(table, 'total_income_gbp');
	return new Map(
		strings(table, 'lad24').map((code, row) => [
			code,
			{ count: counts[row] ?? NaN, income: incomes[row] ?? NaN }
		])
	);
}

/** From the register's own extract, where that was imported; else there is no such table. */
const COUNTED = 'charities-by-district';

/**
 * Do the rows add up? They can; whether the register held so many is another question, which
 * the register's extract answers for its own day, where it was imported.
 */
export const charitiesTotal: Method<'charities-total'> = (
	{ facts, expected },
	{ column, claims }
) => {
	const rows = numbers(facts.table(CHARITIES), column);
	const value = rows.reduce((sum, count) => sum + count, 0);
	const pounds = column === 'total_income_gbp' ? '£' : '';
	const said = (amount: number) => `${pounds}${formatCount(amount)}`;
	if (claims === 'register' && facts.has(COUNTED)) {
		const counted = fromExtract(facts, column);
		if (counted !== null) {
			return {
				value: counted,
				figure: said(counted),
				basis: `counted from the register’s extract, by registered office, in the same ${formatCount(rows.length)} districts`,
				why: 'The extract is newer than the document. Charities have been registered and removed since.',
				outcome: compare({ expected: expected ?? NaN, ours: counted, otherBase: true })
			};
		}
	}
	return {
		value,
		figure: said(value),
		basis: `sum of the ${formatCount(rows.length)} rows of the document’s own table`,
		ownFigures: claims === 'register'
	};
};

/** The sum over the printed districts; null where one of them is not counted as a whole. */
function fromExtract(facts: Facts, column: string): number | null {
	const counts = numbers(facts.table(COUNTED), column);
	const byCode = new Map(
		strings(facts.table(COUNTED), 'lad24').map((code, row) => [code, counts[row] ?? NaN])
	);
	let sum = 0;
	for (const code of strings(facts.table(CHARITIES), 'lad24')) {
		const count = byCode.get(code);
		if (count === undefined) return null;
		sum += count;
	}
	return sum;
}

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
