import { describe, expect, it } from 'vitest';
import { readDay, readUrl } from './values.ts';

describe('a cell', () => {
	it('opens nothing but web pages', () => {
		expect(readUrl('www.example.org/hall')).toBe('https://www.example.org/hall');
		expect(readUrl('http://example.org')).toBe('http://example.org');
		for (const text of [
			'javascript:alert(1)',
			'data:text/html,x',
			'file:///c:/x',
			'ask at the desk'
		])
			expect(readUrl(text), text).toBeNull();
	});

	it('has days as people write them', () => {
		expect(
			[
				'2026-08-17',
				'17/08/2026',
				'17.8.26',
				'17 August 2026',
				'Aug 2026',
				'2023',
				'17th Aug 2026'
			].map(readDay)
		).toEqual([
			'2026-08-17',
			'2026-08-17',
			'2026-08-17',
			'2026-08-17',
			'2026-08',
			'2023',
			'2026-08-17'
		]);
		expect(['31/02/2026', 'soon', '2026-13-01', '99999'].map(readDay)).toEqual([
			null,
			null,
			null,
			null
		]);
	});
});
