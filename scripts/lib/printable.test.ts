import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';

describe('printable', () => {
	it('spells out what a terminal would carry out, and leaves the rest', () => {
		expect(printable('a\u001b[2Jb\r\u202ec\u009b1m')).toBe('a\\u{1b}[2Jb\\u{d}\\u{202e}c\\u{9b}1m');
		expect(printable('Café “Łódź” 🙂, 1–2')).toBe('Café “Łódź” 🙂, 1–2');
		expect(printable('x'.repeat(1000))).toHaveLength(601);
	});

	it('leaves no control character in anything', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				// eslint-disable-next-line no-control-regex -- these are what must not be there
				expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
			})
		);
	});
});
