import { expect, it } from 'vitest';
import { formatDocumentDate } from './document-date.ts';

it('tells months from pairs of years', () => {
	expect(formatDocumentDate('2024-05')).toBe('May 2024');
	expect(formatDocumentDate('2021-09-03')).toBe('September 2021');
	expect(formatDocumentDate('2021-22')).toBe('2021/22');
	expect(formatDocumentDate('2022')).toBe('2022');
});
