import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	BREAK_METHODS,
	divide,
	englandBounds,
	everyDivision,
	fixed,
	given,
	MAX_CLASSES,
	readBounds,
	type BreakMethod
} from './classes.ts';

const methods = Object.keys(BREAK_METHODS) as BreakMethod[];

describe('dividing values into classes', () => {
	it('divides by equal numbers, equal steps and natural groups', () => {
		const values = [1, 2, 3, 10, 11, 12, 50, 51, 52];
		expect(divide(values, { method: 'equal', classes: 3 }).breaks).toEqual([18, 35]);
		expect(divide(values, { method: 'natural', classes: 3 }).breaks).toEqual([10, 50]);
		const { classOf } = divide(values, { method: 'quantile', classes: 3 });
		expect(values.map(classOf)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
	});

	it('loses no value and makes no class without width', () => {
		const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(
				values,
				fc.constantFrom(...methods),
				fc.integer({ min: 3, max: 7 }),
				(given, method, classes) => {
					const { breaks, classOf, extent } = divide(given, { method, classes });
					const bounds = [extent[0], ...breaks];
					if (breaks.length > 0) bounds.push(extent[1]);
					for (let i = 1; i < bounds.length; i++) {
						expect(bounds[i]).toBeGreaterThan(bounds[i - 1] ?? Infinity);
					}
					for (const value of given) {
						const at = classOf(value);
						expect(at).toBeGreaterThanOrEqual(0);
						expect(at).toBeLessThanOrEqual(breaks.length);
						if (at > 0) expect(value).toBeGreaterThanOrEqual(breaks[at - 1] ?? Infinity);
						if (at < breaks.length) expect(value).toBeLessThan(breaks[at] ?? -Infinity);
					}
				}
			)
		);
	});

	it('gives one class where all values are the same', () => {
		expect(divide([4, 4, 4], { method: 'quantile', classes: 5 }).breaks).toEqual([]);
	});

	it('drops fixed bounds outside the values', () => {
		expect(fixed([-5, 0, 0, 3, 99], [-1, 4]).breaks).toEqual([0, 3]);
	});
});

describe('bounds that do not come from the values on the map', () => {
	it('keep their classes, whether or not a value lies in them', () => {
		const { breaks, classOf, open } = given([10, 20], null);
		expect(breaks).toEqual([10, 20]);
		expect(open).toBe(true);
		expect([-1e9, 10, 19.9, 20, 1e9].map(classOf)).toEqual([0, 1, 1, 2, 2]);
	});

	it('are of England’s values by every method and number of classes', () => {
		const values = Array.from({ length: 700 }, (_, i) => i);
		const england = everyDivision(values);
		const { areas, extent, breaks } = england;
		expect(areas).toBe(700);
		expect(extent).toEqual([0, 699]);
		for (const method of methods) {
			for (const classes of [3, 4, 5, 6, 7]) {
				expect(englandBounds(england, { method, classes })).toEqual(
					divide(values, { method, classes }).breaks
				);
			}
		}
		expect(breaks.quantile[7]).toHaveLength(6);
	});
});

describe('numbers that a reader types', () => {
	it.each([
		['10, 20, 30', [10, 20, 30]],
		['10 20;30', [10, 20, 30]],
		['−5, 0, 2.5%', [-5, 0, 2.5]],
		['7', [7]]
	])('“%s” can be read', (text, bounds) => {
		expect(readBounds(text)).toEqual({ bounds });
	});

	it.each([
		['', 'at least one number'],
		['ten', '“ten” is not a number'],
		['1e5', 'is not a number'],
		['10, 10', 'each number once'],
		['30, 20', 'smallest to the largest'],
		['1,000, 2,000', 'thousands without a comma'],
		['1 2 3 4 5 6 7', 'no more than 7'],
		['99999999999', 'too large']
	])('“%s” has a complaint that says what to do', (text, words) => {
		const read = readBounds(text);
		expect('complaint' in read ? read.complaint : '').toContain(words);
	});

	it('any text is either ascending bounds or a complaint', () => {
		const texts = fc.oneof(
			fc.string(),
			fc.array(fc.double({ noNaN: true }), { maxLength: 9 }).map((list) => list.join(','))
		);
		fc.assert(
			fc.property(texts, (text) => {
				const read = readBounds(text);
				if ('complaint' in read) {
					expect(read.complaint).not.toBe('');
					return;
				}
				expect(read.bounds.length).toBeGreaterThan(0);
				expect(read.bounds.length).toBeLessThan(MAX_CLASSES);
				expect(new Set(read.bounds).size).toBe(read.bounds.length);
				expect([...read.bounds].sort((a, b) => a - b)).toEqual(read.bounds);
				expect(readBounds(read.bounds.join(', '))).toEqual(read);
			})
		);
	});
});
