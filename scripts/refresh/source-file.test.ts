import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustNotBeFound } from './assets.ts';
import { SourceError } from './source-error.ts';
import { openSource } from './source-file.ts';

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'source-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SPECS = {
	key: { type: 'text', unique: true },
	count: { type: 'integer', min: 0 },
	amount: { type: 'number', missing: [''] }
} as const;
const NAMES = { key: 'Key of area', count: 'All, ages', amount: 'Score "rate"' };

function read(text: string) {
	writeFileSync(join(root, 'table.csv'), text);
	return openSource(root, 'table.csv').csv({ names: NAMES, specs: SPECS });
}

const rows = fc.uniqueArray(
	fc.record({
		key: fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
		count: fc.nat(),
		amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))
	}),
	{ selector: ({ key }) => key, maxLength: 20 }
);

/** The table as a publisher might write it: columns in some order, some line ends, a mark. */
function write(
	table: { key: string; count: number; amount: number | null }[],
	order: readonly ('key' | 'count' | 'amount')[],
	windows: boolean
): string {
	const header = order.map((name) => NAMES[name]);
	const body = table.map((row) => order.map((name) => row[name] ?? ''));
	return stringify([header, ...body], { bom: windows, record_delimiter: windows ? '\r\n' : '\n' });
}
const orders = fc.shuffledSubarray(['key', 'count', 'amount'] as const, { minLength: 3 });

describe('the CSV reader', () => {
	it('reads back any table, whatever the order of columns and the line ends', () => {
		fc.assert(
			fc.property(rows, orders, fc.boolean(), (table, order, windows) => {
				const found = read(write(table, order, windows));
				expect(found.rows).toBe(table.length);
				expect(found.columns.key.values).toEqual(table.map(({ key }) => key));
				expect(found.columns.count.values).toEqual(table.map(({ count }) => count));
				expect(found.columns.amount.values).toEqual(
					table.map(({ amount }) => (amount === null ? null : Number(String(amount))))
				);
			}),
			{ numRuns: 60 }
		);
	});

	it('never fails otherwise than with a SourceError that names the file', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(fc.constantFrom(',', '"', '\n', '1', 'NaN', 'Key of area', 'All, ages', '<'))
				.map((parts) => parts.join('')),
			rows.map((table) => write(table, ['key', 'count', 'amount'], false).slice(0, -7))
		);
		fc.assert(
			fc.property(text, (content) => {
				try {
					read(content);
				} catch (error) {
					expect(error).toBeInstanceOf(SourceError);
					expect((error as SourceError).message).toMatch(/^table\.csv/);
				}
			}),
			{ numRuns: 150 }
		);
	});

	it('finds the one cell that is wrong', () => {
		const filled = rows.filter((table) => table.length > 0);
		const wrong = fc.constantFrom('NaN', 'Infinity', '-1', '1e', '0x10', '1,000', '..', ' ', '1.5');
		fc.assert(
			fc.property(filled, fc.nat(), wrong, (table, at, bad) => {
				const index = at % table.length;
				const lines = table.map((row, n) => [row.key, n === index ? bad : row.count, row.amount]);
				const text = stringify([Object.values(NAMES), ...lines]);
				try {
					read(text);
					expect.unreachable();
				} catch (error) {
					expect((error as Error).message).toContain(
						`table.csv, row ${index + 2}, column "All, ages"`
					);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('refuses a column that stands twice', () => {
		expect(() => read('Key of area,Key of area\n')).toThrow('stands twice');
	});

	it('refuses a path that is a folder', () => {
		expect(() => openSource(root, '.')).toThrow('there is no such file');
	});

	it('leaves out rows by what a column says that is not used, after all were counted', () => {
		writeFileSync(
			join(root, 'places.csv'),
			'name,about,hours\nA Hall,For all,Monday\nA House,x,For women who flee domestic abuse\n'
		);
		const found = openSource(root, 'places.csv').csv({
			names: { name: 'name' },
			specs: { name: { type: 'text' } },
			ignored: ['about', 'hours'],
			rows: 2,
			without: mustNotBeFound
		});
		expect(found.columns.name.values).toEqual(['A Hall']);
	});
});
