import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { includesOwn, madeWithOwn, ownInLink, ownNote, withOwnCount } from './own-words.ts';

describe('what is said of own places', () => {
	it('says how many', () => {
		expect(includesOwn(7)).toBe(
			'What you see includes 7 places of your own, where their kinds are counted.'
		);
		expect(madeWithOwn(1)).toMatch(/^This link was made with one place of/);
		expect(ownNote(0)).toBeNull();
		expect(ownNote(1_200)).toContain('1,200 places');
	});

	it('stands in a link, and is read back, whatever else the link says', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 99_999 }),
				fc.constantFrom('', '?layer=births&with=core20'),
				(count, query) => {
					const link = withOwnCount(`http://site/x/${query}`, count);
					expect(ownInLink(new URL(link).search)).toBe(count);
					expect(link.startsWith(`http://site/x/${query}`)).toBe(true);
				}
			)
		);
		expect(withOwnCount('http://site/', 0)).toBe('http://site/');
	});

	it('is nothing where a link says nonsense', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const found = ownInLink(new URLSearchParams({ own: text }).toString());
				expect(found).toBe(/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0);
			})
		);
	});
});
