import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecords } from './records.ts';

describe('rows of a file that a person brings', () => {
	it('finds columns by name, in any order, beside others', () => {
		const records = parseRecords('﻿b,note,a\r\n 2.5 ,"x, y",one\r\n\r\n0,,two\r\n', 'f.csv', [
			'a',
			'b'
		]);
		expect(records.count).toBe(2);
		expect(records.text(0, 'a')).toBe('one');
		expect(records.amount(0, 'b')).toBe(2.5);
		expect(records.amount(1, 'b')).toBe(0);
	});

	it.each([
		['', 'f.csv: the file is empty'],
		['a,c\n1,2', 'f.csv, row 1: there is no column "b"; there are: a, c'],
		['a,b,a\n1,2,3', 'f.csv, row 1: column "a" stands twice'],
		['a,b\n"1,2', 'f.csv, row 2: a quotation mark is not closed']
	])('says what is wrong with %j', (text, message) => {
		expect(() => parseRecords(text, 'f.csv', ['a', 'b'])).toThrow(message);
	});

	it.each(['', '-1', '1e3', '1,000', '12 min', 'NaN', 'Infinity', '0x10'])(
		'takes %j for no number, and names row and column',
		(text) => {
			const records = parseRecords(`a,b\n\ny,"${text}"\n`, 'f.csv', ['a', 'b']);
			expect(() => records.amount(0, 'b')).toThrow(/^f\.csv, row 3, column b: /);
		}
	);

	it('wants one of several columns', () => {
		expect(() => parseRecords('a\n1', 'f.csv', ['a'], ['minutes', 'kilometres'])).toThrow(
			'no column "minutes" or "kilometres"'
		);
	});

	it('survives any text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				try {
					parseRecords(text, 'f.csv', ['a']);
				} catch (error) {
					expect((error as Error).message).toMatch(/^f\.csv/);
				}
			})
		);
	});
});
