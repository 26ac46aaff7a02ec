import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../formats.ts';
import { ImportError } from '../import-error.ts';
import { keepCells } from './old-spreadsheet-guard.ts';

const pair = (value: number) => [value % 256, Math.floor(value / 256)];
const record = (type: number, data: readonly number[]) => [
	...pair(type),
	...pair(data.length),
	...data
];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const zeros = (count: number) => Array<number>(count).fill(0);
const [LABEL, STRING, FORMAT, SHARED, GOES_ON, FORMULA, NAME, PASSED_OVER] = [
	0x204, 0x207, 0x41e, 0xfc, 0x3c, 0x06, 0x18, 0x60
];
const begin = (version: number) => record(0x809, [...pair(version), ...zeros(6)]);
const label = (length: number, text: string) =>
	record(LABEL, [...zeros(6), ...pair(length), 0, ...letters(text)]);
const shared = (count: number, data: readonly number[]) =>
	record(SHARED, [...zeros(4), ...pair(count), 0, 0, ...data]);
const kept = (...records: number[][]) => {
	const bytes = records.flat();
	keepCells(bytes);
	return bytes;
};

describe('records of a spreadsheet of before 2007', () => {
	it('are left as they are where cells are made of them', () => {
		const records = [
			begin(0x600),
			record(FORMAT, [...pair(164), ...pair(3), 0, ...letters('0.0')]),
			label(2, 'ab'),
			record(STRING, [...pair(1), 0, ...letters('c')]),
			// A text in two pieces: the second says anew that a letter takes one byte.
			shared(2, [...pair(3), 0, ...letters('ab')]),
			record(GOES_ON, [0, ...letters('c'), ...pair(1), 1, ...pair(0x141)])
		];
		expect(kept(...records)).toEqual(records.flat());
	});

	it('are passed over where they are of no cell, in their places', () => {
		const rest = [record(NAME, [1, 2, 3]), shared(0, []), record(GOES_ON, [9])];
		const [name, other, goesOn] = rest.map(([, , ...bytes]) => [...pair(PASSED_OVER), ...bytes]);
		expect(kept(shared(0, []), ...rest)).toEqual(
			[shared(0, []), name, other, goesOn].flatMap((bytes) => bytes ?? [])
		);
		const formula = record(FORMULA, [...zeros(20), ...pair(4), 1, 2, 3, 4]);
		expect(kept(formula).slice(4 + 20, 4 + 22)).toEqual([0xff, 0xff]);
	});

	it.each([
		['a text longer than its record', [label(65_535, 'ab')]],
		['a text without all of its length', [record(LABEL, zeros(7))]],
		['a record that is cut in its length', [label(1, 'a'), [...pair(LABEL), 9]]],
		['a record that goes past the end', [label(1, 'a').slice(0, -1)]],
		['a way to write numbers without its length', [begin(0x500), record(FORMAT, pair(164))]],
		['a formula without its value', [record(FORMULA, zeros(20))]],
		['a shared text that is cut in its length', [shared(1, [3])]],
		['a shared text past the end', [shared(1, [...pair(65_535), 0, ...letters('ab')])]],
		[
			'shared texts in pieces of nothing',
			[shared(0, []), ...Array.from({ length: 50 }, () => record(GOES_ON, []))]
		]
	])('are refused with %s', (_, records) => {
		expect(() => kept(...records)).toThrow();
	});

	it('give a clear answer in a file, and thousands of shared texts are read', async () => {
		const book = utils.book_new();
		const rows = Array.from({ length: 2_000 }, (_, at) => [`Hall “${at}” ${'é'.repeat(at % 40)}`]);
		utils.book_append_sheet(book, utils.aoa_to_sheet([['name'], ...rows]), 'Places');
		const options = { type: 'array', bookType: 'biff8', bookSST: true } as const;
		const bytes = new Uint8Array(write(book, options) as ArrayBuffer);
		const { table } = await readTable({ name: 'a.xls', bytes });
		expect(table.rows).toEqual(rows);

		const {
			read,
			find,
			write: packed
		} = CFB as {
			read: (bytes: Uint8Array, options: object) => object;
			find: (file: object, path: string) => { content: Uint8Array; size: number };
			write: (file: object, options: object) => Uint8Array;
		};
		const file = read(bytes, { type: 'array' });
		const entry = find(file, '/Workbook');
		entry.content = new Uint8Array([...begin(0x600), ...pair(LABEL), 9]);
		entry.size = entry.content.length;
		const hostile = new Uint8Array(packed(file, { type: 'array' }));
		const reading = readTable({ name: 'a.xls', bytes: hostile });
		await expect(reading).rejects.toThrow(ImportError);
		await expect(reading).rejects.toThrow('it is damaged');
	});
});
