import { describe, expect, it } from 'vitest';
import type { Table } from './document.ts';
import { tableSlides } from './slides.ts';

const WHOLE = { notes: ['Read it so.'], sources: [] };
const table = (rows: number): Table => ({
	title: 'The gaps',
	notes: ['In order.'],
	columns: [{ label: 'Area' }],
	rows: Array.from({ length: rows }, (_, at) => [`Area ${at + 1}`])
});
const slides = (rows: number) => tableSlides('The gaps', table(rows), WHOLE);

describe('a table on slides', () => {
	it('has one slide where its rows have room, as it is', () => {
		const [only, ...others] = slides(12);
		expect(others).toEqual([]);
		expect(only).toMatchObject({ title: 'The gaps', ...WHOLE });
		expect(only?.table).toEqual(table(12));
		expect(slides(0)).toHaveLength(1);
	});

	it.each([
		[13, [7, 6]],
		[15, [8, 7]],
		[24, [12, 12]],
		[40, [10, 10, 10, 10]],
		[48, [12, 12, 12, 12]]
	])('of %d rows goes on, and has every row once', (rows, each) => {
		const found = slides(rows);
		expect(found.map((slide) => slide.table?.rows.length)).toEqual(each);
		expect(found.flatMap((slide) => slide.table?.rows ?? [])).toEqual(table(rows).rows);
		expect(found.map(({ title }) => title)).toEqual(
			each.map((_, at) => `The gaps (${at + 1} of ${each.length})`)
		);
		expect(found.map((slide) => slide.table?.notes)).toEqual([
			...each.slice(1).map(() => []),
			['In order.']
		]);
	});

	it('has all rows of a table that a paper has only the first of', () => {
		const whole = table(27);
		const first = { ...whole, whole, rows: whole.rows.slice(0, 20), notes: ['The first 20.'] };
		const found = tableSlides('The gaps', first, WHOLE);
		expect(found.map((slide) => slide.table?.rows.length)).toEqual([9, 9, 9]);
		expect(found.at(-1)?.table?.notes).toEqual(['In order.']);
	});

	it('says how many rows are left where it is longer than anybody would leaf through', () => {
		const found = slides(610);
		expect(found.map((slide) => slide.table?.rows.length)).toEqual([12, 12, 12, 12]);
		expect(found.at(-1)?.table?.notes).toEqual([
			'In order.',
			'Another 562 rows (610 in all): on the page and in its Excel file.'
		]);
		expect(slides(49).at(-1)?.table?.notes?.at(-1)).toMatch(/^Another one row \(49 in all\)/);
	});
});
