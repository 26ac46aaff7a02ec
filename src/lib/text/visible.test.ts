import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { visible } from './visible.ts';

describe('visible', () => {
	it.each([
		['signs that turn round what follows', 'a\u202eb\u2066c\u200f', 'abc'],
		['control signs', 'a\u0000b\u001b[2Jc\u0085', 'ab[2Jc'],
		['half of a pair', 'a\ud800b\udc00', 'ab'],
		['letters without a shape', '\u3164\u115f\u1160\uffa0\u17b4', ''],
		['joiners and fillers', 'a\u034fb\u200dc\ufe0fd\u{e0041}', 'abcd'],
		['what stands for a lost sign, or is private', 'a\ufffdb\ue000', 'ab'],
		['marks that pile up', `a${'\u0336'.repeat(300)}b`, `a${'\u0336'.repeat(4)}b`]
	])('leaves out %s', (_, text, seen) => expect(visible(text)).toBe(seen));

	it.each(['Café’s “Łódź” – 50 m²', 'Tiếng Việt', 'שָׁלוֹם', '\u{1f600}', 'a\tb\nc\r'])(
		'leaves %j',
		(text) => expect(visible(text)).toBe(text)
	);

	it('changes nothing the second time, and gives what can be written into an address', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const once = visible(text);
				expect(visible(once)).toBe(once);
				expect(() => encodeURIComponent(once)).not.toThrow();
			})
		);
	});
});
