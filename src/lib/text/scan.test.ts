import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneLine, looksLikeEmail, withoutBetween, withoutEnding } from './scan.ts';

/** Texts of few signs, so that these meet in every order. */
const of = (...signs: string[]) =>
	fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''));

/** Each is what an expression did before, which took the square of the time or more. */
describe('one pass does what an expression did', () => {
	it('with what stands between two signs', () => {
		fc.assert(
			fc.property(of('<', '>', 'a', '\n', '<>'), (text) => {
				expect(withoutBetween(text, '<', '>')).toBe(text.replace(/<[^>]*>/g, ' ')); // eslint-disable-line regexp/no-super-linear-move -- as it was
			})
		);
	});
	it('with what stands at the end', () => {
		fc.assert(
			fc.property(of(',', ' ', 'a', '\n', '/'), (text) => {
				expect(withoutEnding(text, /[,\s]/)).toBe(text.replace(/[,\s]+$/, '')); // eslint-disable-line regexp/no-super-linear-move -- as it was
			})
		);
	});
	it('with breaks of lines', () => {
		fc.assert(
			fc.property(of('a', 'b c', '\n', ' ', '\t'), (text) => {
				// eslint-disable-next-line regexp/no-super-linear-move -- as it was
				expect(inOneLine(text)).toBe(text.trim().replace(/\s*\n\s*/g, ' '));
			})
		);
	});
	it('with the shape of an e-mail address', () => {
		fc.assert(
			fc.property(of('@', '.', 'a', ' ', '\n'), (text) => {
				// eslint-disable-next-line regexp/no-super-linear-backtracking -- as it was
				expect(looksLikeEmail(text)).toBe(/^\S+@\S+\.\S+$/.test(text));
			}),
			{ numRuns: 2_000 }
		);
	});
});
