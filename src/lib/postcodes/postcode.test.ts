import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostcode } from './postcode.ts';

const letters = (from: string) => fc.constantFrom(...from);
const digit = letters('0123456789');
const first = letters('ABCDEFGHIJKLMNOPRSTUWYZ');
const second = letters('ABCDEFGHKLMNOPQRSTUVWXY');
const last = letters('ABDEFGHJLNPQRSTUWXYZ');
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const outward = fc.oneof(
	join(first, digit),
	join(first, digit, digit),
	join(first, second, digit),
	join(first, second, digit, digit),
	join(first, digit, letters('ABCDEFGHJKPSTUW')),
	join(first, second, digit, letters('ABEHMNPRVWXY'))
);
/** Every postcode there could be; outward codes with a zero in front are none. */
const postcode = fc
	.record({ outward, inward: join(digit, last, last) })
	.map((halves) => ({ ...halves, text: `${halves.outward} ${halves.inward}` }));

const problem = (typed: string) => {
	const reading = readPostcode(typed);
	return 'problem' in reading ? reading.problem : reading.kind;
};

describe('readPostcode', () => {
	it.each(['nr316la', 'NR31 6LA ', ' nr31-6la', 'n r 3 1 6 l a', 'NR316LA.', 'ＮＲ３１ ６ＬＡ'])(
		'reads “%s”',
		(typed) => {
			expect(readPostcode(typed)).toEqual({
				kind: 'postcode',
				postcode: { text: 'NR31 6LA', outward: 'NR31', inward: '6LA' }
			});
		}
	);

	it('reads the postcode at the end of an address', () => {
		expect(readPostcode('12 High Street, Bath BA1 1AA')).toMatchObject({
			kind: 'postcode',
			postcode: { text: 'BA1 1AA' }
		});
	});

	it('says which character is wrong, and what may be meant', () => {
		expect(readPostcode('nr3i 6la')).toMatchObject({
			kind: 'mistake',
			suggestions: [{ text: 'NR31 6LA' }]
		});
		expect(problem('nr3i 6la')).toBe(
			'“nr3i 6la” is not how a postcode is written: it has the letter I where the number 1 may belong.'
		);
	});

	it.each([
		['NR31 6LAB', 'it has more than 7 letters and numbers. A postcode looks like NR31 6LA.'],
		['NR31 6LK', 'never has one of the letters C, I, K, M, O and V'],
		['NR31 67A', 'the second half is one number and two letters'],
		['QX1 1AA', 'none begins like that. A postcode looks like SW1A 1AA.'],
		// Two letters and two numbers, so that is not what is wrong with it.
		['ZZ99 3VZ', 'none begins like that. A postcode looks like SW1A 1AA.']
	])('says what is wrong with %s', (typed, words) => {
		expect(readPostcode(typed)).toMatchObject({ kind: 'mistake' });
		expect(problem(typed)).toContain(words);
	});

	it.each([
		['nr31', 'NR31 is the beginning of a postcode', 'NR31 1AA'],
		['BA1 1', 'BA1 1 is the beginning of a postcode', 'BA1 1AA'],
		['ba11', 'BA11 is the beginning of a postcode', 'BA11 1AA'],
		['NR31 6L', 'NR31 6L is the beginning of a postcode', 'NR31 6LA']
	])('waits for the rest of %s', (typed, words, example) => {
		expect(readPostcode(typed)).toMatchObject({ kind: 'beginning' });
		expect(problem(typed)).toContain(words);
		expect(problem(typed)).toContain(example);
	});

	it.each([
		'',
		' ',
		'Norwich',
		'Norwich 004B',
		'Bath 001A',
		'E01026422',
		'E010',
		'1st Scouts',
		'42'
	])('leaves “%s” to the search by name', (typed) => {
		expect(readPostcode(typed)).toEqual({ kind: 'other' });
	});

	it('reads every postcode however it is spaced and cased', () => {
		const noise = fc.array(fc.constantFrom(' ', '\t', '-', '.', '\u00a0'), { maxLength: 2 });
		fc.assert(
			fc.property(postcode, fc.array(noise), fc.boolean(), (expected, gaps, lower) => {
				const typed = [...expected.outward, ...expected.inward]
					.map((character, i) => character + (gaps[i] ?? []).join(''))
					.join('');
				expect(readPostcode(lower ? typed.toLowerCase() : typed)).toEqual({
					kind: 'postcode',
					postcode: expected
				});
			})
		);
	});

	it('takes a postcode for itself or for one of the suggestions when one character is confused', () => {
		const pairs = ['0O', '1I', '1L', '2Z', '5S', '6G', '8B'];
		const swaps = new Map(pairs.flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]));
		fc.assert(
			fc.property(postcode, fc.nat(6), ({ text, outward, inward }, at) => {
				const compact = outward + inward;
				const other = swaps.get(compact.charAt(at));
				fc.pre(other !== undefined);
				const reading = readPostcode(compact.slice(0, at) + other + compact.slice(at + 1));
				if (reading.kind === 'mistake') {
					expect(reading.suggestions.map((one) => one.text)).toContain(text);
				} else if (reading.kind !== 'postcode') {
					// What is left has no number, or is a beginning, or a code of an area.
					expect(['other', 'beginning']).toContain(reading.kind);
				}
			})
		);
	});

	it('never throws, and suggests nothing but postcodes', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom(...'NR3I1O0L5S8B6G2Z QV') })
		);
		fc.assert(
			fc.property(typed, (text) => {
				const reading = readPostcode(text);
				if (reading.kind !== 'mistake') return;
				for (const suggestion of reading.suggestions) {
					expect(readPostcode(suggestion.text)).toEqual({
						kind: 'postcode',
						postcode: suggestion
					});
				}
			})
		);
	});
});
