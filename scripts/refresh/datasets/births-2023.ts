import { makeTable, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { AMOUNT, COUNT, TEXT } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, sortRows } from '../tables.ts';

/** A code, or several that share a row: "E06000052, E06000053". */
const CODES = /^E\d{8}(, E\d{8})*$/;
const COUNTS = ['births', 'maternities', 'home_births'] as const;
type CountName = (typeof COUNTS)[number];

/** What a row of the publisher's is, by the first three characters of its code. */
const kindOf = (code: string): 'england' | 'region' | 'county' | 'district' => {
	const start = code.slice(0, 3);
	if (start === 'E92') return 'england';
	if (start === 'E12') return 'region';
	// Counties, metropolitan counties, and the two halves of London.
	if (['E10', 'E11', 'E13'].includes(start)) return 'county';
	return 'district';
};

/**
 * Live births, maternities and births at home of the residents of England and of each district in
 * 2023, and the general fertility rate as published. Where the publisher gives several districts one row, each
 * has its rate and none its counts: those stand in `shared_births`, and whose they are in
 * `shared_as`. The districts must add up to their counties, regions and England.
 */
export const births2023: DatasetReader = {
	id: 'births-2023',
	after: ['areas-lsoa21'],
	read(context) {
		const table = context.csv({
			codes: { type: 'code', pattern: CODES, unique: true },
			name: TEXT,
			births: COUNT,
			rate: AMOUNT,
			maternities: COUNT,
			home_births: COUNT
		});
		const codes = strings(table, 'codes');
		const counts: Record<CountName, readonly number[]> = {
			births: numbers(table, 'births'),
			maternities: numbers(table, 'maternities'),
			home_births: numbers(table, 'home_births')
		};
		for (const name of COUNTS) checkNested(context, codes, counts[name], name);

		const names = strings(table, 'name');
		const rates = numbers(table, 'rate');
		const rows = codes.flatMap((together, row) => {
			if (!['england', 'district'].includes(kindOf(together))) return [];
			const each = together.split(', ');
			const shared = each.length > 1;
			const own = (name: CountName) => (shared ? null : (counts[name][row] ?? null));
			return each.map((code) => ({
				code,
				births: own('births'),
				rate: rates[row] ?? null,
				maternities: own('maternities'),
				home_births: own('home_births'),
				shared_births: shared ? (counts.births[row] ?? null) : null,
				shared_as: shared ? (names[row] ?? null) : null
			}));
		});
		const cells = <Name extends keyof (typeof rows)[number]>(name: Name) =>
			rows.map((row) => row[name]);
		const made = makeTable({
			area: column('code', cells('code')),
			births: column('integer', cells('births')),
			rate: column('number', cells('rate')),
			maternities: column('integer', cells('maternities')),
			home_births: column('integer', cells('home_births')),
			shared_births: column('integer', cells('shared_births')),
			shared_as: column('text', cells('shared_as'))
		});
		checkDistricts(context, made);
		return sortRows(made, 'area');
	}
};

/** Every district of April 2024 stands here once, and nothing else besides England. */
function checkDistricts(context: ReadContext, table: Table): void {
	const { path } = context.source();
	const known = new Set(strings(context.table('areas-lsoa21'), 'lad24'));
	const seen = new Set<string>();
	for (const code of strings(table, 'area')) {
		if (seen.has(code)) throw new SourceError(path, `${code} stands twice`, { column: 'codes' });
		seen.add(code);
		if (kindOf(code) === 'district' && !known.has(code)) {
			throw new SourceError(path, `${code} is not a district of April 2024`, { column: 'codes' });
		}
	}
	for (const code of known) {
		if (!seen.has(code)) throw new SourceError(path, `${code} is missing`, { column: 'codes' });
	}
}

/**
 * The publisher lists England, and under it each region with its unitary districts and then its
 * counties, each with its districts. Every total must be the sum of the districts under it.
 */
function checkNested(
	context: ReadContext,
	codes: readonly string[],
	values: readonly number[],
	name: CountName
): void {
	const open = new Map<string, { code: string; total: number; sum: number }>();
	const close = (level: 'england' | 'region' | 'county') => {
		const found = open.get(level);
		open.delete(level);
		if (!found || found.sum === found.total) return;
		throw new SourceError(
			context.source().path,
			`the districts of ${found.code} add up to ${found.sum}, not ${found.total}`,
			{ column: name }
		);
	};
	codes.forEach((code, row) => {
		const kind = kindOf(code);
		const value = values[row] ?? NaN;
		if (kind === 'district') {
			for (const [level, total] of open) {
				// A unitary district stands before the counties of its region, and is in none.
				if (level !== 'county' || !code.startsWith('E06')) total.sum += value;
			}
			return;
		}
		close('county');
		if (kind === 'region') close('region');
		open.set(kind, { code, total: value, sum: 0 });
	});
	close('county');
	close('region');
	if (!open.has('england')) {
		throw new SourceError(context.source().path, 'has no row of England', { column: name });
	}
	close('england');
}
