import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/lib/text/format.ts';
import { shortened } from '../../../src/lib/text/shortened.ts';
import { storedPart } from './stored.ts';
import type { StoredMeasure } from '../../../src/lib/indicators/stored-measures.ts';

describe('numbers in the packs', () => {
	const shown = fc.constantFrom(0, 1, 2);
	const more = fc.constantFrom(1, 3);
	const number = fc.oneof(
		fc.double({ min: -1e5, max: 1e5, noNaN: true }),
		// Close to where rounding turns, where rounding twice goes wrong.
		fc
			.tuple(fc.integer({ min: -2000, max: 2000 }), fc.double({ min: 0, max: 0.006, noNaN: true }))
			.map(([twentieths, less]) => twentieths / 20 - less)
	);

	it('are shown as what they were made of', () => {
		fc.assert(
			fc.property(number, shown, more, (value, decimals, beyond) => {
				const format = FORMATS[decimals];
				expect(format(shortened(value, decimals, beyond))).toBe(format(value));
			}),
			{ numRuns: 2000 }
		);
	});

	it('keep their order', () => {
		fc.assert(
			fc.property(number, fc.double({ min: 0, max: 0.02, noNaN: true }), shown, (a, more, to) => {
				expect(shortened(a, to)).toBeLessThanOrEqual(shortened(a + more, to));
			}),
			{ numRuns: 2000 }
		);
	});

	it('have no more decimals than that takes', () => {
		expect([0.446, 0.4496, 0.4512, 66.31234].map((value) => shortened(value, 1))).toEqual([
			0.446, 0.4496, 0.45, 66.31
		]);
		expect(shortened(1234.4567, 0)).toBe(1234.46);
	});
});

describe('a part of several measures', () => {
	const entry = (id: string, more: Partial<StoredMeasure> = {}): StoredMeasure => ({
		id,
		family: 'cars',
		question: '?',
		title: id,
		about: '',
		dataset: 'cars',
		column: `${id}_percent`,
		key: 'lsoa21',
		unit: '',
		worse: null,
		decimals: 1,
		period: '2021',
		caveats: [],
		part: 'measure-cars',
		of: { column: 'households', words: 'households' },
		...more
	});

	it('may have one denominator', () => {
		expect(storedPart([entry('none'), entry('two')]).part).toBe('measure-cars');
	});

	it.each([
		[entry('two', { dataset: 'vans' }), 'the denominator of cars and the denominator of vans'],
		[
			entry('two', { column: 'households', of: { column: 'all', words: 'all' } }),
			'of measure "two"'
		],
		[entry('two', { column: 'none_percent' }), 'of measure "none" and of measure "two"']
	])('may not have two numbers of one name', (other, message) => {
		expect(() => storedPart([entry('none'), other])).toThrow(message);
	});
});
