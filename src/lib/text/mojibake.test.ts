import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mended } from './mojibake.ts';

const asLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('texts whose bytes were read as another encoding', () => {
	it.each([
		['St Johnâ\u0080\u0099s Community Cafe', 'St John’s Community Cafe'],
		['Green Bird CafÃ©, St Johnâ\u0080\u0099s Church', 'Green Bird Café, St John’s Church'],
		['St Peterâ\u0080\u0099s â\u0080\u009cMonday Cuppaâ\u0080\u009d', 'St Peter’s “Monday Cuppa”'],
		['VoilÃ\u00a0', 'Voilà']
	])('%j is mended', (broken, whole) => {
		expect(mended(broken)).toBe(whole);
	});

	it.each([
		'Café Ô Lait',
		'Pâtisserie',
		// A byte is gone: which sign it was cannot be known.
		'St Johnâ\u0080s',
		'St Johnâs',
		// Longer than it need be: no UTF-8.
		'\u00e0\u0080\u0080'
	])('%j stays as it is', (text) => {
		expect(mended(text)).toBe(text);
	});

	it('gives back every text that was read wrongly', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(mended(asLatin1(text))).toBe(text);
			})
		);
	});
});
