import { makeTable, optionalNumbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { checkCodes, recoded } from '../checks.ts';
import { COUNT, optional, TEXT } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, sortRows } from '../tables.ts';

/** The first day of the quarters, by the publisher's name of them. */
const QUARTERS: Readonly<Record<string, string>> = {
	'January to March 2025': '2025-01',
	'April to June 2025': '2025-04',
	'July to September 2025': '2025-07',
	'October to December 2025': '2025-10'
};

const ENGLAND = 'E92000001';
const FIGURES = ['owed', 'temporary'] as const;
/** Districts that report make up at least so much of England's figure, which has estimates for the rest. */
const LEAST_REPORTED = 0.85;

/**
 * Households owed help with homelessness in each quarter (a flow), and in temporary accommodation at
 * its end (a stock), by district. What was not reported is missing.
 */
export const homelessness2025Lad24: DatasetReader = {
	id: 'homelessness-2025-lad24',
	after: ['areas-lsoa21', 'recodes'],
	read(context) {
		const missing = optional(COUNT, '..', '-');
		const read = context.csv({ period: TEXT, code: TEXT, owed: missing, temporary: missing });
		const { path } = context.source();
		const quarters = strings(read, 'period').map((period) => {
			const found = QUARTERS[period];
			if (found === undefined) throw new SourceError(path, `“${period}” is not a quarter of 2025`);
			return found;
		});
		const codes = strings(read, 'code');
		for (const figure of FIGURES) checkEngland(path, codes, quarters, read, figure);
		const districts = [...codes.keys()].filter((row) => codes[row] !== ENGLAND);
		const of = <T>(values: readonly T[]) => districts.map((row) => values[row] as T);
		const table = recoded(
			context,
			makeTable({
				lad24: column('code', of(codes)),
				quarter: column('text', of(quarters)),
				owed: column('integer', of(optionalNumbers(read, 'owed'))),
				temporary: column('integer', of(optionalNumbers(read, 'temporary')))
			}),
			'lad24',
			{ dataset: 'areas-lsoa21' }
		);
		checkOnceAQuarter(context, table);
		return sortRows(table, 'lad24', 'quarter');
	}
};

/** England's row of each quarter is no less than its districts, and they are most of it. */
function checkEngland(
	path: string,
	codes: readonly string[],
	quarters: readonly string[],
	read: Table,
	figure: string
): void {
	const values = optionalNumbers(read, figure);
	for (const quarter of Object.values(QUARTERS)) {
		let england: number | null = null;
		let sum = 0;
		codes.forEach((code, row) => {
			if (quarters[row] !== quarter) return;
			if (code === ENGLAND) england = values[row] ?? null;
			else sum += values[row] ?? 0;
		});
		if (england === null || sum > england * 1.001 || sum < england * LEAST_REPORTED) {
			throw new SourceError(
				path,
				`quarter from ${quarter}: districts add up to ${sum}, England is ${england}`,
				{ column: figure }
			);
		}
	}
}

/** Every district has each quarter once. */
function checkOnceAQuarter(context: ReadContext, table: Table): void {
	checkCodes(context, table, 'lad24', { dataset: 'areas-lsoa21', all: true });
	const quarters = strings(table, 'quarter');
	const seen = new Set(strings(table, 'lad24').map((code, row) => `${code} ${quarters[row]}`));
	const expected = new Set(strings(table, 'lad24')).size * Object.keys(QUARTERS).length;
	if (seen.size !== table.rows || table.rows !== expected) {
		throw new SourceError(
			context.source().path,
			`${table.rows} rows of districts, where each district once a quarter are ${expected}`
		);
	}
}
