import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { toCsv, toParquet, tableGroups } from '../../src/lib/server/table-file.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import { SMALL_FACTS } from '../build/small-facts.ts';
import { postcodeNumber, readPostcodes } from './postcode-table.ts';

const written = fc
	.string({ unit: fc.constantFrom(...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), maxLength: 8 })
	.map((text) => text.trimEnd());

describe('postcodes as numbers', () => {
	it('stand in the order of the texts, each of its own', () => {
		fc.assert(
			fc.property(written, written, (a, b) => {
				expect(Math.sign(postcodeNumber(a) - postcodeNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
			})
		);
	});

	it.each(['NR1 1AA 1', 'nr1 1aa', 'NR1\t1AA', 'é'])('%j is none', (text) => {
		expect(postcodeNumber(text)).toBeNaN();
	});
});

describe('the table of postcodes', () => {
	it('finds every postcode that stands in it, where it stands, and no other', async () => {
		const geodata = openGeodata(SMALL_FACTS);
		const { rows, columns } = await geodata.table('postcodes');
		const { find, covered } = await readPostcodes(geodata);
		const cell = (name: string, row: number) => columns[name]?.values[row];
		for (let row = 0; row < rows; row++) {
			const found = find(String(cell('postcode', row)));
			if (found?.lsoa21 !== cell('lsoa21', row)) expect(found?.lsoa21).toBe(cell('lsoa21', row));
			if (found?.longitude !== cell('longitude', row) || found?.latitude !== cell('latitude', row))
				expect(found).toEqual([cell('longitude', row), cell('latitude', row)]);
		}
		expect(rows).toBeGreaterThan(1000);
		expect(covered).toEqual(new Set(columns['lsoa21']?.values));
		for (const text of ['', 'A', 'ZE1 0AA', 'ZZ99 9ZZ', 'NR1 1AA 1', 'nr1 1aa'])
			expect(find(text)).toBeNull();
	});
});

describe('groups of rows', () => {
	// More rows than one group of a file has.
	const rows = 250_003;
	const table: Table = {
		rows,
		columns: {
			key: { type: 'code', values: Array.from({ length: rows }, (_, at) => `K${at + 1e6}`) },
			degrees: {
				type: 'number',
				decimals: 3,
				values: Array.from({ length: rows }, (_, at) => at / 1000)
			}
		}
	};

	it.each([
		['x.parquet', () => Buffer.from(toParquet(table)), 2],
		['x.csv', () => Buffer.from(toCsv({ ...table })), 1]
	])('of %s are together the table', async (path, bytes, count) => {
		const groups = [];
		for await (const group of tableGroups(path, bytes(), ['key', 'degrees'])) groups.push(group);
		expect(groups).toHaveLength(count);
		for (const [name, { values }] of Object.entries(table.columns)) {
			const found = groups.flatMap((group) => group[name] ?? []);
			expect(found.length).toBe(rows);
			expect(found.findIndex((value, at) => value !== values[at])).toBe(-1);
		}
	});
});
