/** Checks that several readers share. All throw a SourceError naming the file. */
import { indexBy, numbers, strings, type Table } from '../../src/lib/facts/table.ts';
import { makeRecoder } from '../../src/lib/server/recode.ts';
import type { ReadContext } from './dataset.ts';
import { SourceError } from './source-error.ts';

/**
 * Every code of `column` stands in `keyColumn` of another dataset's table; with
 * `all`, each of that table's codes must also stand here.
 */
export function checkCodes(
	context: ReadContext,
	table: Table,
	column: string,
	of: { dataset: string; column?: string; all?: boolean },
	copy = 0
): void {
	const file = context.source(copy).path;
	const known = new Set(strings(context.table(of.dataset), of.column ?? column));
	const found = new Set(table.columns[column]?.values);
	for (const code of found) {
		if (code !== null && !known.has(String(code))) {
			throw new SourceError(file, `${String(code)} is not a code of ${of.dataset}`, { column });
		}
	}
	if (!of.all) return;
	for (const code of known) {
		if (!found.has(code)) throw new SourceError(file, `${code} is missing`, { column });
	}
}

/**
 * The same table with the codes of `column` as another dataset has them, where an area only got
 * another code. Throws a SourceError on a code that is neither known there nor recoded.
 */
export function recoded(
	context: ReadContext,
	table: Table,
	column: string,
	of: { dataset: string; column?: string }
): Table {
	const known = new Set(strings(context.table(of.dataset), of.column ?? column));
	const recode = makeRecoder(context.table('recodes'), known, of.dataset);
	const values = strings(table, column).map((code) => {
		try {
			return recode(code);
		} catch (cause) {
			throw new SourceError(context.source().path, (cause as Error).message, { column });
		}
	});
	const found = table.columns[column];
	return {
		...table,
		columns: { ...table.columns, [column]: { type: found?.type ?? 'code', values } }
	};
}

/** Deciles follow from ranks as the publisher defines them: ceil(10 · rank / count). */
export function checkDeciles(context: ReadContext, table: Table, measure: string): void {
	const ranks = numbers(table, `${measure}_rank`);
	const deciles = numbers(table, `${measure}_decile`);
	const keys = strings(table, Object.keys(table.columns)[0] ?? '');
	ranks.forEach((rank, row) => {
		const decile = Math.ceil((10 * rank) / table.rows);
		if (deciles[row] !== decile) {
			throw new SourceError(
				context.source().path,
				`${keys[row]}: rank ${rank} of ${table.rows} is decile ${decile}, not ${deciles[row]}`,
				{ column: `${measure}_decile` }
			);
		}
	});
}

/** Ranks 1 to n, each once. */
export function checkRanksOnce(context: ReadContext, table: Table, column: string): void {
	const seen = new Set<number>();
	for (const rank of numbers(table, column)) {
		if (seen.has(rank)) {
			throw new SourceError(context.source().path, `rank ${rank} stands twice`, { column });
		}
		seen.add(rank);
	}
}

/** In every row the parts add up to the total. */
export function checkParts(
	context: ReadContext,
	table: Table,
	total: string,
	parts: readonly string[],
	copy = 0
): void {
	const columns = parts.map((part) => numbers(table, part));
	const keys = strings(table, Object.keys(table.columns)[0] ?? '');
	numbers(table, total).forEach((expected, row) => {
		const sum = columns.reduce((before, values) => before + (values[row] ?? 0), 0);
		if (sum !== expected) {
			throw new SourceError(
				context.source(copy).path,
				`${keys[row]}: the parts add up to ${sum}, the total is ${expected}`,
				{ column: total }
			);
		}
	});
}

/** Columns of a second file equal those of the first, row by key. */
export function checkEqual(
	context: ReadContext,
	table: Table,
	other: Table,
	key: string,
	names: readonly string[],
	copy: number
): void {
	const { path } = context.source(copy);
	const index = indexBy(other, key);
	strings(table, key).forEach((code, row) => {
		const at = index.get(code);
		for (const column of names) {
			const here = table.columns[column]?.values[row];
			const there = at === undefined ? undefined : other.columns[column]?.values[at];
			if (here === there) continue;
			const where = context.source().path;
			throw new SourceError(path, `${code} is ${there}, but ${here} in ${where}`, { column });
		}
	});
}
